import type { DialectSource, SourceRange } from '../../model/dialect.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
]);

/** Returns where the slides are: in a page of HTML, the text of its `<textarea id="source">`. */
export function pageRange(source: DialectSource): SourceRange {
  const { text, front } = source;
  const whole = { start: front.bodyStart, end: text.length };
  if (!/^\s{0,99}(?:<!doctype|<html)/i.test(text)) return whole;
  const open = /<textarea[^<>]{0,200}\bid=["']?source["']?[^<>]{0,200}>[ \t]*\r?\n?/i.exec(text);
  if (!open) return whole;
  const start = open.index + open[0].length;
  const close = text.toLowerCase().indexOf('</textarea', start);
  const end = close === -1 ? text.length : close;
  source.remove({ start: 0, end: start });
  source.remove({ start: end, end: text.length });
  for (const { 0: entity, index } of text.slice(start, end).matchAll(/&(?:lt|gt|amp|quot);/g)) {
    const at = start + index;
    source.replace({ start: at, end: at + entity.length }, ENTITIES.get(entity) ?? entity);
  }
  return { start, end };
}
