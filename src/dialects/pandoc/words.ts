import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { fragmentOf, stepBraces } from '../common/fragments.ts';
import type { SourceLine } from '../common/scan-lines.ts';
import { htmlText, pandocAttributes, placement, PLACED, type PandocAttributes } from './attributes.ts';
import { shortcode, type ShortcodeValues } from './shortcodes.ts';

/** Code, attributes after a bracket or code, notes in a line, raised and lowered words, shortcodes. */
const WORDS =
  /(`{1,2})(?!`)[^`\n]{1,500}\1(?:\{([^{}\n]{1,300})\})?|\$[^$\n]{1,500}\$|([\])])\{([^{}\n]{1,600})\}|\{\{<[ \t]{0,9}([^<>\n]{1,500}?)[ \t]{0,9}>\}\}|\^\[|(?<![\\^])\^((?:[\w+−,.-]|\\ ){1,60})\^|(?<![\\~])~((?:[\w+−,.-]|\\ ){1,60})~(?!~)/g;

/** The document around inline syntax. */
export interface WordContext extends ShortcodeValues {
  source: DialectSource;
  /** Footnotes that were written within a line. */
  notes: string[];
}

/** Turns syntax of pandoc within a line into that of Lectern. */
export function readWords(line: SourceLine, context: WordContext): void {
  const { text } = line;
  const { source } = context;
  if (!/[\]})^~`]/.test(text)) return;
  let done = 0;
  for (const match of text.matchAll(WORDS)) {
    if (match.index < done) continue;
    const [all, ticks, codeBraces, bracket, braces, code, raised, lowered] = match;
    const at = line.start + match.index;
    const range = { start: at, end: at + all.length };
    if (ticks !== undefined) {
      if (codeBraces !== undefined) readCode(range, codeBraces, { all, ticks, source });
    } else if (bracket !== undefined)
      readBraces({ text, offset: line.start, end: match.index }, { bracket, braces: braces ?? '', range }, source);
    else if (code !== undefined) source.replace(range, shortcode(code, range, context));
    else if (all === '^[') done = readNote(line, match.index, context);
    else if (raised !== undefined) source.replace(range, `<sup>${raised.replaceAll('\\ ', ' ')}</sup>`);
    else if (lowered !== undefined) source.replace(range, `<sub>${lowered.replaceAll('\\ ', ' ')}</sub>`);
  }
}

/** `` `x`{.r} `` is code, and `` `<b>`{=html} `` is HTML. */
function readCode(
  range: SourceRange,
  braces: string,
  { all, ticks, source }: { all: string; ticks: string; source: DialectSource },
): void {
  const inner = all.slice(ticks.length, all.lastIndexOf(ticks));
  if (braces === '=html') source.replace(range, inner);
  else if (braces.startsWith('=')) source.remove(range);
  else source.replace({ start: range.start + all.lastIndexOf('{'), end: range.end }, '');
}

function readBraces(
  place: { text: string; offset: number; end: number },
  { bracket, braces, range }: { bracket: string; braces: string; range: SourceRange },
  source: DialectSource,
): void {
  const { text, offset, end } = place;
  const after = { start: range.start + 1, end: range.end };
  const attributes = pandocAttributes(braces);
  if (bracket === ')') {
    const open = linkStart(text, end);
    if (open === undefined) return;
    readTarget(
      { start: offset + open, end: range.start + 1 },
      { after, attributes, isImage: text.charAt(open) === '!' },
      source,
    );
    return;
  }
  const open = openBracket(text, end);
  if (open === undefined) return;
  const start = offset + open;
  const fragment = fragmentOf(new Map([['class', attributes.classes.join(' ')], ...attributes.values]));
  if (fragment) {
    source.replace({ start, end: start + 1 }, ':step[');
    source.replace(after, stepBraces(fragment));
    return;
  }
  const html = htmlText(attributes, placement(attributes));
  const tag = attributes.classes.includes('mark') ? 'mark' : attributes.classes.includes('underline') ? 'u' : 'span';
  source.replace({ start, end: start + 1 }, html === '' ? '' : `<${tag}${html}>`);
  source.replace(range, html === '' ? '' : `</${tag}>`);
}

/** Gives an image or a link the attributes that Lectern knows. */
function readTarget(
  whole: SourceRange,
  { after, attributes, isImage }: { after: SourceRange; attributes: PandocAttributes; isImage: boolean },
  source: DialectSource,
): void {
  const { id, classes, values } = attributes;
  const parts: string[] = id === '' ? [] : [`#${id}`];
  for (const name of classes)
    if (/^[a-z][\w-]*$/i.test(name) && !/^(?:absolute|fragment|r-stretch|external|nolightbox|lightbox)$/.test(name))
      parts.push(`.${name}`);
  if (isImage) {
    for (const key of ['width', 'height']) {
      const value = values.get(key);
      if (value !== undefined && /^[\d.]{1,9}(?:px|%|em|rem|vw|vh|in|cm)?$/.test(value)) parts.push(`${key}=${value}`);
    }
  }
  const fragment = fragmentOf(new Map([['class', classes.join(' ')], ...values]));
  const isPlaced = isImage && classes.includes('absolute');
  const written = parts.length > 0 && !isPlaced ? `{${parts.join(' ')}}` : '';
  if (isPlaced) {
    const step = fragment ? ' fragment' : '';
    source.insert(whole.start, `\n\n<div class="${PLACED}${step}" style="${placement(attributes)}">\n\n`);
    source.replace(after, '\n\n</div>\n\n');
  } else if (fragment) {
    source.insert(whole.start, ':step[');
    source.replace(after, `${written}]${stepBraces(fragment)}`);
  } else source.replace(after, written);
}

/** Where the brackets open that close at an index. */
function openBracket(text: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close; at >= 0 && close - at < 2000; at -= 1) {
    if (text.charAt(at - 1) === '\\') continue;
    if (text.charAt(at) === ']') depth += 1;
    else if (text.charAt(at) === '[' && --depth === 0) return at;
  }
  return undefined;
}

/** Where the link or image begins whose address closes at an index. */
function linkStart(text: string, close: number): number | undefined {
  const target = text.lastIndexOf('](', close);
  const open = target === -1 ? undefined : openBracket(text, target);
  return open !== undefined && text.charAt(open - 1) === '!' ? open - 1 : open;
}

/** A note within a line becomes a footnote. Returns where it ends. */
function readNote(line: SourceLine, from: number, { source, notes }: WordContext): number {
  let depth = 0;
  for (let at = from + 1; at < line.text.length; at += 1) {
    const char = line.text.charAt(at);
    if (char === '[') depth += 1;
    else if (char === ']' && --depth === 0) {
      const name = `note-${notes.length + 1}`;
      notes.push(`[^${name}]: ${line.text.slice(from + 2, at)}`);
      source.replace({ start: line.start + from, end: line.start + at + 1 }, `[^${name}]`);
      return at + 1;
    }
  }
  return from + 2;
}
