import { languageOf, termsOf, type Term } from './terms.ts';
import { childOf, type XmlElement } from './xml-tree.ts';

/** Words and forms of a language, with what a style says of them. */
export interface Locale {
  /** BCP 47 tag. */
  lang: string;
  terms: ReadonlyMap<string, Term>;
  /** Forms of dates that the style brings, by `text` and `numeric`. */
  dates: ReadonlyMap<string, XmlElement>;
  quotes: Quotes;
  /** Full stops and commas are inside of closing quotation marks. */
  punctuationInQuote: boolean;
  compare: (one: string, other: string) => number;
}

/** Opening and closing marks, outer ones first. */
type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const ENGLISH_QUOTES: Quotes = ['“', '”', '‘', '’'];
const NBSP = '\u00A0';
const QUOTES: ReadonlyMap<string, Quotes> = new Map<string, Quotes>([
  ['de', ['„', '“', '‚', '‘']],
  ['cs', ['„', '“', '‚', '‘']],
  ['fr', [`«${NBSP}`, `${NBSP}»`, '“', '”']],
  ['es', ['«', '»', '“', '”']],
  ['it', ['«', '»', '“', '”']],
  ['pt', ['“', '”', '‘', '’']],
  ['ru', ['«', '»', '„', '“']],
  ['pl', ['„', '”', '«', '»']],
  ['sv', ['”', '”', '’', '’']],
  ['fi', ['”', '”', '’', '’']],
  ['nb', ['«', '»', '‘', '’']],
  ['da', ['»', '«', '›', '‹']],
  ['ja', ['「', '」', '『', '』']],
]);

/** Creates the locale of a language. @param overrides - `<locale>` elements of a style */
export function localeOf(lang: string, overrides: readonly XmlElement[]): Locale {
  const base = languageOf(lang);
  const fitting = overrides
    .filter((element) => fits(element.attributes.get('xml:lang'), lang))
    .toSorted((one, other) => specificity(one) - specificity(other));
  const terms = new Map(termsOf(lang));
  const dates = new Map<string, XmlElement>();
  let punctuationInQuote = base === 'en' && !/^en-(?!US)/i.test(lang);
  for (const override of fitting) {
    for (const term of childOf(override, 'terms')?.children ?? []) addTerm(term, terms);
    for (const child of override.children) {
      const form = child.attributes.get('form');
      if (child.name === 'date' && form) dates.set(form, child);
    }
    const inside = childOf(override, 'style-options')?.attributes.get('punctuation-in-quote');
    if (inside !== undefined) punctuationInQuote = inside === 'true';
  }
  const own = QUOTES.get(base) ?? ENGLISH_QUOTES;
  const quotes: Quotes = [
    terms.get('open-quote')?.single ?? own[0],
    terms.get('close-quote')?.single ?? own[1],
    terms.get('open-inner-quote')?.single ?? own[2],
    terms.get('close-inner-quote')?.single ?? own[3],
  ];
  const collator = new Intl.Collator(lang, { numeric: true });
  return { lang, terms, dates, quotes, punctuationInQuote, compare: (one, other) => collator.compare(one, other) };
}

function fits(written: string | undefined, lang: string): boolean {
  if (written === undefined) return true;
  const [one, other] = [written.toLowerCase(), lang.toLowerCase()];
  return one === other || other.startsWith(`${one}-`) || one === (other.split('-', 1)[0] ?? '');
}

function specificity(element: XmlElement): number {
  return element.attributes.get('xml:lang')?.length ?? 0;
}

function addTerm(element: XmlElement, terms: Map<string, Term>): void {
  const name = element.attributes.get('name');
  if (element.name !== 'term' || name === undefined) return;
  const form = element.attributes.get('form');
  const single = childOf(element, 'single')?.text ?? element.text;
  const multiple = childOf(element, 'multiple')?.text ?? single;
  terms.set(form === undefined || form === 'long' ? name : `${name}.${form}`, { single, multiple });
}

/** Forms that stand for one that a term does not have. */
const FALLBACKS: ReadonlyMap<string, string> = new Map([
  ['verb-short', 'verb'],
  ['symbol', 'short'],
  ['verb', 'long'],
  ['short', 'long'],
]);

/** Returns a term in a form, or in the next one that it has; `undefined` for an unknown term. */
export function termText({ terms }: Locale, name: string, form = 'long', plural = false): string | undefined {
  for (let tried: string | undefined = form; tried !== undefined; tried = FALLBACKS.get(tried)) {
    const term = terms.get(tried === 'long' ? name : `${name}.${tried}`);
    if (term) return plural ? term.multiple : term.single;
  }
  return undefined;
}

const ORDINALS: ReadonlyMap<string, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>> = new Map<
  string,
  Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>
>([
  ['en', { one: 'st', two: 'nd', few: 'rd', other: 'th' }],
  ['de', { other: '.' }],
  ['da', { other: '.' }],
  ['nb', { other: '.' }],
  ['fi', { other: '.' }],
  ['pl', { other: '.' }],
  ['cs', { other: '.' }],
  ['tr', { other: '.' }],
  ['fr', { one: 'ʳᵉ', other: 'ᵉ' }],
  ['es', { other: '.ª' }],
  ['it', { other: 'ª' }],
  ['pt', { other: 'ª' }],
  ['nl', { other: 'e' }],
  ['sv', { one: ':a', other: ':e' }],
  ['ru', { other: '-е' }],
]);

/** Formats an ordinal number, as in `2nd`. */
export function ordinal({ lang, terms }: Locale, number: number): string {
  // A style's own terms depend on the last two digits, then on the last one.
  for (const digits of [String(number % 100).padStart(2, '0'), `0${number % 10}`]) {
    const own = terms.get(`ordinal-${digits}`);
    if (own) return `${number}${own.single}`;
  }
  const forms = ORDINALS.get(languageOf(lang));
  const kind = forms ? new Intl.PluralRules(lang, { type: 'ordinal' }).select(number) : 'other';
  return `${number}${terms.get('ordinal')?.single ?? forms?.[kind] ?? forms?.other ?? ''}`;
}
