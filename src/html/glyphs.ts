import type { ElementContent, Nodes } from 'hast';
import type { DeckGlyphs, DeckMeta, Slide } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';
import type { Insets } from '../model/insets.ts';
import { uiWords } from '../model/ui-words.ts';
import { hasClass } from './elements.ts';

const CODE_ELEMENTS = new Set(['code', 'kbd', 'pre', 'samp']);
/** What slide numbers, list markers and the notes view add to any deck. */
const ALWAYS = '0123456789abcdefghijklmnopqrstuvwxyz~+:/.•-‐–—…“”‘’„‚«»‹›';

interface GlyphSources {
  slides: readonly Slide[];
  footer: readonly ElementContent[];
  insets: Insets;
  meta: DeckMeta;
}

/** The characters that slides and notes show, those in code apart: code has a font of its own, and so have formulas. */
export function collectGlyphs({ slides, footer, insets, meta }: GlyphSources): DeckGlyphs {
  const glyphs: DeckGlyphs = { text: new Set(), code: new Set(), math: new Set() };
  const collect = (node: Nodes, into: Set<number>): void => {
    if (node.type === 'text') addText(node.value, into);
    if (!('children' in node)) return;
    const code = node.type === 'element' && (CODE_ELEMENTS.has(node.tagName) || hasClass(node, 'code-title'));
    for (const child of node.children) collect(child, code ? glyphs.code : into);
  };
  for (const { text, fonts } of insets.values()) {
    addText(text, glyphs.text);
    for (const font of fonts) glyphs.math.add(font);
  }
  for (const { content, backdrop, notes } of slides) {
    for (const node of [...content, ...backdrop, ...notes]) collect(node, glyphs.text);
  }
  for (const node of footer) collect(node, glyphs.text);
  const shown = [meta.title, ...meta.authors, meta.date, shownDate(meta.date, meta.lang)];
  // Lines of code are counted by the style sheet.
  if (glyphs.code.size > 0) addText('0123456789', glyphs.code);
  addText([ALWAYS, ...Object.values(uiWords(meta.lang)), ...shown].join(''), glyphs.text);
  return glyphs;
}

function addText(text: string, into: Set<number>): void {
  for (const character of text) into.add(character.codePointAt(0) ?? 0);
}
