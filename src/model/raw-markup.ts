import type { DrawingJob } from './drawing.ts';

/** Markup that is ready to be shown, such as a drawing, a formula or an icon. */
export interface RawMarkup {
  /** HTML or SVG. */
  markup: string;
  /** The same for paper, where it differs. */
  printed?: string;
  /** The characters it shows in the deck's own fonts. */
  text: string;
  /** KaTeX's fonts it is set in, by their file names. */
  fonts: string[];
  /** The table and the options that a chart is drawn from, for outputs with charts of their own. */
  chart?: DrawingJob;
}

/**
 * Insets of a deck. They are kept beside the tree, since nothing looks into them any more: an empty element whose last
 * attribute is `data-inset` stands for each.
 */
export type RawMarkups = Map<string, RawMarkup>;

/** Adds an inset and tells its id. */
export function addRawMarkup(rawMarkup: RawMarkups, added: RawMarkup): string {
  const id = String(rawMarkup.size + 1);
  rawMarkup.set(id, added);
  return id;
}

/** Puts insets where they belong in HTML that was made of a tree. */
export function fillRawMarkup(html: string, rawMarkup: RawMarkups, printed: boolean): string {
  return html.replace(/ data-inset="(\d+)"><\/(svg|span)>/g, (_, id: string, tagName: string) => {
    const { markup = '', printed: onPaper = markup } = rawMarkup.get(id) ?? {};
    return `>${printed ? onPaper : markup}</${tagName}>`;
  });
}

/** Elements whose text nobody sees. */
const UNSEEN = new Set(['style', 'title', 'annotation', 'desc']);
/** Signs that markup has to write by their names. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
]);

/** Returns the text of markup without its tags. */
export function textOfMarkup(markup: string): string {
  let hidden: string | undefined;
  const shown = markup.split('<').map((part, index) => {
    if (index === 0) return part;
    const name = /^\/?[\w:-]*/.exec(part)?.[0] ?? '';
    const end = part.indexOf('>');
    if (hidden === undefined && UNSEEN.has(name) && part.charAt(end - 1) !== '/') hidden = name;
    else if (name === `/${hidden}`) hidden = undefined;
    return hidden === undefined ? ` ${part.slice(end + 1)}` : '';
  });
  return shown
    .join('')
    .replace(/&(lt|gt|quot|amp);/g, (whole, name: string) => NAMED.get(name) ?? whole)
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10) || 32),
    );
}
