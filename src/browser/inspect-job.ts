import type { Deck } from '../model/deck.ts';
import { imageFiles } from '../render/image-addresses.ts';
import { inspectDocument, type InspectPage } from '../render/inspect-document.ts';
import type { ThemeNames } from '../render/slide-html.ts';
import type { ShownDocument } from './print-page.ts';

export interface InspectJobParts {
  css: string;
  themeOf: ThemeNames;
  pages: readonly InspectPage[];
}

/** Makes a document of slides to be inspected, with the files that they show as they are. */
export function inspectJob(
  deck: Deck,
  { css, themeOf, pages }: InspectJobParts,
): Pick<ShownDocument, 'html' | 'size' | 'files' | 'pictures'> {
  const addresses = imageFiles(deck);
  return {
    html: inspectDocument(deck, { css, addresses, pages, themeOf }),
    size: deck.meta.size,
    files: new Map([...deck.images.values()].map(({ id, bytes }) => [addresses.get(id) ?? id, bytes])),
    pictures: { standIns: new Set(), make: () => Promise.reject(new Error('no image is made here')) },
  };
}
