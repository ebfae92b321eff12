import type { Element, Nodes, Root } from 'hast';
import type { Plugin } from 'unified';
import { hasLongRun, hasManyColumns, isNarrow } from './long-words.ts';

type Hyphenate = (text: string, options: { minWordLength: number }) => string;

const PATTERNS: Readonly<Partial<Record<string, () => Promise<{ default: { hyphenateSync: Hyphenate } }>>>> = {
  cs: () => import('hyphen/cs/index.js'),
  da: () => import('hyphen/da/index.js'),
  de: () => import('hyphen/de/index.js'),
  en: () => import('hyphen/en/index.js'),
  es: () => import('hyphen/es/index.js'),
  fi: () => import('hyphen/fi/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  hu: () => import('hyphen/hu/index.js'),
  it: () => import('hyphen/it/index.js'),
  nb: () => import('hyphen/nb/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  sv: () => import('hyphen/sv/index.js'),
};

/** Words of this length may not fit a line of a box with a part of the slide's width. */
const LONG_IN_NARROW = 12;
const LONG_IN_TABLE = 15;
/** Too long for a line in large letters. */
const LONG_IN_HEADING = 18;
/** Too long for any line in company. */
const LONG_ANYWHERE = 24;
const NO_PROSE = new Set(['code', 'kbd', 'pre', 'samp', 'svg', 'math']);
/** No word of any language is longer; what hyphenating takes grows with the square of a word. */
const LONGEST = 200;
const ENDLESS_WORD = new RegExp(`\\p{L}{${LONGEST},}`, 'u');
/** In addresses and paths a hyphen would be read as one of theirs. */
const ADDRESS = /:\/\/|^[./~]|[\\@=]|\p{L}\.\p{L}|\/\d|\d\//u;
const LONG_WORD = new RegExp(`\\p{L}{${LONG_IN_NARROW},}`, 'u');

/**
 * Puts soft hyphens into long words where lines are short, by the rules of their language. Browsers have such rules too,
 * but not all of them, and not the one that prints: lines are to break where the speaker saw them break.
 */
export const hyphenation: Plugin<[], Root> = () => {
  return async (tree) => {
    const found: ProseText[] = [];
    collect(tree, { lang: tree.data?.slide?.lang ?? 'en', least: LONG_ANYWHERE }, found);
    for (const { node, lang, least } of found) {
      const language = lang.split('-', 1)[0]?.toLowerCase() ?? '';
      const load = Object.hasOwn(PATTERNS, language) ? PATTERNS[language] : undefined;
      if (!load) continue;
      const { hyphenateSync } = (await load()).default;
      const words = node.value.split(/(\s+)/);
      node.value = words.map((word) => (isWhole(word) ? word : hyphenateSync(word, { minWordLength: least }))).join('');
    }
  };
};

function isWhole(word: string): boolean {
  return word.length < LONG_IN_NARROW || ADDRESS.test(word) || ENDLESS_WORD.test(word);
}

interface Surroundings {
  lang: string;
  /** Words of fewer letters are left alone. */
  least: number;
}

interface ProseText extends Surroundings {
  node: { value: string };
}

function collect(node: Nodes, around: Surroundings, found: ProseText[]): void {
  if (node.type === 'text' && hasLongRun(node.value, around.least) && LONG_WORD.test(node.value)) {
    const words = node.value.match(/\p{L}+/gu) ?? [];
    if (words.some((word) => word.length >= around.least)) found.push({ node, ...around });
  }
  if (!('children' in node)) return;
  if (node.type === 'element' && NO_PROSE.has(node.tagName)) return;
  const inside = node.type === 'element' ? within(node, around) : around;
  for (const child of node.children) collect(child, inside, found);
}

function within(element: Element, around: Surroundings): Surroundings {
  const { lang } = element.properties;
  return {
    lang: typeof lang === 'string' ? lang : around.lang,
    least: Math.min(leastIn(element) ?? LONG_ANYWHERE, around.least),
  };
}

function leastIn(element: Element): number | undefined {
  const { tagName } = element;
  if (tagName === 'dd' || isNarrow(element)) return LONG_IN_NARROW;
  if (tagName === 'table' && hasManyColumns(element)) return LONG_IN_TABLE;
  return /^h[1-6]$/.test(tagName) ? LONG_IN_HEADING : undefined;
}
