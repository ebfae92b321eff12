/**
 * Entries of a dictionary as Chromium writes it, by their names, each value as its source (ISO 32000-1, 7.3.7).
 *
 * @param source - of an object that begins with `<<`.
 */
export function dictionaryEntries(source: string): Map<string, string> {
  const entries = new Map<string, string>();
  let at = source.indexOf('<<') + 2;
  while (at > 1 && at < source.length) {
    NAME.lastIndex = at;
    const [token, name = ''] = NAME.exec(source) ?? [];
    if (token === undefined) break;
    const start = at + token.length;
    at = valueEnd(source, start);
    entries.set(name, source.slice(start, at).trim());
  }
  return entries;
}

const NAME = /\s*\/([^\s/<>[\]()]+)\s*/y;
const STRING = /\((?:\\[\s\S]|[^\\()])*\)/y;
const PLAIN = /<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]*|\d+ \d+ R|[^\s/<>[\]()]+/y;

/** Where the value ends that begins at a place. */
function valueEnd(source: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < source.length) {
    const sign = source.charAt(at);
    if (sign === ' ' || sign === '\n') {
      at += 1;
      continue;
    }
    const isDictionary = (sign === '<' || sign === '>') && source.charAt(at + 1) === sign;
    if (isDictionary || sign === '[' || sign === ']') {
      depth += sign === '<' || sign === '[' ? 1 : -1;
      at += isDictionary ? 2 : 1;
    } else {
      const pattern = sign === '(' ? STRING : PLAIN;
      pattern.lastIndex = at;
      at += pattern.exec(source)?.[0].length ?? 1;
    }
    if (depth <= 0) return at;
  }
  return at;
}
