import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { element, hasClass } from './elements.ts';
import { pair } from './layouts.ts';
import { isFlat } from './many-items.ts';
import { isWords, lettersOf } from './statement.ts';

/** Letters of a line that says whose words a quotation is. */
const LINE = 64;

/** Returns a quotation and the line below it, which says whose words it is, as one block; other blocks as they are. */
export function withSpeaker(rest: readonly Element[]): readonly Element[] {
  const [quote, line, ...more] = rest;
  if (!quote || !line || more.length > 0 || quote.tagName !== 'blockquote' || hasClass(quote, 'callout')) return rest;
  const words = toString(line).trim();
  if (!isWords(line) || Object.keys(line.properties).length > 0 || lettersOf(words) > LINE) return rest;
  // A sentence goes on with the text.
  if (!/^[\p{Lu}\p{Lo}]/u.test(words) || /[.!?:;…。！？]$/u.test(words)) return rest;
  if (quote.children.some((child) => child.type === 'element' && child.tagName === 'footer')) return rest;
  const footer = element('footer', {}, line.children);
  if (line.position) footer.position = line.position;
  return [{ ...quote, children: [...quote.children, footer] }];
}

/** Letters of a quotation beside a list, of the list's items, and their number. */
const [QUOTE, ITEM, MOST] = [220, 40, 5];

/** Puts a quotation and a list of a few short items beside each other; nothing for anything else. */
export function quoteBeside(rest: readonly Element[]): Element[] {
  const [first, second, ...more] = rest;
  if (!first || !second || more.length > 0) return [];
  const [quote, list] = first.tagName === 'blockquote' ? [first, second] : [second, first];
  if (quote.tagName !== 'blockquote' || hasClass(quote, 'callout') || !/^[uo]l$/.test(list.tagName)) return [];
  const items = list.children.filter((child) => child.type === 'element');
  const areShort = items.every((item) => isFlat(item) && lettersOf(toString(item)) <= ITEM);
  if (lettersOf(toString(quote)) > QUOTE || items.length > MOST || !areShort) return [];
  const sides = pair([first], [second]);
  sides.properties['dataQuote'] = first === quote ? 'start' : 'end';
  return [sides];
}
