import { parseDocument } from 'yaml';
import type { SourceRange } from '../../model/dialect.ts';
import { scanLines, type SourceLine } from '../common/scan-lines.ts';

/** A slide of Slidev: its content without front matter. */
export interface SlidevSlide extends SourceRange {
  /** The line of dashes before it, and its front matter. */
  head: SourceRange | undefined;
  /** Values of the front matter. */
  values: ReadonlyMap<string, unknown>;
}

/**
 * Cuts a deck as Slidev does: a line that begins with `---` ends a slide, and where text follows in the next line, front
 * matter goes up to the next `---`. Else a block of code in YAML at the start of a slide is its front matter.
 */
export function cutSlides(text: string, range: SourceRange, first: ReadonlyMap<string, unknown>): SlidevSlide[] {
  const lines = scanLines(text, range);
  const slides: SlidevSlide[] = [];
  let slide: SlidevSlide = { ...range, head: undefined, values: first };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.isComment || !isDashes(line)) continue;
    slides.push({ ...slide, end: line.start });
    const close = line.text.charAt(3) !== '-' && lines[at + 1]?.text.trim() ? closingLine(lines, at + 1) : undefined;
    const [open, end] = close === undefined ? yamlBlock(lines, at + 1) : [at, close];
    const last = end === undefined ? line : (lines[end] ?? line);
    const yaml = text.slice(lines[open]?.next ?? line.next, last.start);
    slide = {
      start: last.next,
      end: range.end,
      head: { start: line.start, end: last.end },
      values: end === undefined ? new Map() : readYaml(yaml),
    };
    at = end ?? at;
  }
  return [...slides, slide];
}

/** Front matter may have what looks like code, so that fences in it do not count. */
function isDashes({ text, isCode }: SourceLine): boolean {
  return !isCode && text.startsWith('---');
}

function closingLine(lines: readonly SourceLine[], from: number): number | undefined {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line && line.text.trimEnd() === '---') return at;
  }
  return undefined;
}

/** Returns the lines of the fences around a block of YAML that a slide begins with. */
function yamlBlock(lines: readonly SourceLine[], from: number): [open: number, end: number | undefined] {
  const open = lines.findIndex(({ text }, index) => index >= from && text.trim() !== '');
  if (open === -1 || !/^```ya?ml[ \t]*$/.test(lines[open]?.text ?? '')) return [from, undefined];
  const end = lines.findIndex(({ text }, index) => index > open && text.trim() === '```');
  return [open, end === -1 ? undefined : end];
}

/** Reads front matter of a slide: empty if it is not a map. */
function readYaml(yaml: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent', strict: false }).toJS();
    return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
