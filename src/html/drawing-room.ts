import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { LAYOUTS } from '../model/layouts.ts';
import { eachElement } from '../model/walk.ts';
import { hasClass, isHeading } from './elements.ts';

/** The part of a slide that a drawing has. */
export interface DrawingRoom {
  /** Of the slide's width, up to 1. */
  share: number;
  /** How many rows of boxes share the height; other things beside them count as a part of a row. */
  rows: number;
  /** Whether it may be higher than wide: alone on a page that is. */
  tall?: boolean;
  /** With nothing but a short heading above it. */
  alone?: boolean;
  /** px of the slide that a heading in two lines, a sentence and a source take of the height. */
  taken?: number;
}

/** px between columns, and the share of a slide's width that its content takes. */
const [GAP, CONTENT] = [56, 0.8625];
/** px of a slide in 16:9. */
const PAGE = { width: 1280, height: 720 };
/** px of a slide for each px that a chart is drawn with. */
const SCALE = 1.15;

/** Letters of a heading that takes two lines in most themes, and of a line of text. */
const [LONG_HEADING, LINE_LETTERS] = [35, 84];
/** Letters of a heading that takes three lines at most on a page that is higher than wide. */
const SHORT_HEADING = 30;
/** px of the second line of a heading, a source, a paragraph with its gap, and each further line of it. */
const [HEADING_LINE, SOURCE, PARAGRAPH, LINE] = [52, 44, 66, 38];

/** The share of a card's width that its content has, and by how much a card is lower than its row. */
const IN_CARD = { width: 0.82, height: 1.35 };

interface Page {
  /** Columns of its layout are half as wide as it is. */
  halves: boolean;
  /** Higher than wide: columns are below each other. */
  upright: boolean;
}

/** Finds the room of each element in a slide, as far as its boxes give it. @param upright - the page is higher than wide */
export function drawingRooms(tree: Root, upright = false): (element: Element) => DrawingRoom {
  const halves = (LAYOUTS[tree.data?.slide?.layout ?? 'default'].narrow ?? false) && !upright;
  const taken = halves || upright ? 0 : takenIn(tree);
  const whole: DrawingRoom = {
    share: halves ? (tree.data?.slide?.chartShare ?? 0.5) : 1,
    rows: 1,
    ...(upright && { tall: true, alone: isAlone(tree) }),
    ...(taken > 0 && { taken }),
  };
  const rooms = new Map<unknown, DrawingRoom>();
  eachElement(tree, (element, parent) => {
    const around = rooms.get(parent) ?? whole;
    rooms.set(element, parent.type === 'element' ? inside(around, parent, element, { halves, upright }) : around);
  });
  return (element) => rooms.get(element) ?? whole;
}

/** Tells whether a slide has one thing besides a short heading. */
function isAlone({ children }: Root): boolean {
  const elements = children.filter((child) => child.type === 'element');
  const [heading] = elements;
  return (
    elements.length === 2 && heading !== undefined && isHeading(heading) && toString(heading).length < SHORT_HEADING
  );
}

/** Estimates the height that words around a drawing take which has the slide's width. */
function takenIn({ children }: Root): number {
  const elements = children.filter((child) => child.type === 'element');
  const parts = elements.map((element, index) => {
    const letters = toString(element).length;
    if (index === 0 && isHeading(element)) return letters >= LONG_HEADING ? HEADING_LINE : 0;
    if (hasClass(element, 'source')) return SOURCE;
    return element.tagName === 'p' ? PARAGRAPH + Math.floor(letters / LINE_LETTERS) * LINE : 0;
  });
  return parts.reduce((sum, height) => sum + height, 0);
}

function inside(around: DrawingRoom, box: Element, child: Element, { halves, upright }: Page): DrawingRoom {
  const { share, rows } = around;
  if (upright && (hasClass(box, 'columns') || hasClass(child, 'slot'))) return { share, rows };
  const style = String(box.properties['style'] ?? '');
  const boxes = box.children.filter((one) => one.type === 'element').length;
  if (hasClass(box, 'grid')) {
    const columns = Number(/--deck-grid: (\d+)/.exec(style)?.[1] ?? 1);
    return { share: share / columns, rows: rows * Math.max(1, Math.ceil(boxes / columns)) };
  }
  if (hasClass(box, 'columns')) {
    const shares = [...style.matchAll(/, ([\d.]{1,9})fr/g)].map(([, fraction]) => Number(fraction));
    const all = shares.reduce((sum, one) => sum + one, 0) || boxes;
    const own = shares[box.children.filter((one) => one.type === 'element').indexOf(child)] ?? 1;
    return { share: (share * own) / all, rows };
  }
  if (hasClass(box, 'cards')) {
    const columns = boxes <= 4 ? boxes : boxes <= 6 ? 3 : 4;
    return { share: (share / columns) * IN_CARD.width, rows: rows * Math.ceil(boxes / columns) * IN_CARD.height };
  }
  return hasClass(child, 'slot') && !halves ? { share: share / 2, rows } : around;
}

/** Returns the px of a chart's height that words take. */
export function takenHeight({ taken = 0 }: DrawingRoom): number {
  return Math.round(taken / SCALE);
}

/** Returns the width in px that a chart is drawn with to fill its room, rounded so that equal charts are drawn once. */
export function chartWidth({ share }: DrawingRoom, slideWidth: number): number {
  const columns = slideWidth * CONTENT + GAP;
  // On a page that is higher than wide, all letters are smaller.
  const unit = slideWidth < PAGE.height ? (slideWidth / PAGE.width + 1) / 2 : 1;
  return Math.max(200, Math.round((columns * share - GAP) / SCALE / unit / 10) * 10);
}
