import type { DialectSource } from '../../model/dialect.ts';
import type { ClassPart } from './classes.ts';

type Target = Pick<DialectSource, 'text' | 'replace' | 'insert'>;

/** Classes that most style sheets for the tool have, as CSS. */
const STYLES: ReadonlyMap<string, string> = new Map([
  ['center', 'text-align:center'],
  ['left', 'text-align:left'],
  ['right', 'text-align:right'],
  ['tiny', 'font-size:0.6em'],
  ['small', 'font-size:0.8em'],
  ['smaller', 'font-size:0.8em'],
  ['large', 'font-size:1.4em'],
  ['larger', 'font-size:1.4em'],
  ['big', 'font-size:1.6em'],
  ['huge', 'font-size:2em'],
  ['bold', 'font-weight:bold'],
  ['italic', 'font-style:italic'],
  ['strike', 'text-decoration:line-through'],
  ['red', 'color:#c62828'],
  ['green', 'color:#2e7d32'],
  ['blue', 'color:#1565c0'],
  ['orange', 'color:#d84315'],
  ['purple', 'color:#6a1b9a'],
  ['gray', 'opacity:0.7'],
  ['grey', 'opacity:0.7'],
  ['white', 'color:#fff'],
  ['black', 'color:#000'],
  ['footnote', 'font-size:0.7em'],
]);

/** Columns of the tool's examples, and the share of the row that each has. */
const COLUMNS: ReadonlyMap<string, number> = new Map([
  ['left-column', 1],
  ['right-column', 3],
  ['pull-left', 1],
  ['pull-right', 1],
  ['left-col', 1],
  ['right-col', 1],
  ['col', 1],
  ['column', 1],
  ['left-plot', 1],
  ['right-plot', 1],
  ['pull-left-wide', 2],
  ['pull-right-narrow', 1],
  ['pull-left-narrow', 1],
  ['pull-right-wide', 2],
  ['left-code', 1],
]);

/** Turns `.name[…]` into columns, and else into HTML with the class, and with the look that most style sheets give it. */
export function moveClasses(parts: readonly ClassPart[], source: Target): void {
  for (let index = 0; index < parts.length;) {
    const row = rowFrom(parts, index, source.text);
    if (row.length > 0) moveColumns(row, source);
    else for (const part of [parts[index]]) if (part) moveOne(part, source);
    index += Math.max(row.length, 1);
  }
}

/** Columns that follow each other are one row. */
function rowFrom(parts: readonly ClassPart[], from: number, text: string): ClassPart[] {
  const row: ClassPart[] = [];
  for (let index = from; index < parts.length; index += 1) {
    const [part, before] = [parts[index], row.at(-1)];
    if (!part?.isBlock || !part.names.some((name) => COLUMNS.has(name))) break;
    if (before && text.slice(before.end, part.start).trim() !== '') break;
    row.push(part);
  }
  return row;
}

function moveColumns(row: readonly ClassPart[], source: Target): void {
  const depth = ':'.repeat(3 + depthOf(row));
  const shares = row.map(
    ({ names }) => names.map((name) => COLUMNS.get(name)).find((share) => share !== undefined) ?? 1,
  );
  const isEven = shares.every((share) => share === shares[0]);
  row.forEach(({ start, end, inner, parts }, index) => {
    const opening = index === 0 ? `\n${depth}:columns\n` : '';
    const width = isEven ? '' : `{width=${shares[index]}}`;
    source.replace({ start, end: inner.start }, `${opening}${depth}column${width}\n\n`);
    source.replace({ start: inner.end, end }, `\n\n${depth}${index === row.length - 1 ? `\n${depth}:\n` : '\n'}`);
    moveClasses(parts, source);
  });
}

/** Outer directives need more colons than those within them. */
function depthOf(parts: readonly ClassPart[]): number {
  return Math.max(0, ...parts.map((part) => (part.parts.some((one) => one.isBlock) ? 2 + depthOf(part.parts) : 0)));
}

function moveOne({ names, start, end, inner, isBlock, parts }: ClassPart, source: Target): void {
  const styles = names.flatMap((name) => STYLES.get(name) ?? []);
  // Text in a line has no side: it is a line of its own where nothing else is in its line.
  if (!isBlock && isWholeLine(source.text, start, end) && styles.some((one) => one.startsWith('text-align')))
    styles.unshift('display:block');
  const style = styles.join(';');
  const others = names.filter((name) => !STYLES.has(name));
  const attributes = `${others.length > 0 ? ` class="${others.join(' ')}"` : ''}${style ? ` style="${style}"` : ''}`;
  const [open, close] = isBlock ? [`\n<div${attributes}>\n\n`, '\n\n</div>\n'] : [`<span${attributes}>`, '</span>'];
  source.replace({ start, end: inner.start }, open);
  source.replace({ start: inner.end, end }, close);
  moveClasses(parts, source);
}

function isWholeLine(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(lineStart, start);
  return (
    /^[ \t]{0,8}(?:#{1,6}[ \t]{1,4})?$/.test(before) &&
    text.slice(end, lineEnd === -1 ? undefined : lineEnd).trim() === ''
  );
}
