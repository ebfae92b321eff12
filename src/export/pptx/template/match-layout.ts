import { LAYOUT_ROWS, type LayoutKey } from '../layout-names.ts';
import type { TemplateLayout, TemplatePlace } from './template.ts';

/** Layouts that a slide may have instead of its own, the best first. */
const NEAR: Readonly<Record<LayoutKey, readonly LayoutKey[]>> = {
  cover: ['section'],
  default: [],
  section: ['cover', 'title-only'],
  split: [],
  compare: ['split'],
  'title-only': [],
  blank: ['title-only'],
  beside: ['split'],
  'image-right': ['image-left', 'beside', 'split'],
  'image-left': ['image-right', 'beside', 'split'],
  'image-full': ['title-only', 'blank'],
  center: [],
  statement: ['section', 'title-only'],
  quote: [],
  code: [],
  agenda: [],
  end: ['section', 'cover'],
};

/** A layout of a template for slides of one of Lectern's. */
export interface MatchedLayout {
  layout: TemplateLayout;
  /** The layout is made for such slides: it has their name or their type. */
  exact: boolean;
}

/** Finds the layout of a template for slides: by its name, by its type, and then by what is nearest. */
export function matchLayout(layouts: readonly TemplateLayout[], key: LayoutKey): MatchedLayout | undefined {
  const own = named(layouts, key);
  if (own) return { layout: own, exact: true };
  for (const near of [...NEAR[key], 'default', 'title-only'] as const) {
    const layout = named(layouts, near);
    if (layout) return { layout, exact: false };
  }
  const layout = byPlaces(layouts, key) ?? layouts[0];
  return layout && { layout, exact: false };
}

/** Names that other tools have for layouts, in lower case. */
const OTHER_NAMES: ReadonlyMap<string, LayoutKey> = new Map([
  ['title', 'cover'],
  ['title and body', 'default'],
  ['content', 'default'],
  ['section title', 'section'],
  ['section', 'section'],
  ['title and two columns', 'split'],
  ['two columns', 'split'],
  ['big number', 'statement'],
  ['main point', 'statement'],
  ['thank you', 'end'],
  ['closing slide', 'end'],
]);

function named(layouts: readonly TemplateLayout[], key: LayoutKey): TemplateLayout | undefined {
  const { name, type } = LAYOUT_ROWS[key];
  const wanted = new Set([name.toLowerCase(), key]);
  const written = ({ name: given }: TemplateLayout): string => given.trim().toLowerCase();
  return (
    layouts.find((layout) => wanted.has(written(layout))) ??
    (type === undefined ? undefined : layouts.find((layout) => layout.type === type)) ??
    layouts.find((layout) => OTHER_NAMES.get(written(layout)) === key)
  );
}

/** Finds the layout with as many places as slides have. */
function byPlaces(layouts: readonly TemplateLayout[], key: LayoutKey): TemplateLayout | undefined {
  const { title, places } = LAYOUT_ROWS[key];
  const score = (layout: TemplateLayout): number =>
    Math.abs(contentPlaces(layout).length - places.length) * 2 +
    ((titlePlace(layout) !== undefined) === (title !== undefined) ? 0 : 3);
  return layouts.toSorted((one, other) => score(one) - score(other))[0];
}

const FURNITURE = new Set(['title', 'ctrTitle', 'ftr', 'sldNum', 'dt', 'hdr', 'sldImg']);

/** Returns the places of content, in the order of the layout. */
export function contentPlaces({ places }: TemplateLayout): TemplatePlace[] {
  return places.filter(({ type }) => !FURNITURE.has(type));
}

export function titlePlace({ places }: TemplateLayout): TemplatePlace | undefined {
  return places.find(({ type }) => type === 'title' || type === 'ctrTitle');
}
