import type { Element, ElementContent, Properties } from 'hast';
import { hasClass, isHeading } from '../html/elements.ts';
import { partLabel } from '../markdown/slide-node.ts';
import type { Slide } from '../model/deck.ts';
import { withoutIds } from '../render/slide-html.ts';
import type { MarkedContent } from './units.ts';

/**
 * Makes several slides of one. All have its heading and its looks, and each what it shows of the content; the first one
 * keeps id and notes.
 *
 * @param cuts - the first unit of every slide but the first.
 * @param idFor - a new id, made of the slide's own and the number of the part.
 */
export function cutSlide(
  slide: Slide,
  { content, count }: MarkedContent,
  cuts: readonly number[],
  idFor: (id: string, part: number) => string,
): Slide[] {
  const starts = [0, ...cuts];
  const heading = content.find((node): node is Element => node.type === 'element');
  const opening = heading && isHeading(heading) ? heading : undefined;
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? count;
    const label = partLabel(index + 1, starts.length);
    const kept = content.flatMap((node): ElementContent[] => {
      if (node !== opening) return keep(node, { from, to });
      return [withLabel(index === 0 ? opening : withoutIds(opening), label)];
    });
    const { shown, steps } = renumbered(withNotesCited(kept));
    const { settings, title, position: whole } = slide;
    const start = (index === 0 ? whole : (firstPosition(shown, opening) ?? whole))?.start;
    const part: Slide = Object.assign({}, slide, {
      title: title && title + label,
      settings: { ...settings, duration: settings.duration && settings.duration / starts.length },
      content: shown,
      steps,
      position: start && whole && { start, end: whole.end },
    });
    if (index === 0) return part;
    return Object.assign(part, {
      id: idFor(slide.id, index + 1),
      continued: true,
      opensSection: false,
      notes: [],
      notesSource: '',
    });
  });
}

interface Range {
  from: number;
  to: number;
}

/** Returns the part of a node in a range of units. */
function keep(node: ElementContent, range: Range): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { dataUnit, dataUnits, ...properties } = node.properties;
  if (dataUnit !== undefined) {
    return Number(dataUnit) >= range.from && Number(dataUnit) < range.to ? [unmarked({ ...node, properties })] : [];
  }
  if (dataUnits === undefined) return [node];
  const first = firstUnit(node);
  const last = lastUnit(node);
  if (first === undefined || last === undefined || last < range.from || first >= range.to) return [];
  const children = node.children.flatMap((child) => keep(child, range));
  const continued = first < range.from;
  return [{ ...node, properties: continued ? continuing(node, properties, range) : properties, children }];
}

/** Lists and code go on counting where they were cut. */
function continuing(node: Element, properties: Properties, { from }: Range): Properties {
  const cut = node.children.filter(
    (child): child is Element => child.type === 'element' && (lastUnit(child) ?? Infinity) < from,
  ).length;
  if (node.tagName === 'ol') return { ...properties, start: Number(properties['start'] ?? 1) + cut };
  if (node.tagName === 'li')
    return {
      ...properties,
      className: [...(Array.isArray(properties['className']) ? properties['className'].map(String) : []), 'continued'],
    };
  if (node.tagName === 'pre') {
    const lines = (node.children[0] as Element).children.filter(
      (child) => child.type === 'element' && (lastUnit(child) ?? Infinity) < from,
    ).length;
    const style = String(properties['style'] ?? '');
    const [, before] = /--deck-line-from: (\d+)/.exec(style) ?? [];
    return before === undefined ? properties : { ...properties, style: `--deck-line-from: ${Number(before) + lines}` };
  }
  return properties;
}

function firstUnit(node: ElementContent): number | undefined {
  if (node.type !== 'element') return undefined;
  const { dataUnit } = node.properties;
  if (dataUnit !== undefined) return Number(dataUnit);
  for (const child of node.children) {
    const found = firstUnit(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lastUnit(node: ElementContent): number | undefined {
  if (node.type !== 'element') return undefined;
  const { dataUnit } = node.properties;
  if (dataUnit !== undefined) return Number(dataUnit);
  for (const child of node.children.toReversed()) {
    const found = lastUnit(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unmarked(node: Element): Element {
  const { dataUnit: _, dataUnits: __, ...properties } = node.properties;
  return {
    ...node,
    properties,
    children: node.children.map((child) => (child.type === 'element' ? unmarked(child) : child)),
  };
}

/** Footnotes are on the slide that cites them, with the numbers they have. */
function withNotesCited(content: ElementContent[]): ElementContent[] {
  const cited = new Set<string>();
  const collect = (node: ElementContent): void => {
    if (node.type !== 'element' || hasClass(node, 'footnotes')) return;
    if (node.properties['dataFootnoteRef'] !== undefined) cited.add(String(node.properties['href']).slice(1));
    node.children.forEach(collect);
  };
  content.forEach(collect);
  return content.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || !hasClass(node, 'footnotes')) return [node];
    let number = 0;
    const children = node.children.map((list): ElementContent => {
      if (list.type !== 'element') return list;
      const items = list.children.flatMap((item): ElementContent[] => {
        if (item.type !== 'element') return [];
        number += 1;
        const is = cited.has(String(item.properties['id']));
        return is ? [{ ...item, properties: { ...item.properties, value: String(number) } }] : [];
      });
      return { ...list, children: items };
    });
    return cited.size > 0 ? [{ ...node, children }] : [];
  });
}

/** Steps are counted from the first again. */
function renumbered(content: ElementContent[]): { shown: ElementContent[]; steps: number } {
  const numbers = new Set<number>();
  const collect = (node: ElementContent): void => {
    if (node.type !== 'element') return;
    const { dataFragmentIndex } = node.properties;
    if (dataFragmentIndex !== undefined) numbers.add(Number(dataFragmentIndex));
    node.children.forEach(collect);
  };
  content.forEach(collect);
  const order = [...numbers].toSorted((one, other) => one - other);
  const renumber = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const { dataFragmentIndex } = node.properties;
    const properties =
      dataFragmentIndex === undefined
        ? node.properties
        : { ...node.properties, dataFragmentIndex: String(order.indexOf(Number(dataFragmentIndex))) };
    return { ...node, properties, children: node.children.map(renumber) };
  };
  return { shown: order.length > 0 ? content.map(renumber) : content, steps: order.length };
}

function withLabel(heading: Element, label: string): Element {
  const properties = { className: ['slide-part'] };
  const part: Element = { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value: label }] };
  return { ...heading, children: [...heading.children, part] };
}

function firstPosition(content: readonly ElementContent[], opening: Element | undefined): Slide['position'] {
  const others = content.filter((node) => node.type === 'element' && node.tagName !== opening?.tagName);
  for (const node of others) {
    const found = positionIn(node);
    if (found) return found;
  }
  return undefined;
}

/** Of a part of a list, the place of its first item. */
function positionIn(node: ElementContent): Slide['position'] {
  if (node.type !== 'element') return undefined;
  if (['ul', 'ol', 'table', 'tbody', 'blockquote'].includes(node.tagName)) {
    for (const child of node.children) {
      const found = child.type === 'element' && child.tagName !== 'thead' ? positionIn(child) : undefined;
      if (found) return found;
    }
  }
  return node.position;
}
