import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { isWithin } from '../common/html-blocks.ts';
import { scanLines } from '../common/scan-lines.ts';
import { utilityStyle } from '../common/utility-classes.ts';

/** An image with classes, a part of a line with classes, marked words, expressions of Vue, and components within a line. */
const WORDS =
  /`[^`\n]*`|(!\[[^\]\n]{0,500}\]\([^()\n]{0,500}\))\{([^{}\n]{0,200})\}|(?<!!)\[([^[\]\n]{1,500})\](\{[^{}\n]{0,200}\})|==([^=\n]{1,300})==|(\{\{[^{}\n]{0,300}\}\})|(?<![\w:])(:[a-z][\w-]{0,40}\{[^{}\n]{0,300}\})|(?<=[^\s{$#-])(\{[ \t]?[.:][^{}\n$]{0,200}\})[ \t]*$/g;

/** Classes after the words of a heading. */
const HEADING_BRACES = /^#{1,6}[ \t][^\n]{0,1000}?([ \t]\{[ \t]?[.:][^{}\n]{0,200}\})[ \t]{0,9}$/;

/** Turns syntax within lines into that of Lectern. */
export function readWords(range: SourceRange, html: readonly SourceRange[], source: DialectSource): void {
  let lost: SourceRange | undefined;
  let expression = '';
  for (const line of scanLines(source.text, range)) {
    if (line.isCode || line.isComment || !/[\]{=]/.test(line.text)) continue;
    if (/^\$\$[ \t]*\{/.test(line.text)) source.replace(line, '$$');
    const after = HEADING_BRACES.exec(line.text)?.[1];
    if (after !== undefined) source.remove({ start: line.start + line.text.lastIndexOf(after), end: line.end });
    for (const match of line.text.matchAll(WORDS)) {
      const [all, image, classes = '', words, braces, marked, vue, component, ending] = match;
      const place = { start: line.start + match.index, end: line.start + match.index + all.length };
      if (vue === undefined && isWithin(html, place.start)) continue;
      if (image !== undefined)
        source.replace({ start: place.start + image.length, end: place.end }, imageBraces(classes));
      else if (words !== undefined && braces !== undefined) source.replace(place, `:span[${words}]${braces}`);
      else if (ending !== undefined) source.remove(place);
      else if (marked !== undefined) source.replace(place, `:mark[${marked}]`);
      else if (component !== undefined) {
        source.remove(place);
        source.report('lost', place, { what: component, advice: 'Vue components do not run here' });
      } else if (vue !== undefined) {
        source.remove(place);
        lost ??= place;
        expression ||= vue;
      }
    }
  }
  if (lost) source.report('lost', lost, { what: expression, advice: 'Lectern runs no code; write the value itself' });
}

/** Sizes of utility classes, as attributes of an image. */
function imageBraces(written: string): string {
  const parts: string[] = [];
  for (const name of written.split(/[\s.]+/).filter(Boolean)) {
    const size = /^(width|height):([\d.]{1,9}(?:px|%|em|rem))$/.exec(utilityStyle(name) ?? '');
    if (size) parts.push(`${size[1]}=${size[2]}`);
    else if (/^(?:width|height)=["']?[\w.%]{1,12}["']?$/.test(name)) parts.push(name);
  }
  return parts.length > 0 ? `{${parts.join(' ')}}` : '';
}
