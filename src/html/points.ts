import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { areTimes, isAmount, openingTime } from './clock-times.ts';
import { addClass, element, hasClass, text } from './elements.ts';
import { isFigure, lettersOf } from './statement.ts';

/** Items that make points, those of one line each, and letters of their leads and of what follows. */
const [FEWEST, MOST, MOST_SHORT] = [2, 6, 8];
const [LEAD, REST] = [36, 150];
/** Letters of leads and of what follows that are on one line each at a larger size, and those of short leads. */
const [SHORT_LEAD, SHORT_REST] = [22, 44];
const [SHORTEST_LEAD, LONGER_REST] = [10, 54];

/**
 * Returns a list as points, bold words beside what they stand for, where each item begins with some; of a list of
 * definitions, terms beside what they mean.
 */
export function asPoints(list: Element): Element | undefined {
  const items = list.children.filter((child): child is Element => child.type === 'element');
  const points = list.tagName === 'dl' ? definitions(items) : items.map(withLead).map(asPoint);
  if (points.length < FEWEST || points.length > MOST_SHORT) return undefined;
  if (!points.every((point) => point !== undefined)) return undefined;
  const looks = looksOf(points);
  if (points.length > MOST && !looks.includes('points-short')) return undefined;
  const start = list.tagName === 'ol' && typeof list.properties['start'] === 'number' ? list.properties['start'] : 1;
  const line = lineOf(points, looks, list.tagName);
  const style = [
    `--points:${points.length}`,
    ...(start === 1 ? [] : [`--points-from:${start - 1}`]),
    ...(line === undefined ? [] : [`--points-line:${line}`]),
  ];
  const properties = { ...list.properties, dataComponent: 'points', style: style.join(';') };
  const made = element(list.tagName, properties, points);
  if (list.position) made.position = list.position;
  addClass(made, 'points', ...looks);
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

/** A letter or a number that items of an exercise begin with. */
const LABEL = /^\(?(?:[a-z]|\d{1,2})\)$/;

/** Widths in em: of a letter of a lead and of what follows, of the room between both, and of that with a number. */
const [LEAD_LETTER, LETTER, ROOM, NUMBERED] = [0.54, 0.51, 1.8, 2.9];
/** Widths of rows that always have room on one line, and of those that may have it at a size that is little smaller. */
const [SURE, HARDLY] = [20, 42];

/** Returns how wide the widest row is on one line, in em, where the size of points can follow from it. */
function lineOf(points: readonly Element[], looks: readonly string[], tagName: string): number | undefined {
  if (looks.includes('points-figures') || looks.includes('points-signs')) return undefined;
  const [leads, rests] = ['point-lead', 'point-rest'].map((name) => Math.max(...wordsIn(points, name).map(lettersOf)));
  const width = LEAD_LETTER * (leads ?? 0) + LETTER * (rests ?? 0) + (tagName === 'ol' ? NUMBERED : ROOM);
  const most = looks.includes('points-short') ? Infinity : HARDLY / (1.46 - 0.07 * points.length);
  return width > SURE && width <= most ? Math.round(width * 10) / 10 : undefined;
}

function wordsIn(points: readonly (Element | undefined)[], name: string): string[] {
  return points.flatMap((point) =>
    (point?.children ?? []).flatMap((child) =>
      child.type === 'element' && hasClass(child, name) ? [toString(child).trim()] : [],
    ),
  );
}

/** Returns the classes of points: figures are set as such, and what has room on one line is larger. */
export function looksOf(points: readonly (Element | undefined)[]): string[] {
  const leads = wordsIn(points, 'point-lead');
  const most = (all: readonly string[]): number => Math.max(0, ...all.map(lettersOf));
  const rests = wordsIn(points, 'point-rest');
  const [lead, rest] = [most(leads), most(rests)];
  const isShort = lead <= SHORT_LEAD && rest <= (lead <= SHORTEST_LEAD ? LONGER_REST : SHORT_REST);
  const areFigures =
    leads.every((lead) => (isFigure(lead) || isAmount(lead)) && !LABEL.test(lead)) && !areTimes(leads, rests);
  const areSigns = leads.every((lead) => lead === '');
  return [
    ...(isShort ? ['points-short'] : []),
    ...(areFigures && !areSigns ? ['points-figures'] : []),
    ...(areSigns ? ['points-signs'] : []),
    ...(leads.every((lead) => LABEL.test(lead)) ? ['points-labels'] : []),
  ];
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

/** Letters of words before a colon or a dash, which lead like bold ones. */
const LED = 24;
/** Words before a dash. */
const NAME = 2;

/** Returns an item whose first words are bold where they end with a colon or a dash, or are a time; emoji lead, too. */
function withLead(item: Element): Element {
  const [first, second, ...more] = withoutParagraph(item);
  if (first?.type === 'element' && second) {
    if (hasClass(first, 'emoji')) return copyOf(item, [element('strong', {}, [first]), text(' '), second, ...more]);
    const leads =
      /^(?:code|a)$/.test(first.tagName) && second.type === 'text' && /^(?::\s|\s[–—-]\s)/.test(second.value);
    return leads ? copyOf(item, [element('strong', {}, [first]), second, ...more]) : item;
  }
  if (first?.type !== 'text') return item;
  const others = second ? [second, ...more] : [];
  const [lead, rest] = cut(first.value.trimStart(), others.length > 0);
  return lead === undefined ? item : copyOf(item, [element('strong', {}, [text(lead)]), text(` ${rest}`), ...others]);
}

/** A first and a last name, and what is said of them behind a comma or in brackets. */
const PERSON = /^((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]*)(?:,\s+(\S[^.;]*)|\s+\(([^()]+)\)\s*)$/u;

/** Cuts the lead off a text. @param goesOn - something follows the text. */
function cut(words: string, goesOn: boolean): [lead: string | undefined, rest: string] {
  const time = openingTime(words);
  const behind = words.slice(time.length).replace(/^\s*(?:[:,–—|]|-(?=\s))?\s*/, '');
  if (time !== '' && (behind !== '' || goesOn)) return [time, behind];
  const [, person, role, said = role] = PERSON.exec(words) ?? [];
  if (person !== undefined && said !== undefined && !goesOn) return [person, said];
  const [, lead = '', sign = '', rest = ''] = /^([^:.!?]+?)(:|\s[–—-](?=\s))\s+(\S[^]*|$)/u.exec(words) ?? [];
  // A sentence with a dash goes on behind it.
  const isName = sign === ':' || /\p{N}/u.test(lead) || lead.split(/\s+/).length <= NAME;
  return !isName || lead === '' || lead.length > LED || (rest === '' && !goesOn) ? [undefined, words] : [lead, rest];
}

function asPoint(item: Element): Element | undefined {
  const [lead, ...rest] = withoutParagraph(item);
  if (lead?.type !== 'element' || lead.tagName !== 'strong' || !rest.every(isInline)) return undefined;
  const words = rest.map(wordsWithFormulas).join('');
  // A sentence that goes on behind its bold words is none of two parts.
  const name = isSign(lead) ? OBJECT : toString(lead);
  if (/^\s*[,;)]/.test(words) || !isShort(name, words.replace(SIGN, ''))) return undefined;
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

/** Tells whether a lead is an emoji. */
function isSign({ children }: Element): boolean {
  return children.every((child) => child.type === 'element' && hasClass(child, 'emoji'));
}

/** Stands for something that is not text. */
const OBJECT = '\ufffc';
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
