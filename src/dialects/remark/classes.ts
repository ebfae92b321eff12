import type { SourceRange } from '../../model/dialect.ts';
import { scanLines } from '../common/scan-lines.ts';

/** A part of a text in `.name[…]`. */
export interface ClassPart extends SourceRange {
  names: string[];
  /** Between the brackets. */
  inner: SourceRange;
  /** The brackets are around whole blocks. */
  isBlock: boolean;
  /** Parts within it. */
  parts: ClassPart[];
}

const OPENER = /\.([a-zA-Z][\w-]{0,40}(?:\.[a-zA-Z][\w-]{0,40}){0,5})\[/y;
/** Brackets within each other. */
const DEEPEST = 12;

/** Finds the parts of a text in `.name[…]`, with those within them; code has none. */
export function classParts(text: string, range: SourceRange): ClassPart[] {
  const skipped = codeRanges(text, range);
  const isCode = (at: number): number | undefined => skipped.find(({ start, end }) => at >= start && at < end)?.end;
  const read = (start: number, end: number, depth: number): ClassPart[] => {
    const found: ClassPart[] = [];
    for (let at = text.indexOf('.', start); at !== -1 && at < end; at = text.indexOf('.', at)) {
      const past = isCode(at);
      OPENER.lastIndex = at;
      const match = past === undefined && isFree(text, at) ? OPENER.exec(text) : null;
      const close = match ? closing(text, at + match[0].length, { end, isCode }) : undefined;
      if (!match || close === undefined) {
        at = past ?? at + 1;
        continue;
      }
      const inner = { start: at + match[0].length, end: close };
      found.push({
        start: at,
        end: close + 1,
        names: (match[1] ?? '').split('.'),
        inner,
        isBlock: isBlock(text, at, inner),
        parts: depth < DEEPEST ? read(inner.start, inner.end, depth + 1) : [],
      });
      at = close + 1;
    }
    return found;
  };
  return read(range.start, range.end, 0);
}

function isFree(text: string, at: number): boolean {
  return at === 0 || !/[\w.)\]\\/-]/.test(text.charAt(at - 1)) || text.charAt(at - 1) === ']';
}

function closing(
  text: string,
  from: number,
  { end, isCode }: { end: number; isCode: (at: number) => number | undefined },
): number | undefined {
  let depth = 1;
  for (let at = from; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter !== '[' && letter !== ']') continue;
    const past = isCode(at);
    if (past !== undefined) {
      at = past - 1;
      continue;
    }
    if (text.charAt(at - 1) === '\\') continue;
    depth += letter === '[' ? 1 : -1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** Blocks begin a line, and have several lines or are alone in theirs. */
function isBlock(text: string, at: number, inner: SourceRange): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(lineStart, at);
  if (!/^[ \t]*(?:\.[\w.-]{1,80}\[)*[ \t]*$/.test(before)) return false;
  if (text.slice(inner.start, inner.end).includes('\n')) return true;
  const lineEnd = text.indexOf('\n', inner.end);
  return /^\]*[ \t]*$/.test(text.slice(inner.end + 1, lineEnd === -1 ? undefined : lineEnd));
}

function codeRanges(text: string, range: SourceRange): SourceRange[] {
  const ranges: SourceRange[] = [];
  for (const line of scanLines(text, range)) {
    if (line.isCode || line.isComment) {
      ranges.push({ start: line.start, end: line.next });
      continue;
    }
    for (const { 0: code, index } of line.text.matchAll(/`[^`\n]{1,400}`/g))
      ranges.push({ start: line.start + index, end: line.start + index + code.length });
  }
  return ranges;
}
