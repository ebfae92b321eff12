import type { Element, ElementContent } from 'hast';
import { ASSET_ATTRIBUTE } from '../model/asset-url.ts';
import type { Deck, Output, Slide } from '../model/deck.ts';
import { documentHead } from './document-head.ts';
import type { ImageAddresses } from './image-addresses.ts';
import { slideHtml, type ThemeNames } from './slide-html.ts';

/** A slide in one output after some of its steps. */
export interface InspectPage {
  slide: Slide;
  step: number;
  output: Output;
}

export interface InspectDocumentParts {
  css: string;
  addresses: ImageAddresses;
  pages: readonly InspectPage[];
  themeOf: ThemeNames;
}

/**
 * Renders slides as a static document to be inspected, not printed: every element names its place in the source, as
 * `data-place="line:column"`, and every image its file, as `data-asset`.
 */
export function inspectDocument(deck: Deck, { css, addresses, pages, themeOf }: InspectDocumentParts): string {
  const placed = new Map<Slide, Slide>();
  const withPlaces = (slide: Slide): Slide => {
    const known = placed.get(slide) ?? {
      ...slide,
      content: placedIn(slide.content),
      background: placedIn(slide.background),
    };
    placed.set(slide, known);
    return known;
  };
  const slides = pages
    .map(({ slide, step, output }) => slideHtml(withPlaces(slide), deck, { output, step, themeOf }))
    .join('\n')
    .replace(
      ASSET_ATTRIBUTE,
      (_, attribute: string, id: string) => `${attribute}="${addresses.get(id) ?? ''}" data-asset="${id}"`,
    );
  const still =
    '*{transition:none!important;animation:none!important;pointer-events:auto!important}.print>[data-away]{display:none}';
  const { dir } = deck.meta;
  // Of pages that run from right to left, the browser takes screenshots without anything on them.
  const page: Deck = { ...deck, meta: { ...deck.meta, dir: 'ltr' } };
  return [
    documentHead(page, { css: `${css}${still}`, policy: `script-src 'none'; frame-src 'none'` }),
    `<body>`,
    `<main class="print reveal"${dir === 'rtl' ? ' dir="rtl"' : ''} hidden>`,
    slides,
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

function placedIn(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const start = node.position?.start;
    const place: Element['properties'] = start ? { dataPlace: `${start.line}:${start.column}` } : {};
    return { ...node, properties: { ...node.properties, ...place }, children: placedIn(node.children) };
  });
}
