import type { Heading, Nodes, RootContent } from 'mdast';
import { referenceList, type ReferenceNode } from '../citations/reference-list.ts';
import { openingHeading } from '../markdown/slide-attributes.ts';
import { partLabel, type SlideNode } from '../markdown/slide-node.ts';
import type { Size } from '../model/deck.ts';
import type { PlacedList } from './collect-citations.ts';
import type { SourceSlide } from './deck-source.ts';

interface ListOptions {
  references: readonly ReferenceNode[];
  size: Size;
}

/** Puts the list of references where slides ask for it. One that is too long for its slide goes on on others. */
export function listReferences(
  slides: readonly SourceSlide[],
  lists: readonly PlacedList[],
  { references, size }: ListOptions,
): SourceSlide[] {
  return slides.flatMap((slide) => {
    const own = lists.filter((list) => list.slide === slide).map(({ node }) => node);
    const [whole] = own;
    const { children } = slide.node;
    if (!whole) return [slide];
    const top = children.some((child) => child === whole);
    const parts = top && own.length === 1 ? cut(references, size, children.length - 1) : [[...references]];
    if (parts.length < 2) {
      for (const node of own) fillList(node, references);
      return [slide];
    }
    return parts.map((part, index) => slidePart(slide, whole, { part, index, count: parts.length }));
  });
}

/** Puts entries into the place of the directive, which keeps its own classes. */
function fillList(node: Nodes, part: readonly ReferenceNode[]): void {
  const given = node.data as { hProperties?: { className?: string[]; id?: string } } | undefined;
  const list = referenceList(part, given?.hProperties ?? {});
  const { position } = node;
  Object.assign(node, list, position && { position });
}

interface SlidePart {
  part: readonly ReferenceNode[];
  index: number;
  count: number;
}

function slidePart(slide: SourceSlide, list: Nodes, { part, index, count }: SlidePart): SourceSlide {
  const { node } = slide;
  const label = partLabel(index + 1, count);
  const opening = openingHeading(node);
  const heading = opening && withLabel(opening, label);
  const filled = { ...list };
  fillList(filled, part);
  const others = index === 0 ? node.children.filter((child) => child !== opening) : [list as RootContent];
  const children = others.map((child) => (child === list ? (filled as RootContent) : child));
  const { attributes } = node.data;
  const made: SlideNode = {
    ...node,
    children: heading ? [heading, ...children] : children,
    data:
      index === 0
        ? { ...node.data, part: label }
        : {
            ...node.data,
            part: label,
            continued: true,
            notes: [],
            attributes: attributes.map(({ classes, values }) => ({ classes, values })),
          },
  };
  return { ...slide, node: made };
}

function withLabel(heading: Heading, label: string): Heading {
  const part: Heading['children'][number] = {
    type: 'emphasis',
    children: [{ type: 'text', value: label }],
    data: { hName: 'span', hProperties: { className: ['slide-part'] } },
  };
  return { ...heading, children: [...heading.children, part] };
}

/** Letters on a line and lines on a slide of 1280 × 720 px, at the size that lists of references have. */
const LINE = 108;
const LINES = 18;
/** Room between entries, in lines. */
const GAP = 0.35;

/** Cuts entries into as many as fit on a slide. @param others - blocks that are on the first slide too */
function cut(references: readonly ReferenceNode[], { width, height }: Size, others: number): ReferenceNode[][] {
  // All sizes grow with the slide's height or width, whichever is tighter.
  const unit = Math.min(width / 1280, height / 720);
  const line = (LINE * width) / 1280 / unit;
  const most = (LINES * height) / 720 / unit;
  const parts: ReferenceNode[][] = [];
  let room = most - 2 * Math.max(0, others - 1);
  let last: ReferenceNode[] = [];
  for (const reference of references) {
    const lines = Math.ceil(reference.letters / line) + GAP;
    if (last.length > 0 && lines > room) {
      parts.push(last);
      last = [];
      room = most;
    }
    last.push(reference);
    room -= lines;
  }
  return [...parts, last];
}
