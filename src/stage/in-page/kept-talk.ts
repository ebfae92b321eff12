import type { Drawing, Talk } from './talk.ts';

/** What a window keeps while it is loaded anew. */
export interface KeptTalk {
  talk: Talk;
  drawings: [slide: string, drawing: Drawing][];
}

export function keptTalk(key: string): KeptTalk | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptTalk | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepTalk(key: string, kept: KeptTalk): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full or switched off: the talk goes on, but does not outlive its window.
  }
}
