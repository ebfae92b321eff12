import type { Element, ElementContent, Nodes, Parents } from 'hast';
import type { DeckGlyphs, DeckMeta, Slide } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';
import { uiWords } from '../model/ui-words.ts';
import { mathFonts } from './math-fonts.ts';

const CODE_ELEMENTS = new Set(['code', 'kbd', 'pre', 'samp']);
/** What slide numbers, list markers and the notes view add to any deck. */
const ALWAYS = '0123456789/•–—…“”‘’';

/** The characters that slides and notes show, those in code apart: code has a font of its own, and so have formulas. */
export function collectGlyphs(slides: readonly Slide[], footer: readonly ElementContent[], meta: DeckMeta): DeckGlyphs {
  const glyphs: DeckGlyphs = { text: new Set(), code: new Set(), math: new Set() };
  const collect = (node: Nodes, into: Set<number>): void => {
    if (node.type === 'text') addText(node.value, into);
    if (!('children' in node)) return;
    const code = node.type === 'element' && CODE_ELEMENTS.has(node.tagName);
    if (isFormula(node)) mathFonts(node, glyphs);
    else for (const child of node.children) collect(child, code ? glyphs.code : into);
  };
  for (const { content, backdrop, notes } of slides) {
    for (const node of [...content, ...backdrop, ...notes]) collect(node, glyphs.text);
  }
  for (const node of footer) collect(node, glyphs.text);
  const shown = [meta.title, ...meta.authors, meta.date, shownDate(meta.date, meta.lang)];
  addText([ALWAYS, ...Object.values(uiWords(meta.lang)), ...shown].join(''), glyphs.text);
  return glyphs;
}

function isFormula(node: Parents): node is Element {
  if (node.type !== 'element' || node.tagName !== 'span') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes('katex');
}

function addText(text: string, into: Set<number>): void {
  for (const character of text) into.add(character.codePointAt(0) ?? 0);
}
