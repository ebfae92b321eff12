import type { SourceRange } from '../model/dialect.ts';

/** A comment of HTML, with the marks around its text. */
export interface Comment extends SourceRange {
  text: string;
}

/** Finds the comments of HTML in a part of a text. */
export function commentsIn(text: string, { start, end }: SourceRange): Comment[] {
  const found: Comment[] = [];
  for (let at = text.indexOf('<!--', start); at !== -1 && at < end;) {
    const close = text.indexOf('-->', at + 4);
    if (close === -1 || close + 3 > end) break;
    found.push({ text: text.slice(at + 4, close), start: at, end: close + 3 });
    at = text.indexOf('<!--', close + 3);
  }
  return found;
}
