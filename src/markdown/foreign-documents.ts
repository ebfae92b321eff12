import { THEOREM_KINDS } from '../model/lecture-words.ts';
import type { Foreign } from './foreign.ts';

const PIPES = 'a table of pipes, with “| --- | --- |” below its first line';

const PANDOC: Foreign[] = [
  {
    type: 'text',
    // Neither escaped nor after colons, which another check reports.
    sign: /(?<!\\|:::|::: )(\{:? ?[.#][a-z][^{}\n]*\})/gi,
    fate: 'shown as text',
    expected: 'it right after a heading, an image, a link or the backticks of a fence, or “:span[words]{.name}”',
  },
  { type: 'paragraph', sign: /^(\. \. \.)[ \t]*$/g, fate: 'shown as text', expected: '“::pause”' },
  {
    type: 'paragraph',
    sign: /^(\+(?:[-=:]{3,}\+)+)[ \t]*\n/g,
    fate: 'shown as text',
    expected: PIPES,
  },
  {
    type: 'paragraph',
    sign: /^\|[^\n]{0,999}\n(\|-{1,99}\+[-+]{1,999}\|?)[ \t]{0,9}$/gm,
    fate: 'shown as text',
    expected: PIPES,
  },
  {
    type: 'text',
    sign: new RegExp(String.raw`(\\begin\{(?:${THEOREM_KINDS.join('|')})\*?\})`, 'g'),
    fate: 'shown as text',
    expected: (written) => `“:::${/\{([a-z]+)/.exec(written)?.[1] ?? 'theorem'}” and “:::” in lines of their own`,
  },
  {
    type: 'text',
    sign: /(\\begin\{algorithm(?:ic)?\*?\})/g,
    fate: 'shown as text',
    expected: 'it in a fence “```pseudocode”',
  },
  {
    type: 'text',
    sign: /(\\label\{[^{}\n]*\})/g,
    fate: 'shown as text',
    expected: 'an id in braces, such as {#id} after a formula, an image or the name of a directive',
  },
  {
    type: 'text',
    sign: /(\\(?:name|page|v)ref\{[^{}\n]*\})/g,
    fate: 'shown as text',
    expected: '“:ref[#id]”',
  },
  {
    type: 'text',
    sign: /(\\cite[pt]?\{[^{}\n]*\})/g,
    fate: 'shown as text',
    expected: '“[@key]”, and “bibliography: refs.bib” in the front matter',
  },
];

const QUARTO: Foreign[] = [
  {
    type: 'text',
    sign: /(\{\{[<%][ \t]{0,4}[\w-][^{}\n]{0,300}\}\})/g,
    fate: 'shown as text',
    expected: (written) => SHORTCODES.get(/[\w-]+/.exec(written)?.[0] ?? '') ?? 'what it stands for, in Markdown',
  },
];

const SHORTCODES: ReadonlyMap<string, string> = new Map([
  ['include', '“::include{file=…}” between slides'],
  ['embed', '“::include{file=…}” between slides'],
  ['video', '“::video{src=…}”, or “::embed{src=…}” for a page of the web'],
  ['pagebreak', '“---” between blank lines'],
  ['fa', '“:icon[…]”'],
  ['kbd', '“:kbd[…]”'],
]);

const INCLUDES: Foreign[] = [
  {
    type: 'paragraph',
    sign: /^(@import[ \t]+["'][^\n]*|!include[ \t(][^\n]*|<<<[ \t]+[^\n]*)/g,
    fate: 'shown as text',
    expected: '“::include{file=…}” between slides, or “file=…” after the backticks of a fence for code',
  },
  {
    type: 'text',
    sign: /(?<!\\)(!\[\[[^[\]\n]+\]\])/g,
    fate: 'shown as text',
    expected: '“![words](file.png)” for an image, or “::include{file=…}” between slides for Markdown',
  },
];

/** Marks of tools for documents: LaTeX, Pandoc, Quarto and those that include files. */
export const DOCUMENT_MARKS: readonly Foreign[] = [...PANDOC, ...QUARTO, ...INCLUDES];
