import type { LinkedFile } from '../styles/link-style-files.ts';
import type { DeckPatch } from '../client/live-messages.ts';
import type { PlannedSlide } from '../client/talk.ts';
import type { Poll } from '../model/poll.ts';

/** A slide as pages get it. */
export interface ShownSlide {
  id: string;
  /** Of the HTML, with a key: nobody can find out the notes by trying. */
  hash: string;
  html: string;
  /** Without what is meant for the speaker; `undefined` where nobody follows. */
  publicHtml: string | undefined;
}

/** A file that slides show. */
export interface ShownFile {
  bytes: Uint8Array;
  mediaType: string;
}

/** A deck as it is served: plain data, which one process can send to another. */
export interface ShownDeck {
  /** Stands for what a page cannot take up while it is open. */
  frame: string;
  /** Stands for everything that a page shows. */
  digest: string;
  title: string;
  plan: PlannedSlide[];
  polls: Poll[];
  slides: ShownSlide[];
  css: string;
  styleAddress: string;
  /** Files of the styles, and those that slides show, by their addresses. */
  styleFiles: Map<string, LinkedFile>;
  images: Map<string, ShownFile>;
}

/**
 * Names a state of the deck: reading it once more, or in another process, gives the same name.
 *
 * @param run - a number of its own for each run of the server.
 */
export function versionOf({ frame, digest }: Pick<ShownDeck, 'frame' | 'digest'>, run: string): string {
  return `${frame}.${run}.${digest}`;
}

/** Returns the part of a version that requires a reload when it changes. */
export function frameIn(version: string): string {
  return version.split('.', 1)[0] ?? '';
}

/** @param known - hashes of slides whose HTML pages have already. */
export function deckPatch(deck: ShownDeck, version: string, known: ReadonlySet<string>): DeckPatch {
  const { title, plan, slides, styleAddress } = deck;
  return {
    type: 'deck',
    version,
    title,
    plan,
    slides: slides.map(({ hash, html }) => (known.has(hash) ? { hash } : { hash, html })),
    style: styleAddress,
  };
}

/** Removes speaker-only content from a patch. */
export function publicPatch({ slides }: ShownDeck, patch: DeckPatch): DeckPatch {
  const byHash = new Map(slides.map(({ hash, publicHtml }) => [hash, publicHtml]));
  return {
    ...patch,
    plan: [],
    slides: patch.slides.map(({ hash, html }) => {
      const publicHtml = byHash.get(hash);
      return html === undefined || publicHtml === undefined ? { hash } : { hash, html: publicHtml };
    }),
  };
}
