/** Words of the reference tables about names that the code has, with links from `docs/reference/`. */
import type { SLIDE_SETTINGS } from '../src/markdown/slide-settings.ts';
import { COMPOSE, PANELS, TONES, TRANSITIONS } from '../src/model/deck.ts';
import type { Layout } from '../src/model/layouts.ts';
import type { Described } from './reference-tables.ts';

type SlideSettingName = (typeof SLIDE_SETTINGS)[number];
type Component = 'kpis' | 'cards' | 'timeline' | 'process' | 'matrix' | 'proscons' | 'poll' | 'people';

/** The purpose of each layout. */
export const LAYOUT_USES: Readonly<Record<Layout, string>> = {
  default: 'a heading and content',
  cover: 'the opening slide of the talk',
  section: 'the opening slide of a section',
  center: 'few words in the middle, with much room',
  statement: 'one sentence or one figure, large',
  quote: 'a quotation, large, with its attribution',
  split: 'two halves: text on the left, what belongs to it on the right',
  compare: 'two halves with a line above each; the second half begins at its heading',
  'image-left': 'an image up to the slide’s left edge, and words beside it',
  'image-right': 'an image up to the slide’s right edge, and words beside it',
  'image-full': 'an image as large as the slide, with words on a panel',
  code: 'code on the whole slide',
  agenda: 'the sections of the talk',
  end: 'closing words, links or a QR code, and the authors',
};

/** Directives that are made of a list. */
export const COMPONENTS: Readonly<Record<Component, string>> = {
  kpis: 'large numbers with what they count. [Key figures](../components.md#key-figures)',
  cards: 'panels of one height. [Cards](../components.md#cards)',
  timeline: 'what happens when. [Timeline](../components.md#timeline)',
  process: 'stages, one after the other. [Process](../components.md#process)',
  matrix: 'four boxes in two rows. [Matrix](../components.md#matrix)',
  proscons: 'arguments for and against. [Pros and cons](../components.md#pros-and-cons)',
  poll: 'a question to the audience. [Polls](../components.md#polls)',
  people: 'people with round portraits. [People](../components.md#people)',
};

/** The purpose of each other directive. */
export const DIRECTIVES: Readonly<Record<Exclude<Described, Component>, string>> = {
  notes: 'speaker notes. [Speaker notes](../language.md#speaker-notes)',
  columns: 'columns side by side. [Columns](../language.md#columns-and-grids)',
  column: 'one of these columns',
  grid: 'a grid with a cell for each block. [Grids](../language.md#columns-and-grids)',
  cell: 'one cell made of several blocks',
  steps: 'blocks or list items that appear one after the other. [Steps](../language.md#steps)',
  stack: 'blocks that replace each other in one place. [Steps](../language.md#steps)',
  only: 'content for some outputs only. [One output](../language.md#content-for-one-output)',
  left: 'the left side of a layout. [Layouts](../language.md#layouts)',
  right: 'the right side of a layout',
  full: 'the full width above both sides',
  image: 'the place for an image in a layout',
  gallery: 'images in rows of one height. [Images](../language.md#images)',
  logos: 'logos of the same weight. [Images](../language.md#images)',
  frame: 'a browser, window or phone around an image. [Images](../language.md#images)',
  terminal: 'code as a terminal. [Code](../language.md#code)',
  output: 'what the code beside it prints. [Code](../language.md#code)',
  source: 'where figures are from, at the foot of the slide. [Sources](../language.md#call-outs-quotes-lists)',
  tabs: 'code in several languages in one place. [Code](../language.md#code)',
  slide: 'settings of a slide without a heading. [Slide settings](../language.md#slide-settings)',
  pause: 'the rest of the slide waits for the next step. [Steps](../language.md#steps)',
  include: 'the slides of another file. [Parts](../language.md#parts-and-agenda)',
  toc: 'the sections of the talk, linked. [Agenda](../language.md#parts-and-agenda)',
  video: 'a video. [Videos](../language.md#videos-sounds-pages)',
  audio: 'a sound. [Videos](../language.md#videos-sounds-pages)',
  embed: 'a page of the web. [Videos](../language.md#videos-sounds-pages)',
  references: 'the list of references. [Citations](../language.md#citations)',
  qr: 'a QR code. [QR codes](../language.md#videos-sounds-pages)',
  kbd: 'keys. [Words](../language.md#words)',
  icon: 'an icon. [Words](../language.md#words)',
  mark: 'marked text. [Words](../language.md#words)',
  step: 'words that appear as a step. [Steps](../language.md#steps)',
  abbr: 'an abbreviation with its explanation. [Words](../language.md#words)',
  span: 'words in another language or look. [Words](../language.md#words)',
  ref: 'a reference to a theorem, figure, table or equation. [References](../language.md#theorems-and-references)',
  blank: 'an answer that the handout leaves open. [Handouts](../print.md#handouts)',
};

