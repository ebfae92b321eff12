import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { htmlAttributes } from '../common/html-attributes.ts';
import { scanLines } from '../common/scan-lines.ts';

const SHORTCODE = /\{\{[<%][ \t]{0,9}(\/?)(\w{1,30})([^{}\n]{0,500}?)[ \t]{0,9}[>%]\}\}/g;

/** Reads front matter between lines of `+++`, as Hugo writes it. Returns where the text after it begins. */
export function readTomlFront({ text, front, remove }: DialectSource): number {
  const found = front.bodyStart === 0 ? /^\s{0,99}\+\+\+[ \t]*\r?\n/.exec(text) : undefined;
  const end = found ? text.indexOf('\n+++', found[0].length - 1) : -1;
  if (!found || end === -1) return front.bodyStart;
  const title = /^title[ \t]{0,9}=[ \t]{0,9}"([^"\n]{1,300})"/m.exec(text.slice(0, end))?.[1];
  if (title !== undefined) front.set('title', title);
  const newline = text.indexOf('\n', end + 1);
  const stop = newline === -1 ? text.length : newline + 1;
  remove({ start: 0, end: stop });
  return stop;
}

/** Turns shortcodes of the theme reveal-hugo into what reveal.js reads, or into steps. */
export function readShortcodes(range: SourceRange, source: DialectSource): void {
  for (const line of scanLines(source.text, range)) {
    if (line.isCode || line.isComment || !line.text.includes('{{')) continue;
    for (const match of line.text.matchAll(SHORTCODE)) {
      const [all, close, name = '', written = ''] = match;
      const place = { start: line.start + match.index, end: line.start + match.index + all.length };
      const attributes = htmlAttributes(written);
      if (name === 'note') source.replace(place, close ? '\n:::\n' : '\n:::notes\n');
      else if (name === 'fragment') source.replace(place, close ? '</span>' : '<span class="fragment">');
      else if (name === 'frag') source.replace(place, `:step[${attributes.get('c') ?? ''}]`);
      else if (name === 'section' || name === 'slide') source.remove(place);
    }
  }
}
