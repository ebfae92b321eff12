import type { Layout } from './deck.ts';

/** What the plugins for one slide need to know of it. */
export interface SlideFacts {
  /** Speaker notes have no steps and no layout. */
  part: 'content' | 'notes';
  layout: Layout;
  /** BCP 47 tag of the slide's language. */
  lang: string;
  incremental: boolean;
  autoAnimate: boolean;
  /** Entries of the agenda. */
  agenda: AgendaEntry[];
  /** Set by the plugin that counts them. */
  steps: number;
}

export interface AgendaEntry {
  id: string;
  title: string;
  current: boolean;
}

declare module 'hast' {
  interface RootData {
    slide?: SlideFacts;
  }
}
