import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { formulasIn, isBold, isProse } from './compose-sides.ts';
import { isPicture } from './compose-pictures.ts';
import { element, isHeading, text } from './elements.ts';
import { isWords, lettersOf } from './statement.ts';

/** Letters of a title, of what is below it, of that where parts are in two rows, and of a line before all parts. */
const [TITLE, PART, PART_IN_ROWS, INTRO] = [40, 260, 110, 120];
/** Letters that take as much room as a formula in a line. */
const FORMULA = 12;
/** Parts at least, beside each other, and in two rows. */
const [FEWEST, BESIDE, MOST] = [2, 3, 4];

/** Parts of a slide, each with a title, and the line before them. */
interface Parts {
  intro: Element[];
  parts: Element[][];
}

/**
 * Returns parts of some words each: below headings of one depth, below lines in bold or such as “Pros:”, or below the items
 * of a list.
 */
export function partsOf(rest: readonly Element[]): Parts | undefined {
  const all = titledParts(rest) ?? nestedParts(rest);
  if (all) return { intro: [], parts: all };
  const [intro, ...more] = rest;
  if (!intro || !isWords(intro) || isBold(intro) || lettersOf(toString(intro)) > INTRO) return undefined;
  const parts = titledParts(more) ?? nestedParts(more);
  return parts && { intro: [intro], parts };
}

/** Cuts blocks at titles of one kind. */
function titledParts(rest: readonly Element[]): Element[][] | undefined {
  const [first, second] = rest;
  const kind = first && kindOf(first);
  if (!first || !rest.every((node) => isProse(node) || (kind === 'heading' && isPicture(node)))) return undefined;
  // Lines that are no headings have lists below them.
  if (kind === undefined || (kind !== 'heading' && second?.tagName !== 'ul' && second?.tagName !== 'ol'))
    return undefined;
  const parts: Element[][] = [];
  for (const node of rest) {
    if (isHeading(node) && node.tagName !== first.tagName) return undefined;
    if (kindOf(node) === kind) parts.push([kind === 'heading' ? node : asTitle(node)]);
    else parts.at(-1)?.push(node);
  }
  const haveLists = parts.every(([, list, ...more]) => list && more.length === 0 && isFlat(list));
  // Each has an image, or none has.
  const pictures = parts.map((part) => part.filter(isPicture).length);
  if (pictures.some((count) => count > 1 || count !== pictures[0])) return undefined;
  return (kind === 'heading' || haveLists) && parts.every(isShort) && areSome(parts) ? parts : undefined;
}

function kindOf(node: Element): 'heading' | 'bold' | 'colon' | undefined {
  if (isHeading(node)) return 'heading';
  if (node.tagName !== 'p' || lettersOf(toString(node)) > TITLE) return undefined;
  if (isBold(node)) return 'bold';
  return isWords(node) && toString(node).trimEnd().endsWith(':') ? 'colon' : undefined;
}

/** Returns a list whose items all have short lists of their own as parts. */
function nestedParts(rest: readonly Element[]): Element[][] | undefined {
  const [list, ...more] = rest;
  if (!list || more.length > 0 || !/^[uo]l$/.test(list.tagName) || Object.keys(list.properties).length > 0)
    return undefined;
  const parts = childrenOf(list).map((item) => {
    const shown = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const own = shown.at(-1);
    const [only] = shown;
    const title =
      shown.length === 2 && only?.type === 'element' && only.tagName === 'p' ? only.children : shown.slice(0, -1);
    // Steps of items would be lost.
    if (own?.type !== 'element' || !/^[uo]l$/.test(own.tagName) || !isFlat(own)) return undefined;
    if (title.length === 0 || !title.every(isInline) || Object.keys(item.properties).length > 0) return undefined;
    return [asTitle(element('p', {}, title)), own];
  });
  return parts.every((part) => part !== undefined) && parts.every(isShort) && areSome(parts) ? parts : undefined;
}

function areSome(parts: readonly Element[][]): boolean {
  return (
    parts.length >= FEWEST &&
    (parts.length <= BESIDE || (parts.length <= MOST && parts.every((part) => lettersBelow(part) <= PART_IN_ROWS)))
  );
}

function isShort(part: readonly Element[]): boolean {
  const [title] = part;
  const letters = lettersBelow(part);
  return title !== undefined && lettersOf(toString(title)) <= TITLE && letters > 0 && letters <= PART;
}

function lettersBelow([, ...words]: readonly Element[]): number {
  return words.reduce((sum, node) => sum + lettersOf(toString(node)) + FORMULA * formulasIn(node), 0);
}

/** Tells whether no item of a list has blocks of its own. */
function isFlat(list: Element): boolean {
  return /^[uo]l$/.test(list.tagName) && childrenOf(list).every(({ children }) => children.every(isInline));
}

function isInline(node: ElementContent): boolean {
  return (
    node.type === 'text' ||
    (node.type === 'element' && !/^(?:p|ul|ol|dl|pre|div|table|figure|blockquote)$/.test(node.tagName))
  );
}

function childrenOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

/** Returns a line as the heading of a part, without its colon. */
function asTitle(line: Element): Element {
  const [only] = line.children;
  const words = isBold(line) && only?.type === 'element' ? only.children : line.children;
  const last = words.at(-1);
  const end =
    last?.type === 'text'
      ? [text(last.value.trimEnd().replace(/:$/, ''))]
      : [last].filter((node) => node !== undefined);
  const title = element('h3', { ...line.properties }, [...words.slice(0, -1), ...end]);
  if (line.position) title.position = line.position;
  return title;
}

/** Puts parts beside each other, in panels of one width. */
export function inColumns(parts: readonly Element[][]): Element {
  const columns = parts.length > BESIDE ? parts.slice(0, 2) : parts;
  const style = `--deck-columns: ${columns.map(() => 'minmax(0, 1fr)').join(' ')}`;
  const names = ['columns', 'panels', ...(parts.length > BESIDE ? ['panel-rows'] : [])];
  return element(
    'div',
    { className: names, style },
    parts.map((part) => element('div', { className: ['column'] }, part)),
  );
}
