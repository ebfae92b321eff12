import type { Box, Measured } from '../../../client/shapes/measured.ts';
import type { Placeholder } from '../placeholders.ts';
import type { SlideLayout } from '../slide-layouts.ts';
import { contentPlaces } from './match-layout.ts';
import type { TemplateLayout, TemplatePlace } from './template.ts';

/** A placeholder of a template, and the content of a slide that goes into it. */
export interface Region {
  place: TemplatePlace;
  blocks: Measured[];
}

/** Distributes the content of a slide over the places of a template's layout: columns stay columns. */
export function regionsOf(blocks: readonly Measured[], own: SlideLayout, layout: TemplateLayout): Region[] {
  const targets = contentPlaces(layout);
  const places = own.placeholders.filter(({ type }) => ['subTitle', 'body', 'content', 'pic'].includes(type));
  const largest = targets.toSorted((one, other) => area(other.box) - area(one.box))[0];
  if (!largest || blocks.length === 0) return [];
  if (places.length < 2 || targets.length < 2) return [{ place: largest, blocks: [...blocks] }];
  const pairs = pairsOf(places, targets);
  const regions = new Map<TemplatePlace, Measured[]>();
  for (const block of blocks) {
    const [nearest] = placesFor(block, places, own).toSorted(
      (one, other) => nearness(block.box, other.box) - nearness(block.box, one.box),
    );
    const place = (nearest && pairs.get(nearest)) ?? largest;
    regions.set(place, [...(regions.get(place) ?? []), block]);
  }
  return [...regions].map(([place, all]) => ({ place, blocks: all }));
}

/** Headings of columns are above them, wherever the slide has its columns. */
function placesFor(block: Measured, places: readonly Placeholder[], { key }: SlideLayout): readonly Placeholder[] {
  if (key !== 'compare') return places;
  const isHeading = block.kind === 'text' && /^h[3-6]$/.test(block.paragraphs[0]?.tag ?? '');
  return places.filter(({ type }) => (type === 'body') === isHeading);
}

/** Finds a place for each of Lectern's: one of its kind, or the next; two columns of two parts each become two columns. */
function pairsOf(
  places: readonly Placeholder[],
  targets: readonly TemplatePlace[],
): ReadonlyMap<Placeholder, TemplatePlace> {
  const pairs = new Map<Placeholder, TemplatePlace>();
  const free = [...targets];
  const each = Math.ceil(places.length / Math.max(1, targets.length));
  places.forEach((place, index) => {
    if (each > 1) {
      const target = targets[Math.floor(index / each)];
      if (target) pairs.set(place, target);
      return;
    }
    const wanted = free.findIndex(({ type }) => isAlike(type, place.type));
    const [target] = free.splice(Math.max(0, wanted), 1);
    if (target) pairs.set(place, target);
  });
  return pairs;
}

function isAlike(type: string, own: Placeholder['type']): boolean {
  if (own === 'pic') return type === 'pic';
  if (own === 'content') return type === 'obj' || type === 'tbl' || type === 'chart';
  return type === 'body' || type === 'subTitle';
}

/** The share of a box that is in another; the less it is, the further apart they are. */
function nearness(box: Box, other: Box): number {
  const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
  const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
  if (width > 0 && height > 0) return width * height;
  return Math.min(0, width) + Math.min(0, height);
}

function area({ width, height }: Box): number {
  return width * height;
}
