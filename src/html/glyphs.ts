import type { Nodes } from 'hast';
import type { DeckGlyphs, DeckMeta, Slide } from '../model/deck.ts';

const CODE_ELEMENTS = new Set(['code', 'kbd', 'pre', 'samp']);
/** What slide numbers, list markers and the notes view add to any deck. */
const ALWAYS = '0123456789/•–—…“”‘’';

/** The characters that slides and notes show, those in code apart: code has a font of its own. */
export function collectGlyphs(slides: readonly Slide[], meta: DeckMeta): DeckGlyphs {
  const glyphs: DeckGlyphs = { text: new Set(), code: new Set() };
  const collect = (node: Nodes, into: Set<number>): void => {
    if (node.type === 'text') addText(node.value, into);
    if (!('children' in node)) return;
    const code = node.type === 'element' && CODE_ELEMENTS.has(node.tagName);
    for (const child of node.children) collect(child, code ? glyphs.code : into);
  };
  for (const slide of slides) for (const node of [...slide.content, ...slide.notes]) collect(node, glyphs.text);
  addText(ALWAYS + meta.footer + meta.title + meta.authors.join() + meta.date, glyphs.text);
  return glyphs;
}

function addText(text: string, into: Set<number>): void {
  for (const character of text) into.add(character.codePointAt(0) ?? 0);
}
