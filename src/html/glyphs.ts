import type { Element, Nodes } from 'hast';
import type { DeckGlyphs } from '../model/deck-glyphs.ts';
import type { Deck } from '../model/deck.ts';
import {
  OPTIONAL_SHEETS,
  SHEET_OF_CLASS,
  SHEET_OF_TAG,
  UPRIGHT_CLASSES,
  type OptionalSheet,
} from '../model/optional-sheets.ts';
import { quotationMarks, readLanguage, shownDate } from '../model/languages.ts';
import type { StageWords } from '../model/talk-words.ts';
import { uiWords } from '../model/ui-words.ts';
import { eachElement } from '../model/walk.ts';
import { hasClass } from './elements.ts';
import { mathFonts } from './math-fonts.ts';

const CODE_ELEMENTS = new Set(['code', 'kbd', 'pre', 'samp']);
/** Letters that slide numbers, list markers and the presenter's windows add to any deck. */
const ALWAYS = '0123456789abcdefghijklmnopqrstuvwxyz~+:/.•-‐–—…“”‘’„‚«»‹›';

const known = new WeakMap<Deck, DeckGlyphs>();

/**
 * Collects the characters that slides and notes show, for choosing font files; once for each deck. Those in code are kept
 * apart: code has a font of its own, and so have formulas.
 */
export function glyphsOf(deck: Deck): DeckGlyphs {
  const glyphs = known.get(deck) ?? collectGlyphs(deck);
  known.set(deck, glyphs);
  return glyphs;
}

function collectGlyphs({ slides, footer, rawMarkup, meta }: Deck): DeckGlyphs {
  // Scripts of decks that are trusted may show anything.
  const sheets = new Set<OptionalSheet>(meta.html === 'trusted' ? OPTIONAL_SHEETS : []);
  if (meta.size.height > meta.size.width) sheets.add('upright');
  const glyphs: DeckGlyphs = {
    text: new Set(),
    code: new Set(),
    math: new Set(),
    langs: new Set(),
    styles: '',
    sheets,
  };
  addLanguage(meta.lang, glyphs);
  const collect = (node: Nodes, into: Set<number>): void => {
    if (node.type === 'text') addText(node.value, into);
    if (!('children' in node)) return;
    if (node.type === 'element') {
      collectGenerated(node, glyphs);
      addSheets(node, sheets);
    }
    // A plugin of the project sets formulas with KaTeX as well.
    if (node.type === 'element' && hasClass(node, 'katex')) addMathFonts(node, glyphs);
    const code = node.type === 'element' && (CODE_ELEMENTS.has(node.tagName) || hasClass(node, 'code-title'));
    for (const child of node.children) collect(child, code ? glyphs.code : into);
  };
  for (const { text, fonts } of rawMarkup.values()) {
    addText(text, glyphs.text);
    for (const font of fonts) glyphs.math.add(font);
    if (fonts.length > 0) sheets.add('drawings');
  }
  for (const { content, background, notes, settings, composed } of slides) {
    addLanguage(settings.lang, glyphs);
    // Lists are the most ordinary slides: what they need is in every deck.
    if (composed && composed !== 'list') sheets.add('compose');
    if (settings.panel) sheets.add('panels');
    if (settings.layout?.startsWith('image')) sheets.add('image-layouts');
    for (const node of [...content, ...background, ...notes]) collect(node, glyphs.text);
  }
  for (const node of footer) collect(node, glyphs.text);
  const shown = [
    meta.title,
    ...meta.authors,
    ...meta.institutions,
    meta.event,
    meta.date,
    shownDate(meta.date, meta.lang),
  ];
  // Lines of code are counted by the style sheet.
  if (glyphs.code.size > 0) addText('0123456789', glyphs.code);
  addText([ALWAYS, ...Object.values(uiWords(meta.lang)), ...shown].join(''), glyphs.text);
  return glyphs;
}

/** Returns the characters of what the deck's windows say. */
export function windowGlyphs(words: StageWords): ReadonlySet<number> {
  return new Set(
    pointsOf(
      `${Object.values(words)
        .join('')
        .replace(/\{\w+\}/g, '')}·−APM`,
    ),
  );
}

function addSheets({ tagName, properties: { className, dataComponent } }: Element, sheets: Set<OptionalSheet>): void {
  const needed = SHEET_OF_TAG.get(tagName);
  if (needed) sheets.add(needed);
  if (dataComponent !== undefined) sheets.add('components');
  if (!Array.isArray(className)) return;
  for (const name of className) {
    const sheet = SHEET_OF_CLASS.get(name);
    if (sheet) sheets.add(sheet);
    if (UPRIGHT_CLASSES.has(name)) sheets.add('upright');
  }
}

function addMathFonts(formula: Element, { math }: DeckGlyphs): void {
  const classes: string[] = [];
  eachElement(formula, ({ properties: { className } }) => {
    if (Array.isArray(className)) classes.push(`class="${className.join(' ')}"`);
  });
  for (const font of mathFonts(classes.join(' '))) math.add(font);
}

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NOT_ASCII = /[^\0-\u007F]+/g;

/**
 * Collects text that an element shows besides its own: capital letters that count, and attributes that style sheets
 * read with `attr()`.
 */
function collectGenerated({ tagName, properties }: Element, glyphs: DeckGlyphs): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string') continue;
    if (name === 'lang') addLanguage(readLanguage(value), glyphs);
    else if (name === 'style' && /["']|list-style|-caps|text-transform/.test(value)) glyphs.styles += `;${value}`;
    else if (name === 'type' && tagName === 'ol') addText(/^[AI]$/.test(value) ? CAPITALS : '', glyphs.text);
    else if (name.startsWith('data')) addText(value.match(NOT_ASCII)?.join('') ?? '', glyphs.text);
  }
}

function addLanguage(lang: string | undefined, { langs, text }: DeckGlyphs): void {
  if (lang === undefined || langs.has(lang)) return;
  langs.add(lang);
  addText(quotationMarks(lang), text);
}

function addText(text: string, into: Set<number>): void {
  for (const point of pointsOf(text)) into.add(point);
}

function pointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
