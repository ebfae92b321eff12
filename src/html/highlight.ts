import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { LanguageFn } from 'highlight.js';
import { createLowlight } from 'lowlight';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { nearestName } from '../model/did-you-mean.ts';
import { eachElement } from '../model/walk.ts';
import languages from './code-languages.json' with { type: 'json' };

/** Highlights code; grammars are loaded when a deck first needs them. */
export interface Highlighter {
  lowlight: ReturnType<typeof createLowlight>;
  /** Grammars being loaded, by file name. */
  loading: Map<string, Promise<void>>;
}

const FILES: Readonly<Record<string, string>> = languages;
const PLAIN = new Set(['math', 'text', 'txt', 'plain', 'plaintext', 'none', 'nohighlight', 'csv', 'tsv']);

/** Creates the plugin that highlights code. */
export function createHighlighter(): Highlighter {
  return { lowlight: createLowlight(), loading: new Map() };
}

/** Fence languages that are drawn, not shown as code. */
const DRAWN = ['mermaid', 'dot', 'vega-lite', 'math'];
/** Names of drawings in other tools. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['chart', 'expected “csv” with “chart=bar” or the like after it'],
  ['vega', 'expected “vega-lite”'],
  ['katex', 'expected “math”'],
]);

export interface HighlightOptions {
  highlighter: Highlighter;
  /**
   * Code with elements in it has been marked up by a plugin of the project, and stays.
   * @default false
   */
  keepMarked?: boolean;
}

/**
 * Marks up fenced code with highlight.js's class names (`hljs-keyword` …), which themes colour. A language nobody knows
 * is a message naming the nearest, and its code is shown plain.
 */
export const highlight: Plugin<[HighlightOptions], Root> = ({ highlighter, keepMarked = false }) => {
  return async (tree, file) => {
    const blocks: { code: Element; language: string }[] = [];
    eachElement(tree, (element, parent) => {
      if (element.tagName !== 'code' || parent.type !== 'element' || parent.tagName !== 'pre') return;
      if (keepMarked && element.children.some(({ type }) => type === 'element')) return;
      const name = languageOf(element);
      if (!name || PLAIN.has(name)) return;
      const language = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
      if (language) blocks.push({ code: element, language });
      else {
        // Names are short: with another first letter it is another language.
        const known = [...DRAWN, ...Object.keys(FILES)].filter((one) => one.startsWith(name.charAt(0)));
        const near = OTHERS.has(name) ? undefined : nearestName(name, known);
        const advice = near ? `did you mean “${near}”?` : (OTHERS.get(name) ?? 'leave it out or write “text”');
        warn(file, `Unknown code language “${name}”, shown as plain text; ${advice}`, {
          place: element.position ?? parent.position ?? tree.position,
          ruleId: 'code-language',
        });
      }
    });
    await Promise.all([...new Set(blocks.map(({ language }) => language))].map((name) => load(highlighter, name)));
    for (const { code, language } of blocks) {
      code.children = highlighter.lowlight.highlight(language, toString(code)).children as Element[];
    }
  };
};

function languageOf(code: Element): string | undefined {
  const { className } = code.properties;
  if (!Array.isArray(className)) return undefined;
  const found = className.find((name) => typeof name === 'string' && name.startsWith('language-'));
  return typeof found === 'string' ? found.slice('language-'.length).toLowerCase() : undefined;
}

function load(highlighter: Highlighter, name: string): Promise<void> {
  let loading = highlighter.loading.get(name);
  if (!loading) {
    loading = loadGrammar(name).then((grammar) => highlighter.lowlight.register(name, grammar));
    highlighter.loading.set(name, loading);
  }
  return loading;
}

async function loadGrammar(name: string): Promise<LanguageFn> {
  const module: { default: LanguageFn } = await import(`highlight.js/lib/languages/${name}`);
  return module.default;
}
