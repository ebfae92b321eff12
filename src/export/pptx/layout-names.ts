import type { Slide } from '../../model/deck.ts';
import type { Layout } from '../../model/layouts.ts';

/** Layouts of a presentation: Lectern's, and those of PowerPoint that Lectern has no name for. */
export type LayoutKey = Layout | 'title-only' | 'blank' | 'beside';

/** Kinds of placeholders for content. */
export type PlaceKind = 'subTitle' | 'body' | 'content' | 'pic';

export interface LayoutRow {
  /** The name that PowerPoint has for it, which templates of companies have as well. */
  name: string;
  /** ST_SlideLayoutType of ECMA-376; left out for layouts that PowerPoint lacks. */
  type?: string;
  /** The layout that it is in a deck. */
  layout: Layout;
  title: 'title' | 'ctrTitle' | undefined;
  /** In the order of reading. */
  places: readonly PlaceKind[];
}

export const LAYOUT_ROWS: Readonly<Record<LayoutKey, LayoutRow>> = {
  cover: { name: 'Title Slide', type: 'title', layout: 'cover', title: 'ctrTitle', places: ['subTitle', 'body'] },
  default: { name: 'Title and Content', type: 'obj', layout: 'default', title: 'title', places: ['content'] },
  section: { name: 'Section Header', type: 'secHead', layout: 'section', title: 'title', places: ['body'] },
  split: { name: 'Two Content', type: 'twoObj', layout: 'split', title: 'title', places: ['content', 'content'] },
  compare: {
    name: 'Comparison',
    type: 'twoTxTwoObj',
    layout: 'compare',
    title: 'title',
    places: ['body', 'content', 'body', 'content'],
  },
  'title-only': { name: 'Title Only', type: 'titleOnly', layout: 'default', title: 'title', places: [] },
  blank: { name: 'Blank', type: 'blank', layout: 'default', title: undefined, places: [] },
  beside: {
    name: 'Content with Caption',
    type: 'objTx',
    layout: 'split',
    title: 'title',
    places: ['body', 'content'],
  },
  'image-right': {
    name: 'Picture with Caption',
    type: 'picTx',
    layout: 'image-right',
    title: 'title',
    places: ['pic', 'body'],
  },
  'image-left': { name: 'Image Left', layout: 'image-left', title: 'title', places: ['pic', 'body'] },
  'image-full': { name: 'Full Image', layout: 'image-full', title: 'title', places: ['pic', 'body'] },
  center: { name: 'Centered', layout: 'center', title: 'title', places: ['content'] },
  statement: { name: 'Statement', layout: 'statement', title: 'title', places: [] },
  quote: { name: 'Quote', layout: 'quote', title: 'title', places: ['body'] },
  code: { name: 'Code', layout: 'code', title: 'title', places: ['content'] },
  agenda: { name: 'Agenda', layout: 'agenda', title: 'title', places: ['content'] },
  end: { name: 'Closing', layout: 'end', title: 'title', places: ['body'] },
};

export const LAYOUT_KEYS: readonly LayoutKey[] = Object.keys(LAYOUT_ROWS) as LayoutKey[];

/** Returns the layout that a slide has in a presentation. */
export function layoutKeyOf({ settings, composed, title, content }: Slide): LayoutKey {
  if (composed === 'beside') return 'beside';
  if (settings.layout !== 'default') return settings.layout;
  return title === '' && content.length === 0 ? 'blank' : 'default';
}
