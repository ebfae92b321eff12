import type { Deck } from '../model/deck.ts';
import { inspectDocument, type InspectPage } from '../render/inspect-document.ts';
import type { ThemeNames } from '../render/slide-html.ts';
import type { ShownDocument } from './print-page.ts';

export interface InspectJobParts {
  css: string;
  themeOf: ThemeNames;
  pages: readonly InspectPage[];
}

/** Slides to be looked at, with the files that they show as they are. */
export function inspectJob(
  deck: Deck,
  { css, themeOf, pages }: InspectJobParts,
): Pick<ShownDocument, 'html' | 'size' | 'files' | 'pictures'> {
  // The browser tells the kind of a file from disk by its name.
  const fileName = (id: string): string => `${id}.${deck.images.get(id)?.extension ?? ''}`;
  return {
    html: inspectDocument(deck, { css, fileName, pages, themeOf }),
    size: deck.meta.size,
    files: new Map([...deck.images.values()].map(({ id, bytes }) => [fileName(id), bytes])),
    pictures: { standIns: new Set(), make: () => Promise.reject(new Error('no picture is made here')) },
  };
}
