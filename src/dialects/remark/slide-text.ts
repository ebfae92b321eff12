import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { scanLines, type SourceLine } from '../common/scan-lines.ts';
import { notesBlock } from '../notes.ts';
import { classParts } from './classes.ts';
import { moveClasses } from './move-classes.ts';

type Target = Pick<DialectSource, 'text' | 'replace' | 'insert' | 'remove'> & Partial<Pick<DialectSource, 'report'>>;

export interface SlideText {
  /** Lines with `*` in code are highlighted. */
  highlights: boolean;
}

/** Turns the text of a slide into Lectern's: classes, scaled images, notes and marked lines of code. */
export function moveText(range: SourceRange, source: Target, { highlights }: SlideText): void {
  const { text } = source;
  const notes = scanLines(text, range).find((line) => !line.isCode && /^\?\?\?[ \t]*$/.test(line.text));
  const shown = { start: range.start, end: notes?.start ?? range.end };
  moveClasses(classParts(text, shown), source);
  moveScaled(shown, source);
  moveCells(shown, source);
  const lost = moveInlineCode(shown, source);
  if (lost && source.report) {
    const advice = 'R does not run here; write the resulting text, or show its image';
    source.report('lost', lost, { what: text.slice(lost.start, lost.end), advice });
  }
  if (highlights) markLines(shown, source);
  if (!notes) return;
  const words = text.slice(notes.next, range.end);
  const gone = { start: notes.start, end: range.end };
  source.replace(gone, words.trim() === '' ? '\n' : `\n${notesBlock(words)}\n\n`);
}

/** `![:scale 50%](image.png)` has that width. */
function moveScaled({ start, end }: SourceRange, source: Target): void {
  const text = source.text.slice(start, end);
  for (const match of text.matchAll(/!\[:(?:scale|img)[ \t]{1,4}([\d.]{1,6}(?:%|px)?)\]\(([^()\n]{1,500})\)/g)) {
    const width = /\d$/.test(match[1] ?? '') ? `${match[1]}px` : match[1];
    const at = start + match.index;
    source.replace({ start: at, end: at + match[0].length }, `![](${match[2]}){width=${width}}`);
  }
}

const CELL = /^([ \t]{0,12}`{3,9})\{[ \t]{0,4}([a-zA-Z]\w{0,20})([^}\n]{0,500})\}/;

/** Cells of R show their code, as nothing runs them here; hidden ones show nothing. */
function moveCells(range: SourceRange, source: Target): void {
  const lines = scanLines(source.text, range);
  lines.forEach((fence, index) => {
    const match = fence.opensCode ? CELL.exec(fence.text) : null;
    if (!match) return;
    const [whole, ticks = '', language = '', options = ''] = match;
    const end = lines.findIndex((line, at) => at > index && (!line.isCode || line.opensCode));
    const last = lines[(end === -1 ? lines.length : end) - 1] ?? fence;
    const block = { start: fence.start, end: last.next };
    const shown = shownBy(source.text.slice(fence.next, last.start), options);
    if (shown !== undefined) {
      source.replace(block, `${shown}\n`);
      return;
    }
    const isOff = /\binclude\s{0,3}=\s{0,3}(?:FALSE|F)\b/.test(options) || language.toLowerCase() === 'css';
    const isHidden = isOff || /\becho\s{0,3}=\s{0,3}(?:FALSE|F)\b/.test(options);
    if (!isOff && !/\beval\s{0,3}=\s{0,3}(?:FALSE|F)\b|results\s{0,3}=\s{0,3}["']hide/.test(options))
      source.report?.('lost', fence, {
        what: `the result of a cell in ${language}`,
        advice: 'Lectern runs no code; write the result, or show an image of it',
      });
    // A slide that shows a result alone shows its code.
    if (isHidden && (isOff || !isAlone(lines))) source.remove(block);
    else source.replace({ start: fence.start, end: fence.start + whole.length }, `${ticks}${language.toLowerCase()}`);
  });
}

/** Tells whether a slide has code alone. */
function isAlone(lines: readonly SourceLine[]): boolean {
  return !lines.some(({ text, isCode, isComment }) => !isCode && !isComment && /[\p{L}\p{N}]/u.test(text));
}

/** Returns the image or the page that a cell shows and does nothing else. */
function shownBy(code: string, options: string): string | undefined {
  const found =
    /^\s{0,9}(?:knitr::)?include_(graphics|url)\(\s{0,3}["']([^"'\n]{1,300})["'][^)\n]{0,200}\)\s{0,9}$/.exec(code);
  if (!found) return undefined;
  const [, kind, address = ''] = found;
  if (kind === 'url') return `::embed{src="${address}"}`;
  const width = /\bout\.width\s{0,3}=\s{0,3}["'](\d{1,4}(?:%|px))["']/.exec(options)?.[1];
  const alt = /\bfig\.alt\s{0,3}=\s{0,3}["']([^"'\n]{0,300})["']/.exec(options)?.[1] ?? '';
  return `![${alt}](${address})${width === undefined ? '' : `{width=${width}}`}`;
}

/** Text that R makes within a line: emoji have names here, and the rest is left out. */
function moveInlineCode({ start, end }: SourceRange, source: Target): SourceRange | undefined {
  let first: SourceRange | undefined;
  for (const match of source.text.slice(start, end).matchAll(/`r ([^`\n]{1,300})`/g)) {
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    const emoji = /^(?:emo::)?ji\(["']([\w+-]{1,40})["']\)$/.exec(match[1]?.trim() ?? '')?.[1];
    source.replace(place, emoji === undefined ? '' : `:${emoji}:`);
    if (emoji === undefined) first ??= place;
  }
  return first;
}

/** Lines of code that begin with `*` are highlighted. */
function markLines(range: SourceRange, source: Target): void {
  const lines = scanLines(source.text, range);
  lines.forEach((fence, index) => {
    if (!fence.opensCode) return;
    const end = lines.findIndex((line, at) => at > index && (!line.isCode || line.opensCode));
    const block = lines.slice(index + 1, end === -1 ? lines.length : end);
    const marked = block.flatMap(({ text }, at) => (text.startsWith('*') ? [at + 1] : []));
    if (marked.length === 0) return;
    for (const at of marked) {
      const line = block[at - 1];
      if (line) source.replace({ start: line.start, end: line.start + 1 }, ' ');
    }
    const isBare = /^[ \t]*[`~]{3,}[ \t]*$/.test(fence.text);
    source.insert(fence.end, `${isBare ? 'text ' : ' '}{${marked.join(',')}}`);
  });
}
