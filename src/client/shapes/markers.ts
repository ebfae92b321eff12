import type { Marker } from './measured.ts';
import { round, seenColour, zoomOf, type Page } from './page.ts';

const BULLETS: ReadonlyMap<string, string> = new Map([
  ['disc', '•'],
  ['circle', '◦'],
  ['square', '▪'],
]);

/** Where the marker of an item is. */
interface MarkerPlace {
  text: number;
  rtl: boolean;
  checkbox: HTMLInputElement | undefined;
}

/** Counts the lists around an element beyond the outermost. */
export function listLevel(element: Element, slide: Element): number {
  let lists = 0;
  for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
    if (at.matches('ul, ol')) lists += 1;
  }
  return Math.max(0, lists - 1);
}

/**
 * Reads the marker that a browser puts beside an item of a list; `undefined` where it has none. A checkbox that an item
 * begins with is its marker.
 *
 * @param place.text - where its letters begin.
 */
export function listMarker(page: Page, item: Element, place: MarkerPlace): Marker | undefined {
  const style = getComputedStyle(item);
  const kind = style.listStyleType;
  const { checkbox } = place;
  if (style.display !== 'list-item' && !checkbox) return undefined;
  if (kind === 'none' && style.listStyleImage === 'none' && !checkbox) return undefined;
  const marker = getComputedStyle(item, '::marker');
  const zoom = zoomOf(page, item);
  const colour = seenColour(page, marker.color) ?? seenColour(page, style.color) ?? '#000000';
  const list = item.parentElement?.getBoundingClientRect();
  const edge = list ? (place.rtl ? list.right : list.left) - page.frame.left : place.text;
  const gap = Math.abs(place.text - edge);
  const indent = round(gap > 1 ? gap : Number.parseFloat(style.fontSize) * zoom);
  if (checkbox) return { text: checkbox.checked ? '☑' : '☐', number: undefined, colour, indent };
  const quoted = /^"(.*)"$/.exec(marker.content === 'normal' ? kind : marker.content)?.[1];
  const text = quoted ?? BULLETS.get(kind);
  if (text !== undefined) return { text: text.trim() || '•', number: undefined, colour, indent };
  const room = numberWidth(page, item, { style, marker });
  return {
    text: undefined,
    number: { value: numberOf(item), style: kind },
    colour,
    indent: round(Math.max(indent, room * zoom)),
  };
}

/** The blank after a number, as a share of the size of letters. */
const BLANK = 0.2;

/** Returns px that the number of an item needs: a page has those of two digits further out. */
function numberWidth(
  { letters }: Page,
  item: Element,
  { style, marker }: { style: CSSStyleDeclaration; marker: CSSStyleDeclaration },
): number {
  if (!letters) return 0;
  letters.font = `${marker.fontStyle} ${marker.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return letters.measureText(`${numberOf(item)}.`).width + BLANK * Number.parseFloat(style.fontSize);
}

function numberOf(item: Element): number {
  const own = Number(item.getAttribute('value'));
  if (own) return own;
  const list = item.parentElement;
  const items = [...(list?.children ?? [])].filter(({ localName }) => localName === 'li');
  const start = Number(list?.getAttribute('start') ?? 1);
  return (Number.isFinite(start) ? start : 1) + items.indexOf(item);
}
