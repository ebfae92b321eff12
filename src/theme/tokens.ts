/** A token that themes can set. */
export interface Token {
  name: string;
  /** Purpose, for the reference. */
  purpose: string;
}

/** Every token, in groups, in the order that a reference has them. Their defaults are in `themes/base/tokens.css`. */
export const TOKENS: readonly { title: string; tokens: readonly Token[] }[] = [
  {
    title: 'Colours',
    tokens: [
      { name: '--r-background-color', purpose: 'the background of a slide' },
      { name: '--r-main-color', purpose: 'text' },
      { name: '--r-heading-color', purpose: 'headings and what is bold' },
      { name: '--r-link-color', purpose: 'links' },
      {
        name: '--deck-brand',
        purpose: 'the theme’s one colour, which accents follow from; `accent` in the front matter',
      },
      { name: '--deck-brand-2', purpose: 'a second colour of the brand; `brand-2` in the front matter' },
      { name: '--deck-accent', purpose: 'the accent as this tone has it: markers, third-level headings, bars' },
      { name: '--deck-accent-2', purpose: 'secondary marks, such as the bars beside quotations' },
      { name: '--deck-muted', purpose: 'muted text: captions, footers, footnotes' },
      { name: '--deck-line', purpose: 'rules and borders' },
      { name: '--deck-panel', purpose: 'the background of code, call-outs and cards' },
      { name: '--deck-shape', purpose: 'large shapes behind text' },
      { name: '--deck-good', purpose: 'what got better: the change of a number' },
      { name: '--deck-bad', purpose: 'what got worse' },
      { name: '--deck-highlight', purpose: 'the background of marked words' },
      { name: '--deck-highlight-text', purpose: 'marked words' },
    ],
  },
  {
    title: 'Type',
    tokens: [
      { name: '--r-main-font', purpose: 'the families of text' },
      { name: '--r-heading-font', purpose: 'the families of headings and quotations' },
      { name: '--r-code-font', purpose: 'the families of code' },
      { name: '--deck-code-font', purpose: 'the same; used where something else sets `--r-code-font`' },
      { name: '--r-main-font-size', purpose: 'the size that all others are shares of' },
      { name: '--r-heading1-size', purpose: 'first-level headings' },
      { name: '--r-heading2-size', purpose: 'second-level headings, the titles of slides' },
      { name: '--r-heading3-size', purpose: 'third-level headings' },
      { name: '--r-heading-font-weight', purpose: 'the weight of headings' },
      { name: '--r-heading-letter-spacing', purpose: 'the space between the letters of headings' },
      { name: '--r-heading-line-height', purpose: 'the lines of headings' },
      { name: '--deck-main-weight', purpose: 'the weight of text' },
      { name: '--deck-strong-weight', purpose: 'the weight of what is bold' },
      { name: '--deck-line-height', purpose: 'the lines of text' },
      { name: '--deck-code-size', purpose: 'blocks of code' },
      { name: '--deck-small-size', purpose: 'captions, footnotes and the running footer' },
      { name: '--deck-references-size', purpose: 'lists of references' },
      { name: '--deck-cover-size', purpose: 'the title on a cover' },
      { name: '--deck-section-size', purpose: 'the title of a section' },
      { name: '--deck-statement-size', purpose: 'the sentence of the layout `statement`' },
      { name: '--deck-quote-size', purpose: 'the quotation of the layout `quote`' },
      { name: '--deck-end-size', purpose: 'the last words' },
    ],
  },
  {
    title: 'Space and shape',
    tokens: [
      { name: '--deck-margin-inline', purpose: 'the margins at the sides' },
      { name: '--deck-margin-top', purpose: 'the margin above' },
      { name: '--deck-margin-bottom', purpose: 'the margin below, which holds the running footer' },
      { name: '--deck-gap', purpose: 'the space between blocks' },
      { name: '--deck-radius', purpose: 'the corners of boxes' },
      { name: '--deck-bar', purpose: 'the thickness of bars, as beside quotations' },
      { name: '--deck-bullet', purpose: 'the marker of list items: a string, or `disc` or `square`' },
      {
        name: '--deck-numbering',
        purpose: 'how sections are numbered: a counter style, such as `decimal-leading-zero` or `upper-roman`',
      },
      { name: '--deck-logo-height', purpose: 'the height of the logo' },
    ],
  },
  {
    title: 'Code',
    tokens: [
      { name: '--deck-code-comment', purpose: 'comments' },
      { name: '--deck-code-keyword', purpose: 'keywords' },
      { name: '--deck-code-string', purpose: 'strings, and lines that were added' },
      { name: '--deck-code-number', purpose: 'numbers and constants' },
      { name: '--deck-code-title', purpose: 'names of functions and classes' },
      { name: '--deck-code-type', purpose: 'types and properties' },
      { name: '--deck-code-deletion', purpose: 'what was deleted' },
      { name: '--deck-code-emphasis', purpose: 'the background of highlighted lines' },
    ],
  },
  {
    title: 'Charts and diagrams',
    tokens: [1, 2, 3, 4, 5, 6].map((number) => ({
      name: `--deck-chart-${number}`,
      purpose: `series ${number}${number === 1 ? '; the outlines of diagrams' : ''}`,
    })),
  },
];

/** Tokens that Lectern sets; themes read them. */
export const GIVEN_TOKENS: readonly Token[] = [
  { name: '--deck-unit', purpose: '1 px on a slide of 1280 × 720; lengths are multiples of it' },
  { name: '--deck-width', purpose: 'the width of a slide' },
  { name: '--deck-height', purpose: 'the height of a slide' },
  {
    name: '--deck-section',
    purpose: 'the number of a section, on the slide that opens it; the counter `section` has it, too',
  },
  { name: '--deck-sections', purpose: 'how many sections there are' },
  { name: '--deck-rows', purpose: 'how many rows the entries of an agenda make' },
  { name: '--deck-title-scale', purpose: 'the share of its size that a long title of a cover, section or end has' },
  {
    name: '--deck-side',
    purpose: 'the width of what a theme puts at a side of covers and sections: less where a slide is upright',
  },
  { name: '--deck-image-width', purpose: 'the width of the image where a layout has one at a side' },
  ...[1, 2, 3, 4, 5, 6].map((number) => ({
    name: `--deck-soft-${number}`,
    purpose: `a tint of \`--deck-chart-${number}\` on the slide’s background`,
  })),
];

/** Names of all tokens that a theme may set. */
export const TOKEN_NAMES: readonly string[] = TOKENS.flatMap(({ tokens }) => tokens.map(({ name }) => name));

/** Converts `--deck-accent` to `accent`, and `--r-main-font` to `r-main-font`. */
export function shortName(token: string): string {
  return token.replace(/^--(?:deck-)?/, '');
}

/** Converts `accent` to `--deck-accent`, and `r-main-font` to `--r-main-font`. */
export function tokenName(short: string): string {
  return `--${/^(?:r|deck)-/.test(short) ? short : `deck-${short}`}`;
}
