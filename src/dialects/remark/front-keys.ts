import type { DialectSource, FrontEntry } from '../../model/dialect.ts';
import { OWN_KEYS } from '../common/own-keys.ts';
import { plainWords } from '../common/plain-words.ts';

/** Turns front matter of xaringan into that of Lectern. */
export function moveKeys(source: DialectSource): void {
  const { front, report, text } = source;
  for (const [key, entry] of front.entries) {
    if (key === 'theme' || key === 'css' || key === 'style') front.remove(key);
    else if (OWN_KEYS.has(key)) moveWords(entry, source);
    else {
      front.remove(key);
      if (key !== 'output') continue;
      report('lost', entry, { what: 'output: …', advice: 'choose a Lectern theme with “theme”' });
      const isOwnTitle = /^[ \t]{1,12}seal:[ \t]{1,4}(?:false|no)\b/im.test(text.slice(entry.start, entry.end));
      if (isOwnTitle && !front.has('cover')) front.set('cover', false);
    }
  }
}

/** Takes classes and code of R off a title, an author or a date. */
function moveWords(entry: FrontEntry, { front, report }: DialectSource): void {
  const { key, value } = entry;
  const all = Array.isArray(value) ? value : [value];
  if (!all.some((one) => typeof one === 'string' && /`r\s|\.[a-z][\w-]{0,30}\[|<[a-z]|\]\(/i.test(one))) return;
  const shown = all
    .filter((one) => !(typeof one === 'string' && /^`r\s/.test(one.trim())))
    .map(plain)
    .filter((one) => one !== '');
  front.remove(key);
  if (shown.length > 0 && String(shown) !== '') front.set(key, Array.isArray(value) ? shown : shown[0]);
  const code = all.find((one) => typeof one === 'string' && /^`r\s/.test(one.trim()));
  if (code !== undefined)
    report('lost', entry, { what: `${key}: ${String(code)}`, advice: 'write the text that R produces' });
}

/** Returns words without classes around them, as in `.red[words]`. */
function plain(value: unknown): unknown {
  return typeof value === 'string'
    ? plainWords(value.replaceAll(/\.[a-z][\w-]{0,30}\[([^[\]]{0,300})\]/g, '$1'))
    : value;
}
