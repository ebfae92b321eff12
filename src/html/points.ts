import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { addClass, element, text } from './elements.ts';

/** Items that make points, and letters of their leads and of what follows. */
const [FEWEST, MOST] = [3, 6];
const [LEAD, REST] = [36, 150];

/** Returns a list as points, bold words beside what they stand for, where each item begins with some. */
export function asPoints(list: Element): Element | undefined {
  const items = list.children.filter((child): child is Element => child.type === 'element');
  if (items.length < FEWEST || items.length > MOST) return undefined;
  const points = items.map(asPoint);
  if (!points.every((point) => point !== undefined)) return undefined;
  const start = list.tagName === 'ol' && typeof list.properties['start'] === 'number' ? list.properties['start'] : 1;
  const style = [`--points:${points.length}`, start === 1 ? '' : `--points-from:${start - 1}`].filter(Boolean);
  const properties = { ...list.properties, dataComponent: 'points', style: style.join(';') };
  const made = element(list.tagName, properties, points);
  if (list.position) made.position = list.position;
  addClass(made, 'points');
  return made;
}

function asPoint(item: Element): Element | undefined {
  const children = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = children;
  const within = children.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : children;
  const [lead, ...rest] = within;
  if (lead?.type !== 'element' || lead.tagName !== 'strong' || !rest.every(isInline)) return undefined;
  const words = rest.map((node) => ('value' in node ? node.value : toString(node))).join('');
  const [ofLead, ofRest] = [toString(lead).trim().length, words.replace(SIGN, '').trim().length];
  if (ofLead === 0 || ofLead > LEAD || ofRest === 0 || ofRest > REST) return undefined;
  const point = element('li', { ...item.properties }, [
    element('strong', { ...lead.properties, className: ['point-lead'] }, withoutEnd(lead.children)),
    text(' '),
    element('span', { className: ['point-rest'] }, withoutStart(rest)),
  ]);
  if (item.position) point.position = item.position;
  return point;
}

/** Signs between a lead and what follows: the place of both says as much. */
const SIGN = /^\s*(?:[:–—|]|-{1,3}(?=\s))?\s*/;
const BLOCKS = /^(?:p|ul|ol|dl|pre|table|div|figure|blockquote|h[1-6])$/;

function isInline(node: ElementContent): boolean {
  return node.type === 'text' || (node.type === 'element' && !BLOCKS.test(node.tagName));
}

function withoutStart([first, ...more]: ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first ? [first, ...more] : more;
  return [{ ...first, value: first.value.replace(SIGN, '') }, ...more];
}

function withoutEnd(children: ElementContent[]): ElementContent[] {
  const last = children.at(-1);
  if (last?.type !== 'text') return children;
  return [...children.slice(0, -1), { ...last, value: last.value.replace(/\s*[:–—]\s*$/, '') }];
}
