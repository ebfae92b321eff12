import type { Element, ElementContent } from 'hast';
import { hasClass, isHeading } from '../html/elements.ts';

/** Content with its units marked: the smallest pieces that may be on different slides. */
export interface MarkedContent {
  content: ElementContent[];
  /** Number of units; `data-unit` numbers them from 0 in reading order. */
  count: number;
  /** Units that stay with the one before them. */
  glued: ReadonlySet<number>;
}

interface Marking {
  count: number;
  glued: Set<number>;
  /** The next unit is glued to the last one. */
  glue: boolean;
}

/** Elements whose children are units, or contain some. */
const LISTS = new Set(['ul', 'ol']);
const HOLDERS = new Set(['blockquote', 'dl', 'tbody', 'table']);
/** Blocks that an item of a list has after its text, and that may be on another slide. */
const BLOCKS = new Set(['ul', 'ol', 'pre', 'table', 'blockquote', 'p', 'figure', 'dl', 'div']);

/** Marks what may be parted: blocks, items of lists, rows of tables, lines of code. The heading that opens a slide is none of them. */
export function markUnits(content: readonly ElementContent[]): MarkedContent {
  const marking: Marking = { count: 0, glued: new Set(), glue: false };
  const first = content.findIndex((node) => node.type === 'element');
  const marked = content.map((node, index): ElementContent => {
    if (node.type !== 'element' || hasClass(node, 'footnotes')) return node;
    return index === first && isHeading(node) ? node : mark(node, marking);
  });
  return { content: marked, count: marking.count, glued: marking.glued };
}

function mark(node: Element, marking: Marking): Element {
  // A component is one thing, though many are lists.
  if (node.properties['dataComponent'] !== undefined) return unit(node, marking);
  if (LISTS.has(node.tagName)) return holder(node, (item) => markItem(item, marking));
  if (node.tagName === 'pre') return isPartable(node) ? markCode(node, marking) : unit(node, marking);
  if (hasClass(node, 'code-block')) {
    const [, pre] = node.children;
    if (pre?.type !== 'element' || !isPartable(pre)) return unit(node, marking);
    return {
      ...node,
      properties: { ...node.properties, dataUnits: '' },
      children: [node.children[0] as Element, markCode(pre, marking)],
    };
  }
  if (
    HOLDERS.has(node.tagName) ||
    ['callout', 'theorem', 'references', 'table-figure'].some((name) => hasClass(node, name))
  )
    return holder(node, (child) => markPart(child, marking));
  const made = unit(node, marking);
  // A heading does not end a slide.
  if (isHeading(node)) marking.glue = true;
  return made;
}

/** A child of something that holds several. */
function markPart(child: Element, marking: Marking): Element {
  if (
    child.tagName === 'thead' ||
    /^(?:fig)?caption$/.test(child.tagName) ||
    hasClass(child, 'callout-title') ||
    hasClass(child, 'theorem-title')
  )
    return child;
  if (child.tagName === 'tr') return unit(child, marking);
  // An attribution stays with its quotation, and a definition with its term.
  if (child.tagName === 'footer' || child.tagName === 'dd') marking.glue = true;
  return mark(child, marking);
}

function markItem(item: Element, marking: Marking): Element {
  const parts = item.children.some(
    (child) => child.type === 'element' && BLOCKS.has(child.tagName) && child.tagName !== 'p',
  );
  if (item.tagName !== 'li' || !parts) return unit(item, marking);
  const start = item.children.findIndex((child) => child.type === 'element' && BLOCKS.has(child.tagName));
  const head = item.children.slice(0, start);
  const hasText = head.some((child) => child.type !== 'text' || child.value.trim() !== '');
  const opening = hasText
    ? [unit({ type: 'element', tagName: 'span', properties: {}, children: head }, marking)]
    : head;
  // An item's text is not a heading, but it should not be alone either.
  if (hasText) marking.glue = true;
  const rest = item.children.slice(start).map((child) => (child.type === 'element' ? mark(child, marking) : child));
  return { ...item, properties: { ...item.properties, dataUnits: '' }, children: [...opening, ...rest] };
}

function isPartable(pre: Element): boolean {
  return pre.properties['dataCodeSteps'] === undefined && pre.children[0]?.type === 'element';
}

function markCode(pre: Element, marking: Marking): Element {
  const [code] = pre.children as [Element];
  const lines = linesOf(code.children);
  const children = lines.map((line, index) => {
    // One line alone at the end or the beginning of a slide is lost.
    if (index === 1 || index === lines.length - 1) marking.glue = true;
    const [only] = line;
    if (line.length === 1 && only?.type === 'element' && hasClass(only, 'code-line')) return unit(only, marking);
    return unit({ type: 'element', tagName: 'span', properties: {}, children: line }, marking);
  });
  const inner: Element = { ...code, properties: { ...code.properties, dataUnits: '' }, children };
  return { ...pre, properties: { ...pre.properties, dataUnits: '' }, children: [inner] };
}

/** Lines of code with their line ends; elements that go over a line's end are there once for each line. */
function linesOf(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const ended = (): void => void lines.push([]);
  for (const child of children) {
    if (child.type === 'element' && hasClass(child, 'code-line')) {
      if (lines.at(-1)?.length !== 0) ended();
      lines.at(-1)?.push(child);
      continue;
    }
    const parts: ElementContent[][] =
      child.type === 'element'
        ? linesOf(child.children).map((inside) => [{ ...child, children: inside }])
        : child.type === 'text'
          ? child.value.split(/(?<=\n)/).map((value) => [{ type: 'text', value }])
          : [[child]];
    parts.forEach((part, index) => {
      if (index > 0 && lines.at(-1)?.length !== 0) ended();
      lines.at(-1)?.push(...part);
    });
    if (endsLine(lines.at(-1)?.at(-1))) ended();
  }
  return lines.filter((line) => line.length > 0);
}

function endsLine(node: ElementContent | undefined): boolean {
  if (node?.type === 'text') return node.value.endsWith('\n');
  return node?.type === 'element' && !hasClass(node, 'code-line') && endsLine(node.children.at(-1));
}

function holder(node: Element, markChild: (child: Element) => Element): Element {
  const children = node.children.map((child) => (child.type === 'element' ? markChild(child) : child));
  return { ...node, properties: { ...node.properties, dataUnits: '' }, children };
}

function unit(node: Element, marking: Marking): Element {
  const number = marking.count;
  if (marking.glue) marking.glued.add(number);
  marking.glue = false;
  marking.count += 1;
  return { ...node, properties: { ...node.properties, dataUnit: String(number) } };
}
