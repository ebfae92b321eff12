import type { Element, ElementContent } from 'hast';
import type { Layout } from '../model/layouts.ts';
import { countCodeLines, measureFewLines } from './code-room.ts';
import { element, hasClass } from './elements.ts';
import { withPortrait } from './quote-portrait.ts';

/** A slide's content where its layout puts it. */
export interface Arranged {
  content: ElementContent[];
  /** Elements that reach the slide's edges. */
  background: ElementContent[];
}

type Arrange = (parts: Parts) => Arranged;

/** A slide's blocks, sorted for a layout. */
interface Parts {
  /** The heading that opens the slide. */
  head: ElementContent[];
  /** Content of the named slots. */
  slots: Map<string, Element[]>;
  rest: ElementContent[];
  /** Footnotes end the slide, whatever its layout. */
  foot: ElementContent[];
  /** Images that the layout takes: the first one, or only those that are named as its own. @default 'any' */
  pictures?: 'any' | 'named';
}

const ARRANGED: Partial<Record<Layout, Arrange>> = {
  split: ({ head, slots, rest, foot }) => {
    const [left, right] = sides(slots, rest, takeSplit);
    return { content: [...head, ...slotted(slots, 'full'), pair(left, right), ...foot], background: [] };
  },
  compare: ({ head, slots, rest, foot }) => {
    const [left, right] = sides(slots, rest, takeSecondHeading);
    return { content: [...head, ...slotted(slots, 'full'), pair(left, right), ...foot], background: [] };
  },
  cover: (parts) => beside({ ...parts, pictures: 'named' }),
  'image-left': beside,
  'image-right': beside,
  'image-full': beside,
};

/** Tells whether a layout has named slots. */
export function hasSlots(layout: Layout): boolean {
  return layout in ARRANGED;
}

/** Puts what the layout has places for into them; blocks that belong nowhere keep their order. */
export function arrange(content: ElementContent[], layout: Layout): Arranged {
  const arrangement = ARRANGED[layout];
  if (layout === 'quote') return { content: withPortrait(content), background: [] };
  if (layout === 'code') return { content: measureFewLines(countCodeLines(content)), background: [] };
  return arrangement ? arrangement(partsOf(content)) : { content, background: [] };
}

/** Tells whether a block ends the slide, whatever its layout: footnotes, and where figures are from. */
export function isFoot(node: Element): boolean {
  return hasClass(node, 'footnotes') || hasClass(node, 'source');
}

function partsOf(content: ElementContent[]): Parts {
  const parts: Parts = { head: [], slots: new Map(), rest: [], foot: [] };
  content.forEach((node, index) => {
    if (node.type !== 'element') parts.rest.push(node);
    else if (index === 0 && /^h[1-6]$/.test(node.tagName)) parts.head.push(node);
    else if (isFoot(node)) parts.foot.push(node);
    else if (typeof node.properties['dataSlot'] === 'string') {
      const name = node.properties['dataSlot'];
      parts.slots.set(name, [...(parts.slots.get(name) ?? []), node]);
    } else parts.rest.push(node);
  });
  return parts;
}

function slotted(slots: Parts['slots'], name: string): Element[] {
  return slots.get(name) ?? [];
}

type Halves = [left: ElementContent[], right: ElementContent[]];

function sides(slots: Parts['slots'], rest: ElementContent[], split: (rest: ElementContent[]) => Halves): Halves {
  const named: Halves = [
    slotted(slots, 'left').flatMap(({ children }) => children),
    [...slotted(slots, 'right'), ...slotted(slots, 'image')].flatMap(({ children }) => children),
  ];
  const [left, right] = named;
  if (left.length > 0 && right.length > 0) return [[...left, ...rest], right];
  if (left.length > 0) return [left, rest];
  if (right.length > 0) return [rest, right];
  return split(rest);
}

/** Puts content into two places beside each other. */
export function pair(left: ElementContent[], right: ElementContent[]): Element {
  return element('div', { className: ['slots'] }, [
    element('div', { className: ['slot'], dataSlot: 'left' }, left),
    element('div', { className: ['slot'], dataSlot: 'right' }, right),
  ]);
}

/** Without named slots, what is to be looked at is right of what is to be read. */
function takeSplit(rest: ElementContent[]): Halves {
  const elements = rest.filter((node) => node.type === 'element');
  const shown = rest.findIndex((node) => node.type === 'element' && isShown(node));
  // All text, or nothing but pictures: in halves.
  if (shown === -1 || elements.every(isShown)) return inHalves(rest);
  return [rest.filter((_, index) => index !== shown), rest.filter((_, index) => index === shown)];
}

/** Components that are looked at more than read. */
const SHOWN_COMPONENTS: ReadonlySet<string> = new Set(['gallery', 'logos', 'frame', 'terminal', 'tabs', 'qr']);

function isShown(node: Element): boolean {
  const { dataComponent } = node.properties;
  if (typeof dataComponent === 'string' && SHOWN_COMPONENTS.has(dataComponent)) return true;
  return ['figure', 'pre', 'table', 'video'].includes(node.tagName) || hasClass(node, 'media-card');
}

function inHalves(rest: ElementContent[]): Halves {
  const blocks = rest.filter((node) => node.type === 'element');
  const middle = Math.ceil(blocks.length / 2);
  return [blocks.slice(0, middle), blocks.slice(middle)];
}

/** Without named slots, the second side begins at its heading. */
function takeSecondHeading(rest: ElementContent[]): Halves {
  const headings = rest.flatMap((node, index) =>
    node.type === 'element' && /^h[1-6]$/.test(node.tagName) ? [index] : [],
  );
  const second = headings[1];
  return second === undefined ? inHalves(rest) : [rest.slice(0, second), rest.slice(second)];
}

/** The image fills its side of the slide up to the edges, or all of it. */
function beside({ head, slots, rest, foot, pictures = 'any' }: Parts): Arranged {
  const named = slotted(slots, 'image');
  const index =
    named.length > 0 || pictures === 'named'
      ? -1
      : rest.findIndex((node) => node.type === 'element' && node.tagName === 'figure');
  const shown = index === -1 ? named.flatMap(({ children }) => children) : rest.slice(index, index + 1);
  const others = ['left', 'right', 'full'].flatMap((name) => slotted(slots, name));
  const kept = rest.filter((_, place) => place !== index);
  const background = shown.length > 0 ? [element('div', { className: ['slide-image'] }, shown)] : [];
  return { content: [...head, ...kept, ...others, ...foot], background };
}
