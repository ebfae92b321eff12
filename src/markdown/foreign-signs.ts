import type { Nodes } from 'mdast';

/** Something that another tool for slides reads, and Lectern shows or passes over. */
export interface Foreign {
  type: Nodes['type'];
  /** In the node's source; its first group is named in the message. */
  sign: RegExp;
  fate: string;
  expected: string;
}

const NOTES = { fate: 'shown to the audience', expected: 'speaker notes between “:::notes” and “:::”' };
export const SETTINGS = 'settings in braces behind the slide’s heading, as in “## Title {layout=center}”';

/** What Slidev's slides have in front matter of their own. */
export const SLIDEV = 'layout|class|background|transition|image|clicks|hideInToc|routeAlias|zoom';

export const FOREIGN: readonly Foreign[] = [
  // reveal.js
  { type: 'paragraph', sign: /^(notes?:)[ \t]*(?:\n|$)/i, ...NOTES },
  {
    type: 'html',
    sign: /^(<!--\s*\.slide:)/,
    fate: 'passed over',
    expected: SETTINGS,
  },
  {
    type: 'html',
    sign: /^(<!--\s*\.element:)/,
    fate: 'passed over',
    expected: '“:::steps” and “:::” around what comes step by step',
  },
  // remark
  { type: 'paragraph', sign: /^(\?{3})[ \t]*(?:\n|$)/, ...NOTES },
  { type: 'paragraph', sign: /^(--)[ \t]*$/, fate: 'shown as text', expected: '“::pause”' },
  {
    type: 'heading',
    sign: /\n(--)[ \t]*$/,
    fate: 'which makes a heading of the line above',
    expected: '“::pause” between blank lines',
  },
  {
    type: 'text',
    sign: /(?<![\w.\\])(\.[a-z][\w-]*\[)/,
    fate: 'shown as text',
    expected: '“:span[words]{.name}”',
  },
  // Deckset
  { type: 'paragraph', sign: /^(\^)[ \t]*[^\s[]/, ...NOTES },
  {
    type: 'heading',
    sign: /(\[fit\])/,
    fate: 'shown as text',
    expected: '{layout=statement} behind the slide’s heading',
  },
  { type: 'paragraph', sign: /^(\[\.[a-z][\w-]*):/, fate: 'shown as text', expected: SETTINGS },
  // Pandoc, kramdown
  {
    type: 'text',
    // Neither escaped nor behind colons, of which is told elsewhere.
    sign: /(?<!\\|:::|::: )(\{:? ?[.#][a-z][^{}\n]*\})/i,
    fate: 'shown as text',
    expected: 'it right behind a heading, a picture, a link or the backticks of a fence, or “:span[words]{.name}”',
  },
  { type: 'paragraph', sign: /^(\. \. \.)[ \t]*$/, fate: 'shown as text', expected: '“::pause”' },
  { type: 'text', sign: /(?<!\\)(\^\[)/, fate: 'shown as text', expected: '“[^1]” here, and “[^1]: …” further down' },
  {
    type: 'text',
    sign: /(?<!\\)(\[-?@[a-z][^\]\n]*\])/i,
    fate: 'shown as text',
    expected: 'a footnote such as “[^1]”',
  },
  {
    type: 'paragraph',
    sign: /^(\+[-=:]{3,})[-=:+]*\+/,
    fate: 'shown as text',
    expected: 'a table such as “| A | B |” with “| - | - |” below its head',
  },
  {
    type: 'text',
    sign: /(\\(?:eqref|ref|autoref|cite\w*)\{[^}\n]*\})/,
    fate: 'shown as text',
    expected: 'words such as “equation (1)”, or a link to a slide',
  },
  // Markdown that means nothing
  {
    type: 'text',
    sign: /(?<![\w\\\])])(\[[^[\]\n]+\]\[[^[\]\n]+\])/,
    fate: 'shown as text',
    expected: 'a definition of the second name, such as “[name]: https://…”',
  },
  {
    type: 'text',
    sign: /(?<!\\)(\[\^[^[\]\s]+\])/,
    fate: 'shown as text',
    expected: 'a footnote of that name, such as “[^1]: …”',
  },
  {
    type: 'text',
    sign: /(\]\([^()<>\n]*\.[a-z0-9]{2,4}\))/i,
    fate: 'shown as text',
    expected: 'an address with spaces between “<” and “>”, as in “![words](<my picture.png>)”',
  },
  // Marp
  {
    type: 'html',
    sign: /^(<!--\s*_?(?:class|paginate|header|footer|color|theme|headingDivider|background\w+):)/,
    fate: 'passed over',
    expected: `${SETTINGS}, or a key of the front matter`,
  },
  {
    type: 'image',
    sign: /^!\[(bg)(?: [^\]]*)?\]/,
    fate: 'shown in the text',
    expected: '{background=…} or {layout=image-right} behind the slide’s heading',
  },
  // Slidev: a slide's front matter is a heading to CommonMark.
  {
    type: 'heading',
    sign: /^(src:)[^\n]*(?:\n\w+:[^\n]*)*\n-+\s*$/,
    fate: 'shown as a heading',
    expected: '“::include{file=…}” outside of every slide’s blocks',
  },
  {
    type: 'heading',
    sign: new RegExp(String.raw`^((?:${SLIDEV}):)[^\n]*(?:\n\w+:[^\n]*)*\n-+\s*$`),
    fate: 'shown as a heading',
    expected: SETTINGS,
  },
  {
    type: 'paragraph',
    sign: /^(::[\w-]+::)[ \t]*(?:\n|$)/,
    fate: 'shown as text',
    expected: 'a slot such as “:::left” and “:::” around what is in it',
  },
];
