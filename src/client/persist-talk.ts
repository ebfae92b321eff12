import type { Drawing, Talk } from './talk.ts';

/** State that a window keeps while it is reloaded. */
export interface PersistedTalk {
  talk: Talk;
  drawings: [slide: string, drawing: Drawing][];
}

/** Reads the talk that this window kept under a key; `undefined` where there is none, or storage is off. */
export function persistedTalk(key: string): PersistedTalk | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as PersistedTalk | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a talk for this window, so that loading the page again does not lose it. */
export function persistTalk(key: string, kept: PersistedTalk): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full or switched off: the talk goes on, but does not outlive its window.
  }
}
