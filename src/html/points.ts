import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { addClass, element, hasClass, text } from './elements.ts';
import { isFigure, lettersOf } from './statement.ts';

/** Items that make points, and letters of their leads and of what follows. */
const [FEWEST, MOST] = [2, 6];
const [LEAD, REST] = [36, 150];
/** Letters of leads and of what follows that are on one line each at a larger size. */
const [SHORT_LEAD, SHORT_REST] = [22, 44];

/**
 * Returns a list as points, bold words beside what they stand for, where each item begins with some; of a list of
 * definitions, terms beside what they mean.
 */
export function asPoints(list: Element): Element | undefined {
  const items = list.children.filter((child): child is Element => child.type === 'element');
  const points = list.tagName === 'dl' ? definitions(items) : items.map(withLead).map(asPoint);
  if (points.length < FEWEST || points.length > MOST) return undefined;
  if (!points.every((point) => point !== undefined)) return undefined;
  const start = list.tagName === 'ol' && typeof list.properties['start'] === 'number' ? list.properties['start'] : 1;
  const style = [`--points:${points.length}`, start === 1 ? '' : `--points-from:${start - 1}`].filter(Boolean);
  const properties = { ...list.properties, dataComponent: 'points', style: style.join(';') };
  const made = element(list.tagName, properties, points);
  if (list.position) made.position = list.position;
  addClass(made, 'points', ...looksOf(points));
  return made;
}

/** Returns paragraphs as points, where each begins with bold words. */
export function paragraphsAsPoints(paragraphs: readonly Element[]): Element | undefined {
  const items = paragraphs.flatMap((paragraph) => {
    const [lead] = withoutParagraph(paragraph);
    if (paragraph.tagName !== 'p' || lead?.type !== 'element' || lead.tagName !== 'strong') return [];
    const item = element('li', paragraph.properties, paragraph.children);
    if (paragraph.position) item.position = paragraph.position;
    return [item];
  });
  return items.length === paragraphs.length ? asPoints(element('ul', {}, items)) : undefined;
}

/** Returns the classes of points: figures are set as such, and what has room on one line is larger. */
export function looksOf(points: readonly (Element | undefined)[]): string[] {
  const words = (name: string): string[] =>
    points.flatMap((point) =>
      (point?.children ?? []).flatMap((child) =>
        child.type === 'element' && hasClass(child, name) ? [toString(child).trim()] : [],
      ),
    );
  const leads = words('point-lead');
  const isShort =
    leads.every((lead) => lettersOf(lead) <= SHORT_LEAD) &&
    words('point-rest').every((rest) => lettersOf(rest) <= SHORT_REST);
  return [...(isShort ? ['points-short'] : []), ...(leads.every(isFigure) ? ['points-figures'] : [])];
}

/** Pairs of a term and what it means; `undefined` for others. */
function definitions(items: readonly Element[]): (Element | undefined)[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) => {
    const [term, meaning] = items.slice(2 * index, 2 * index + 2);
    if (term?.tagName !== 'dt' || meaning?.tagName !== 'dd') return undefined;
    const words = withoutParagraph(meaning);
    if (!words.every(isInline)) return undefined;
    if (!isShort(toString(term), toString(meaning))) return undefined;
    const [lead, rest] = [copyOf(term, term.children), copyOf(meaning, words)];
    addClass(lead, 'point-lead');
    addClass(rest, 'point-rest');
    return element('div', { className: ['point'] }, [lead, text(' '), rest]);
  });
}

function copyOf(node: Element, children: ElementContent[]): Element {
  return { ...node, properties: { ...node.properties }, children };
}

/** Returns what is in an element, or in its only paragraph. */
export function withoutParagraph({ children: all }: Element): ElementContent[] {
  const children = all.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = children;
  return children.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : children;
}

function isShort(lead: string, rest: string): boolean {
  const [ofLead, ofRest] = [lead.trim().length, rest.trim().length];
  return ofLead > 0 && ofLead <= LEAD && ofRest > 0 && ofRest <= REST;
}

/** Letters of words before a colon, which lead like bold ones. */
const BEFORE_COLON = 24;

/** Returns an item whose first words are bold where they end with a colon. */
function withLead(item: Element): Element {
  const [first, ...more] = withoutParagraph(item);
  const [, lead, rest] = (first?.type === 'text' && /^([^:.!?]+):\s+(\S[^]*)$/u.exec(first.value.trimStart())) || [];
  if (lead === undefined || rest === undefined || lead.length > BEFORE_COLON) return item;
  return copyOf(item, [element('strong', {}, [text(lead)]), text(` ${rest}`), ...more]);
}

function asPoint(item: Element): Element | undefined {
  const [lead, ...rest] = withoutParagraph(item);
  if (lead?.type !== 'element' || lead.tagName !== 'strong' || !rest.every(isInline)) return undefined;
  const words = rest.map(wordsWithFormulas).join('');
  // A sentence that goes on behind its bold words is none of two parts.
  if (/^\s*[,;)]/.test(words) || !isShort(toString(lead), words.replace(SIGN, ''))) return undefined;
  const point = element('li', { ...item.properties }, [
    element('strong', { ...lead.properties, className: ['point-lead'] }, withoutEnd(lead.children)),
    text(' '),
    element('span', { className: ['point-rest'] }, withoutStart(rest)),
  ]);
  if (item.position) point.position = item.position;
  return point;
}

/** Returns words as they are read, with as many letters for formulas as those have, more or less. */
function wordsWithFormulas(node: ElementContent): string {
  if ('value' in node) return node.value;
  const { dataTex } = 'properties' in node ? node.properties : {};
  if (typeof dataTex === 'string') return dataTex.replace(/\\[a-z]+/gi, 'x').replace(/[{}^_\s]/g, '');
  return 'children' in node ? node.children.map(wordsWithFormulas).join('') : '';
}

/** Signs between a lead and what follows: the place of both says as much. */
const SIGN = /^\s*(?:[:–—|]|-{1,3}(?=\s))?\s*/;
const BLOCKS = /^(?:p|ul|ol|dl|pre|table|div|figure|blockquote|h[1-6])$/;

/** Tells whether a node is within a line. */
export function isInline(node: ElementContent): boolean {
  return node.type === 'text' || (node.type === 'element' && !BLOCKS.test(node.tagName));
}

function withoutStart([first, ...more]: ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first ? [first, ...more] : more;
  return [{ ...first, value: first.value.replace(SIGN, '') }, ...more];
}

function withoutEnd(children: ElementContent[]): ElementContent[] {
  const last = children.at(-1);
  if (last?.type !== 'text') return children;
  const value = last.value
    .trimEnd()
    .replace(/[:–—]$|(?<=[\p{L}\p{N})])\.$/u, '')
    .trimEnd();
  return [...children.slice(0, -1), { ...last, value }];
}
