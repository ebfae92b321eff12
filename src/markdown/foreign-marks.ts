import { THEOREM_KINDS } from '../model/lecture-words.ts';
import type { Nodes } from 'mdast';

/** Something that another tool for slides reads, and Lectern shows or passes over. */
export interface Foreign {
  type: Nodes['type'];
  /** Finds it in the node's source; its first group is named in the message. */
  sign: RegExp;
  fate: string;
  /** Says what to write instead; without an answer it is what it is. */
  expected: string | ((written: string) => string | undefined);
  /** The node has to be the first of its slide, or of the deck. @default anywhere */
  first?: 'slide' | 'deck';
  /** What else the file has to have. @default nothing */
  beside?: RegExp;
}

const NOTES = { fate: 'shown to the audience', expected: 'speaker notes between “:::notes” and “:::”' };
/** A line of dashes right below makes a heading of all that stands above it. */
const NOTES_IN_HEADING = { fate: 'shown as a heading', expected: `${NOTES.expected}, and a blank line before “---”` };
const SETTINGS = 'settings in braces behind the slide’s heading, as in “## Title {layout=center}”';
const FRONT_MATTER = 'front matter: these lines between two lines of “---”, at the start of the file';
const STEPS = '“::pause” between blank lines';

const NOTES_LINE = /^[ \t]*(notes?:)[ \t]*$/gim;
const QUESTION_MARKS = /^[ \t]*(\?{3})[ \t]*$/gm;
const CARET = /^[ \t]*(\^)(?=[ \t]*[\p{L}\p{N}"'“‘(*_]|[ \t]+\[)(?!_\^)/gmu;

/** What Slidev's slides have in front matter of their own. */
const SLIDEV = 'layout|class|background|transition|image|clicks|hideInToc|routeAlias|zoom';
/** What remark's slides begin with. */
const REMARK = 'name|class|count|layout|template|exclude|continued|background-(?:image|color|size|position)';
const DECKSET =
  'theme|footer|header|slidenumbers|slidecount|slide-transition|autoscale|build-lists|text|code|list|quote|background-color';

/** Keys that no deck begins its text with. */
const KEYS = 'title|subtitle|author|date|lang|theme|transition|paginate|marp|layout|style|size';
/** What only reveal.js reads; a deck with such lines has notes where others have a remark. */
const REVEAL_SIGN = /^[ \t]*notes?:[ \t]*\r?$|<!--\s*\.(?:slide|element):/im;

const REVEAL: Foreign[] = [
  { type: 'paragraph', sign: /^(notes?:)[ \t]+\S/gi, beside: REVEAL_SIGN, ...NOTES },
  { type: 'paragraph', sign: NOTES_LINE, ...NOTES },
  { type: 'heading', sign: /^(notes?:)[^\n]*\n/gi, ...NOTES_IN_HEADING },
  { type: 'html', sign: /<(aside)\s[^<>]*?\bnotes\b/gi, ...NOTES },
  { type: 'html', sign: /^(<!--\s*\.slide:)/g, fate: 'passed over', expected: SETTINGS },
  {
    type: 'html',
    sign: /^(<!--\s*\.element:)/g,
    fate: 'passed over',
    expected: '“:::steps” and “:::” around what comes step by step',
  },
];

const REMARK_JS: Foreign[] = [
  { type: 'paragraph', sign: QUESTION_MARKS, ...NOTES },
  { type: 'heading', sign: QUESTION_MARKS, ...NOTES_IN_HEADING },
  {
    type: 'paragraph',
    sign: new RegExp(String.raw`^((?:${REMARK}):)[^\n]*(?:\n(?:${REMARK}):[^\n]*)*$`, 'g'),
    first: 'slide',
    fate: 'shown as text',
    expected: SETTINGS,
  },
  { type: 'paragraph', sign: /^(--)[ \t]*$/gm, fate: 'shown as text', expected: STEPS },
  { type: 'heading', sign: /\n(--)[ \t]*$/g, fate: 'read as the line below a heading', expected: STEPS },
  {
    type: 'text',
    sign: /(?<![\w.)\]-])(\.[a-z][\w-]*(?:\.[a-z][\w-]*)*)\[/gi,
    fate: 'shown as text',
    expected: (written) => `“:span[words]{${written.replaceAll('.', ' .').trim()}}”, or “:::column” around blocks`,
  },
];

const DECK_SET: Foreign[] = [
  { type: 'paragraph', sign: CARET, ...NOTES },
  { type: 'heading', sign: CARET, ...NOTES_IN_HEADING },
  {
    type: 'paragraph',
    sign: new RegExp(String.raw`^((?:${DECKSET}):)[^\n]*(?:\n(?:${DECKSET}):[^\n]*)*$`, 'g'),
    first: 'deck',
    fate: 'shown as text',
    expected: FRONT_MATTER,
  },
  { type: 'heading', sign: /^#{1,6}[ \t]+(\[fit\])/gi, fate: 'shown as text', expected: '{layout=statement}' },
  { type: 'paragraph', sign: /^(\[\.[a-z-]+:)/gim, fate: 'shown as text', expected: SETTINGS },
  {
    type: 'image',
    sign: /^!\[((?:inline|left|right|fit|fill|original|filtered|autoplay|loop|mute|hide)(?:[ ,]+[\w%]+){0,4})\]/g,
    fate: 'read as a description',
    expected: 'one in words, and {width=…}, {background=…} or {layout=image-right} for the place',
  },
];

const PIPES = 'a table of pipes, with “| --- | --- |” below its first line';

const PANDOC: Foreign[] = [
  {
    type: 'text',
    // Neither escaped nor behind colons, of which is told elsewhere.
    sign: /(?<!\\|:::|::: )(\{:? ?[.#][a-z][^{}\n]*\})/gi,
    fate: 'shown as text',
    expected: 'it right behind a heading, a picture, a link or the backticks of a fence, or “:span[words]{.name}”',
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
    expected: 'an id in braces, such as {#id} behind a formula, a picture or the name of a directive',
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

/** Front matter that is not at the beginning of the file, not closed or written for another tool. */
const LOST_FRONT_MATTER: Foreign[] = [
  {
    type: 'heading',
    sign: new RegExp(String.raw`^((?:${KEYS}):)[^\n]*(?:\n[^\n]*)*\n-+[ \t]*$`, 'g'),
    first: 'deck',
    fate: 'shown as a heading',
    expected: FRONT_MATTER,
  },
  {
    type: 'paragraph',
    sign: new RegExp(String.raw`^((?:${KEYS}):)[ \t]+[^\n]*(?:\n[^\n]*)*$`, 'g'),
    first: 'deck',
    fate: 'shown as text',
    expected: FRONT_MATTER,
  },
  { type: 'paragraph', sign: /^(\+{3})[ \t]*\n/g, first: 'deck', fate: 'shown as text', expected: FRONT_MATTER },
  {
    type: 'paragraph',
    sign: /^(%)[ \t][^\n]*(?:\n(?:%|[ \t])[^\n]*)*$/g,
    first: 'deck',
    fate: 'shown as text',
    expected: 'front matter: “title: …”, “author: …” and “date: …” between two lines of “---”',
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
    expected: '“::include{file=…}” between slides, or “file=…” behind the backticks of a fence for code',
  },
  {
    type: 'text',
    sign: /(?<!\\)(!\[\[[^[\]\n]+\]\])/g,
    fate: 'shown as text',
    expected: '“![words](file.png)” for a picture, or “::include{file=…}” between slides for Markdown',
  },
];

const MARP: Foreign[] = [
  {
    type: 'html',
    sign: /^(<!--\s*_?(?:class|paginate|header|footer|color|theme|headingDivider|background\w+):)/g,
    fate: 'passed over',
    expected: `${SETTINGS}, or a key of the front matter`,
  },
  {
    type: 'image',
    sign: /^!\[(bg)(?: [^\]]*)?\]/g,
    fate: 'shown in the text',
    expected: '{background=…} or {layout=image-right} behind the slide’s heading',
  },
];

/** To CommonMark the front matter of a slide is a heading. */
const SLIDEV_JS: Foreign[] = [
  {
    type: 'heading',
    sign: /^(src:[^\n]*)(?:\n\w+:[^\n]*)*\n-+[ \t]*$/g,
    fate: 'shown as a heading',
    expected: (written) => `“::include{file="${unquoted(written.slice('src:'.length))}"}”`,
  },
  {
    type: 'heading',
    sign: new RegExp(String.raw`^((?:${SLIDEV}|${REMARK}):)[^\n]*(?:\n\w+:[^\n]*)*\n-+[ \t]*$`, 'g'),
    fate: 'shown as a heading',
    expected: SETTINGS,
  },
  {
    type: 'paragraph',
    sign: /^(src:[ \t]*[^\s]+)$/g,
    first: 'slide',
    fate: 'shown as text',
    expected: (written) => `“::include{file="${unquoted(written.slice('src:'.length))}"}”`,
  },
  {
    type: 'paragraph',
    sign: /^(::[\w-]+::)[ \t]*$/gm,
    fate: 'shown as text',
    expected: 'a slot such as “:::left” and “:::” around what is in it',
  },
];

function unquoted(text: string): string {
  return text.trim().replace(/^["']|["']$/g, '');
}

/** By the type of node that may have one. */
export const FOREIGN: ReadonlyMap<Nodes['type'], Foreign[]> = Map.groupBy(
  [
    ...REVEAL,
    ...REMARK_JS,
    ...DECK_SET,
    ...PANDOC,
    ...LOST_FRONT_MATTER,
    ...QUARTO,
    ...INCLUDES,
    ...MARP,
    ...SLIDEV_JS,
  ],
  ({ type }) => type,
);
