import type { SourceRange } from '../../model/dialect.ts';

/** A line of a source, as offsets without its end. */
export interface SourceLine extends SourceRange {
  text: string;
  /** Where the line after it begins. */
  next: number;
  /** In a block of code, or one of its fences. */
  isCode: boolean;
  /** The first line of a block of code. */
  opensCode: boolean;
  /** In a comment that began on a line before. */
  isComment: boolean;
}

const FENCE = /^[ \t]{0,12}(?:[-*+>][ \t]{1,4})?(`{3,}|~{3,})/;

/** Returns the lines of a part of a text, and which of them are code or comments. */
export function scanLines(text: string, { start, end }: SourceRange): SourceLine[] {
  const lines: SourceLine[] = [];
  let fence = '';
  let isComment = false;
  for (let at = start; at < end;) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const stop = newline === -1 || newline >= end ? end : newline - (text.charAt(newline - 1) === '\r' ? 1 : 0);
    const line = text.slice(at, Math.max(at, stop));
    const mark = isComment ? undefined : FENCE.exec(line)?.[1];
    const isCode = fence !== '' || mark !== undefined;
    lines.push({
      start: at,
      end: at + line.length,
      text: line,
      next,
      isCode,
      opensCode: fence === '' && mark !== undefined,
      isComment,
    });
    if (fence !== '') {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
    } else if (
      mark !== undefined &&
      !(mark.startsWith('`') && line.slice(line.indexOf(mark) + mark.length).includes('`'))
    ) {
      fence = mark;
    }
    if (!isCode) isComment = isOpen(line, isComment);
    at = next;
  }
  return lines;
}

/** Tells whether a comment is open at the end of a line. */
function isOpen(line: string, before: boolean): boolean {
  let [open, at] = [before, 0];
  for (;;) {
    const found = line.indexOf(open ? '-->' : '<!--', at);
    if (found === -1) return open;
    at = found + (open ? 3 : 4);
    open = !open;
  }
}
