import type { Nodes } from 'mdast';
import { DOCUMENT_MARKS } from './foreign-documents.ts';
import type { Foreign } from './foreign.ts';

const NOTES = { fate: 'shown to the audience', expected: 'speaker notes between “:::notes” and “:::”' };
/** A line of dashes right below makes a heading of all that is above it. */
const NOTES_IN_HEADING = { fate: 'shown as a heading', expected: `${NOTES.expected}, and a blank line before “---”` };
const SETTINGS = 'settings in braces after the slide’s heading, as in “## Title {layout=center}”';
const FRONT_MATTER = 'front matter: these lines between two lines of “---”, at the start of the file';
const STEPS = '“::pause” between blank lines';

const NOTES_LINE = /^[ \t]*(notes?:)[ \t]*$/gim;
const QUESTION_MARKS = /^[ \t]*(\?{3})[ \t]*$/gm;
const CARET = /^[ \t]*(\^)(?=[ \t]*[\p{L}\p{N}"'“‘(*_]|[ \t]+\[)(?!_\^)/gmu;

/** Keys of front matter on single slides of Slidev. */
const SLIDEV = 'layout|class|background|transition|image|clicks|hideInToc|routeAlias|zoom';
/** Properties at the start of remark's slides. */
const REMARK = 'name|class|count|layout|template|exclude|continued|background-(?:image|color|size|position)';
const DECKSET =
  'theme|footer|header|slidenumbers|slidecount|slide-transition|autoscale|build-lists|text|code|list|quote|background-color';

/** Keys that no deck begins its text with. */
const KEYS = 'title|subtitle|author|date|lang|theme|transition|paginate|marp|layout|style|size';
/** Marks that only reveal.js reads; a deck with such lines has notes where others have a remark. */
const REVEAL_SIGN = /^[ \t]*notes?:[ \t]*\r?$|<!--\s*\.(?:slide|element):/im;

const REVEAL: Foreign[] = [
  { type: 'paragraph', sign: /^(notes?:)[ \t]+\S/gi, beside: REVEAL_SIGN, ...NOTES },
  { type: 'paragraph', sign: NOTES_LINE, ...NOTES },
  { type: 'heading', sign: /^(notes?:)[^\n]*\n/gi, ...NOTES_IN_HEADING },
  { type: 'html', sign: /<(aside)\s[^<>]*?\bnotes\b/gi, ...NOTES },
  { type: 'html', sign: /^(<!--\s*\.slide:)/g, fate: 'ignored', expected: SETTINGS },
  {
    type: 'html',
    sign: /^(<!--\s*\.element:)/g,
    fate: 'ignored',
    expected: '“:::steps” and “:::” around the blocks that appear step by step',
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

const MARP: Foreign[] = [
  {
    type: 'html',
    sign: /^(<!--\s*_?(?:class|paginate|header|footer|color|theme|headingDivider|background\w+):)/g,
    fate: 'ignored',
    expected: `${SETTINGS}, or a key of the front matter`,
  },
  {
    type: 'image',
    sign: /^!\[(bg)(?: [^\]]*)?\]/g,
    fate: 'shown in the text',
    expected: '{background=…} or {layout=image-right} after the slide’s heading',
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
  [...REVEAL, ...REMARK_JS, ...DECK_SET, ...LOST_FRONT_MATTER, ...DOCUMENT_MARKS, ...MARP, ...SLIDEV_JS],
  ({ type }) => type,
);
