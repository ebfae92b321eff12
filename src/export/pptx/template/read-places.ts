import type { Element } from 'xast';
import type { Box } from '../../../client/shapes/measured.ts';
import type { PlaceLevel, TemplatePlace } from './template.ts';
import { childrenOf, find, findAll, numberAt } from './read-xml.ts';

/** English Metric Units in a px. */
export const EMU = 9525;
/** px in a point. */
const POINT = 96 / 72;
/** Insets of text where nothing says another (ECMA-376, part 1, 21.1.2.1.1). */
const INSETS = { lIns: 91_440, tIns: 45_720, rIns: 91_440, bIns: 45_720 } as const;

/** Reads the placeholders of a layout, with what they inherit from its master. */
export function readPlaces(layout: Element, master: Element): TemplatePlace[] {
  const inherited = placeShapes(master);
  return placeShapes(layout).flatMap((shape): TemplatePlace[] => {
    const ph = placeholderOf(shape);
    const type = ph?.attributes['type'] ?? 'obj';
    if (ph?.attributes['orient'] === 'vert') return [];
    const base = inherited.find((one) => (placeholderOf(one)?.attributes['type'] ?? 'obj') === masterType(type));
    const box = boxOf(shape) ?? (base && boxOf(base));
    if (!box) return [];
    const bodies = [shape, base].map((one) => find(one, 'p:txBody', 'a:bodyPr'));
    const inset = (side: keyof typeof INSETS): number =>
      (numberAt(bodies[0], side) ?? numberAt(bodies[1], side) ?? INSETS[side]) / EMU;
    return [
      {
        type,
        idx: ph?.attributes['idx'] ?? undefined,
        box,
        insets: [inset('lIns'), inset('tIns'), inset('rIns'), inset('bIns')],
        levels: levelsOf([
          find(shape, 'p:txBody', 'a:lstStyle'),
          find(base, 'p:txBody', 'a:lstStyle'),
          find(master, 'p:txStyles', styleName(type)),
        ]),
      },
    ];
  });
}

/** Shapes that are placeholders, wherever they are. */
function placeShapes(part: Element): Element[] {
  const tree = find(part, 'p:cSld', 'p:spTree');
  return tree ? [...findAll(tree, 'p:sp'), ...findAll(tree, 'p:pic')].filter((shape) => placeholderOf(shape)) : [];
}

function placeholderOf(shape: Element): Element | undefined {
  return find(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph') ?? find(shape, 'p:nvPicPr', 'p:nvPr', 'p:ph');
}

function masterType(type: string): string {
  if (type === 'ctrTitle' || type === 'title') return 'title';
  return ['ftr', 'sldNum', 'dt'].includes(type) ? type : 'body';
}

function styleName(type: string): string {
  const known = masterType(type);
  return known === 'title' ? 'p:titleStyle' : known === 'body' ? 'p:bodyStyle' : 'p:otherStyle';
}

function boxOf(shape: Element): Box | undefined {
  const place = find(shape, 'p:spPr', 'a:xfrm');
  const [off, ext] = [find(place, 'a:off'), find(place, 'a:ext')];
  const [x, y, width, height] = [numberAt(off, 'x'), numberAt(off, 'y'), numberAt(ext, 'cx'), numberAt(ext, 'cy')];
  if (x === undefined || y === undefined || !width || !height) return undefined;
  return { x: x / EMU, y: y / EMU, width: width / EMU, height: height / EMU };
}

/** @param lists - styles of lists, the nearest first. */
function levelsOf(lists: readonly (Element | undefined)[]): PlaceLevel[] {
  return Array.from({ length: 9 }, (_, level) => {
    const styles = lists.map((list) => find(list, `a:lvl${level + 1}pPr`));
    const first = <Value>(read: (style: Element) => Value | undefined): Value | undefined => {
      for (const style of styles) {
        const value = style && read(style);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    return {
      size: (first((style) => numberAt(find(style, 'a:defRPr'), 'sz')) ?? 1800) * (POINT / 100),
      leading: (first((style) => numberAt(find(style, 'a:lnSpc', 'a:spcPct'), 'val')) ?? 100_000) / 100_000,
      before: (first((style) => numberAt(find(style, 'a:spcBef', 'a:spcPts'), 'val')) ?? 0) * (POINT / 100),
      margin: (first((style) => numberAt(style, 'marL')) ?? 0) / EMU,
      bullet: first(hasBullet) ?? false,
    };
  });
}

function hasBullet(style: Element): boolean | undefined {
  const names = childrenOf(style).map(({ name }) => name);
  if (names.includes('a:buNone')) return false;
  return names.some((name) => name === 'a:buChar' || name === 'a:buAutoNum' || name === 'a:buBlip') || undefined;
}
