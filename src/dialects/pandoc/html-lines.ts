import type { DialectSource } from '../../model/dialect.ts';
import type { SourceLine } from '../common/scan-lines.ts';

/** A line that has nothing but tags of blocks. */
const TAGS =
  /^[ \t]{0,3}(?:<\/?(?:div|section|article|aside|center|figure|figcaption|table|thead|tbody|tfoot|tr|td|th|details|summary|blockquote|header|footer|main|dl|dt|dd|ul|ol|li)\b[^<>]{0,500}>[ \t]{0,9}){1,20}$/i;
const MARKUP = /^ {0,3}(?:#{1,6} |[-*+] |\d{1,3}[.)] |!\[|> |\$\$)|[*_`][^\s*_`]|\]\(/;

/** Puts empty lines between tags and Markdown: pandoc reads Markdown in blocks of HTML. */
export function freeHtml(lines: readonly SourceLine[], source: DialectSource): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || line.isCode || line.isComment || before.isCode || before.isComment) return;
    const isOpened = TAGS.test(before.text) && MARKUP.test(line.text) && !/^\s{0,3}</.test(line.text);
    const isClosed = TAGS.test(line.text) && MARKUP.test(before.text) && !/^\s{0,3}</.test(before.text);
    if (isOpened || isClosed) source.insert(line.start, '\n');
  });
}