/** Where the docs say more about a key of the front matter. */
export const KEY_LINKS: Readonly<Record<string, string>> = {
  lang: '../language.md#languages',
  theme: '../theme.md',
  tokens: '../theme.md#one-colour',
  breaks: '../language.md#where-a-slide-starts',
  dialect: '../language.md#from-another-tool',
  style: '../theme.md#a-style-sheet-after-the-theme',
  split: '../language.md#where-a-slide-starts',
  logo: '../theme.md#a-logo-for-every-tone',
  brand: '../theme.md#a-brand-file',
  incremental: '../language.md#steps',
  advance: '../present.md#without-a-keyboard',
  html: '../language.md#html',
  duration: '../present.md#the-presenter-view',
  handout: '../print.md#handouts',
  fit: '../check.md#slides-that-are-too-full',
  paginate: '../check.md#slides-that-are-too-full',
  numbering: '../language.md#theorems-and-references',
  math: '../language.md#formulas',
  typography: '../language.md#typography',
  bibliography: '../language.md#citations',
  csl: '../language.md#citations',
  grow: '../language.md#size-of-content',
  compose: '../language.md#arrangement-by-content',
  check: '../check.md#turn-rules-off-or-change-them',
};

/** The values and the purpose of each slide setting, with links from `docs/language.md`. */
export const SETTING_WORDS: Readonly<Record<SlideSettingName, readonly [values: string, meaning: string]>> = {
  layout: ['a layout', 'how the slide is arranged. [Layouts](#layouts)'],
  theme: ['a theme', 'another theme for this slide; on a section divider for the whole section'],
  tone: [TONES.map(code).join(', '), 'the colours of the slide; on a section divider for the whole section'],
  background: [
    'a colour, gradient, image, video or web address',
    'what is behind the content. [Backgrounds](#backgrounds)',
  ],
  'background-size': ['`cover`, `contain`, `auto`, one or two lengths', 'the size of the background'],
  'background-position': ['as in CSS', 'the position of the background'],
  'background-opacity': ['0 to 1', 'the opacity of the background'],
  scrim: ['`auto`, `none`, 0 to 1', 'the veil between a background and the text'],
  panel: [PANELS.map(code).join(', '), 'where text is on the image of `image-full`. [Layouts](#layouts)'],
  transition: [TRANSITIONS.map(code).join(', '), 'how the slide appears'],
  'auto-animate': [
    'a flag',
    'elements that this slide shares with the one before move to their new places. [Steps](#steps)',
  ],
  duration: ['a length such as `90s`', 'the time planned for the slide. [Rehearsals](present.md#rehearsals)'],
  numbers: ['`false`', 'no footer and number on this slide'],
  footer: ['text, `false`', 'another text in the footer of this slide, or none'],
  hidden: ['a flag', 'leave out the slide'],
  uncounted: ['a flag', 'show it, but do not count it'],
  incremental: ['a flag, `false`', 'lists appear item by item, or all at once'],
  fit: [
    'a flag, `false`',
    'scale the slide down to fit, without a message while it is legible. [Check](check.md#slides-that-are-too-full)',
  ],
  paginate: [
    'a flag, `false`',
    'split the slide into several if it is too full. [Check](check.md#slides-that-are-too-full)',
  ],
  grow: ['`false`', 'do not enlarge little content. [Size of content](#size-of-content)'],
  compose: [
    COMPOSE.map(code).join(', '),
    'arrange the content, or leave it as written. [Arrangement by content](#arrangement-by-content)',
  ],
  'check-off': ['ids of rules', 'rules to turn off, as in `check-off="overflow words"`. [Check](check.md)'],
  lang: ['a language', 'the language of the slide. [Languages](#languages)'],
  dir: ['`ltr`, `rtl`', 'the direction of writing'],
};

function code(name: string): string {
  return `\`${name}\``;
}
