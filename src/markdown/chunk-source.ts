import { finerCuts } from './finer-cuts.ts';
import { ENDS_FORMULA } from './math-flow.ts';

/** A run of whole lines of the source, less the line end before the next piece. */
export interface Chunk {
  text: string;
  /** UTF-16 offset of the piece's first character in the file. */
  offset: number;
  /** 1-based line of the piece's first character. */
  line: number;
  /** Begins with an item that may belong to the list which the piece before ends with. */
  item: 'no' | 'behind a line' | 'behind a blank line';
}

interface Start {
  offset: number;
  item: Chunk['item'];
}

type Opener =
  | { kind: 'fence'; close: RegExp }
  | { kind: 'math'; close: RegExp }
  | { kind: 'directive'; close: RegExp }
  | { kind: 'html'; close: RegExp }
  | { kind: 'html-until-blank'; close: RegExp };

interface OpenBlock {
  opener: Opener;
  /** Columns of indentation a line needs to stay inside; 0 for blocks that are surely at the top level. */
  indent: number;
  /** The block is in a list item for certain, so a shallower line ends it. */
  inList: boolean;
}

const ATX_HEADING = /^#{1,6}(?:[ \t]|$)/;
const THEMATIC_BREAK = /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;
/** The first line of a paragraph for certain: no mark of another block begins it, nor a table's or a term's line. */
const PLAIN = /^[\p{L}\p{N}"'“(]/u;
const SETEXT_UNDERLINE = /^(?:=+|-+)[ \t]*$/;
const BLANK = /^[ \t]*$/;
const LIST_MARKER = /^(?: {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:)[ \t]+)+/;
const FENCE = /^(`{3,})[^`]*$|^(~{3,})/;
const MATH_FENCE = /^(\${2,})([^$]*)$/;
/** Behind the dollars may be an id. */
const MATH_END = /\$\$[ \t]*(?:\{[#.][^{}]*\}[ \t]*)?$|^[ \t]*$/;

/** Raw HTML that goes on over blank lines, up to its own end. */
export const HTML_BLOCKS: readonly [open: RegExp, close: RegExp][] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];
const DIRECTIVE_START = /^:{3,}[^ :\r\n]/;
const ATTRIBUTE = String.raw`(?:(?:[#.][\w-]+)+|[A-Za-z_:][\w.:-]*(?:="[^"]*"|='[^']*'|=[^\s"'<=>\`{}]+)?)`;
// White space is what keeps attributes apart: a word that could be taken apart in many ways would take for ever.
const DIRECTIVE = new RegExp(
  String.raw`^(:{3,})[A-Za-z][\w-]*(?:\[[^[\]\\]*\])?(?:\{\s*(?:${ATTRIBUTE}(?:\s+${ATTRIBUTE})*\s*)?\})?[ \t]*$`,
);

/** Lengths of pieces, in UTF-16 units. */
export interface ChunkLengths {
  /** A piece as long as this is cut before paragraphs and items of lists as well; @default 4096 */
  long?: number | undefined;
  /** A piece shorter than this goes on over headings and breaks: each piece has a price; @default 0 */
  short?: number | undefined;
}

const LONG = 4096;

/** A definition without words may take them from what follows. */
const EMPTY_DEFINITION = /^[ \t>*+\d.)-]*:[ \t]*$/;

/** The source may mean two things; from here on nothing is cut. */
class Ambiguous extends Error {}

/**
 * Cuts Markdown where a new top-level block certainly begins: before a heading or a thematic break in the first column,
 * outside everything that could swallow it (fences, math, raw HTML, container directives). Parsing the pieces
 * gives the blocks that parsing the whole gives, but for lists whose items were parted; micromark's time grows faster than
 * its input, and it holds all of it in memory, so it is also quicker.
 *
 * @param source - Markdown without front matter, `\n` or `\r\n` line ends.
 */
export function chunkSource(source: string, { long = LONG, short = 0 }: ChunkLengths = {}): Chunk[] {
  const starts = cutOffsets(source, { long, short });
  const chunks: Chunk[] = [];
  let line = 1;
  starts.forEach(({ offset, item }, index) => {
    const next = starts[index + 1]?.offset;
    const text = source.slice(offset, next);
    // Without its last line end, a block that the cut closes ends where it would have ended in the whole.
    chunks.push({ text: next === undefined ? text : text.replace(/\r?\n$/, ''), offset, line, item });
    line += countLineEnds(text);
  });
  return chunks;
}

function cutOffsets(source: string, { long, short }: { long: number; short: number }): Start[] {
  const starts: Start[] = [{ offset: 0, item: 'no' }];
  const finer = finerCuts((line) => THEMATIC_BREAK.test(line));
  let open: OpenBlock | undefined;
  let afterBlank = true;
  let onlyBreak = false;
  try {
    for (let from = 0; from < source.length;) {
      const end = lineEnd(source, from);
      const line = source.slice(from, contentEnd(source, from, end));
      open = stillOpen(open, line);
      if (open && endsFormula(open, line)) open = undefined;
      if (open) {
        finer.reset(false);
        if (open.opener.close.test(line)) open = undefined;
        else if (open.opener.kind === 'html-until-blank') refuseHiddenOpener(line);
      } else {
        const cut =
          ATX_HEADING.test(line) || (afterBlank && (THEMATIC_BREAK.test(line) || isSetextHeading(source, line, end)));
        const length = from - (starts.at(-1)?.offset ?? 0);
        // A break and the heading below it are one piece.
        if (cut && from > 0 && !onlyBreak && length >= short) starts.push({ offset: from, item: 'no' });
        if (cut) finer.reset(true);
        const begins = cut ? undefined : finer.at(line, afterBlank);
        if (begins && length >= long) {
          starts.push({
            offset: from,
            item: begins === 'paragraph' ? 'no' : afterBlank ? 'behind a blank line' : 'behind a line',
          });
        }
        onlyBreak = cut ? THEMATIC_BREAK.test(line) : onlyBreak && BLANK.test(line);
        open = cut ? undefined : openBlock(line);
      }
      afterBlank = BLANK.test(line);
      from = end;
    }
  } catch (error) {
    if (!(error instanceof Ambiguous)) throw error;
  }
  return starts;
}

/** Whether a line that follows a blank one is the text of a heading, underlined on the next. */
function isSetextHeading(source: string, line: string, end: number): boolean {
  if (!PLAIN.test(line) || /^\d{1,9}[.)]/.test(line)) return false;
  const next = lineEnd(source, end);
  return SETEXT_UNDERLINE.test(source.slice(end, contentEnd(source, end, next)));
}

/** Headings and breaks between slides end a formula that is not closed. */
function endsFormula({ opener, indent, inList }: OpenBlock, line: string): boolean {
  if (opener.kind !== 'math' || !ENDS_FORMULA.test(line.trimStart())) return false;
  if (inList || indent > 0 || !ENDS_FORMULA.test(line)) throw new Ambiguous();
  return true;
}

function stillOpen(open: OpenBlock | undefined, line: string): OpenBlock | undefined {
  if (!open || open.indent === 0 || BLANK.test(line) || indentOf(line) >= open.indent) return open;
  // Shallower than what the block needs: in a list that ends the item and all in it, elsewhere it may go on.
  if (!open.inList) throw new Ambiguous();
  // The line itself may open something, so it is looked at as if nothing were open.
  return undefined;
}

function openBlock(line: string): OpenBlock | undefined {
  if (EMPTY_DEFINITION.test(line)) throw new Ambiguous();
  // A line indented by four columns is code or belongs to a list; either ends at the next line in the first column.
  if (line.startsWith('>') || indentOf(line) > 3) return undefined;
  const marker = LIST_MARKER.exec(line)?.[0] ?? '';
  const inList = marker !== '';
  const rest = line.slice(marker.length).replace(/^[ \t]+/, '');
  if (inList && /^(?:>|[-*+][ \t])/.test(rest)) return undefined;
  const opener = openerOf(rest, inList);
  if (!opener) return undefined;
  if (inList && marker.includes('\t')) throw new Ambiguous();
  const indent = inList ? firstContentColumn(marker) : indentOf(line);
  const closesItself = opener.kind === 'html' && opener.close.test(rest);
  return closesItself ? undefined : { opener, indent, inList };
}

/** Columns a line must be indented by to stay in the list item whose marker this is. */
function firstContentColumn(marker: string): number {
  // A footnote definition holds whatever is indented by four columns.
  if (marker.includes('[^')) return 4;
  return Math.min(marker.length, marker.trimEnd().length + 1);
}

function openerOf(text: string, inList: boolean): Opener | undefined {
  const math = MATH_FENCE.exec(text);
  // What begins beside its dollars ends at a blank line as well.
  if (math) return { kind: 'math', close: BLANK.test(math[2] ?? '') ? closingRun(math[1] ?? '') : MATH_END };
  const fence = FENCE.exec(text);
  if (fence) return { kind: 'fence', close: closingRun(fence[1] ?? fence[2] ?? '') };
  if (DIRECTIVE_START.test(text)) {
    const directive = DIRECTIVE.exec(text);
    if (!directive) throw new Ambiguous();
    return { kind: 'directive', close: closingRun(directive[1] ?? '') };
  }
  if (!text.startsWith('<')) return undefined;
  for (const [open, close] of HTML_BLOCKS) if (open.test(text)) return { kind: 'html', close };
  return inList ? undefined : { kind: 'html-until-blank', close: BLANK };
}

/** A line that looks like an HTML block may be a paragraph, and then a fence below it is a fence. */
function refuseHiddenOpener(line: string): void {
  const opener = openerOf(line.replace(/^[ \t]+/, ''), false);
  if (opener && opener.kind !== 'html-until-blank') throw new Ambiguous();
}

function closingRun(run: string): RegExp {
  const mark = run.charAt(0);
  const attributes = mark === '$' ? String.raw`(?:\{[#.][^{}]*\}[ \t]*)?` : '';
  return new RegExp(`^[ ]{0,3}\\${mark}{${run.length},}[ \\t]*${attributes}$`);
}

function indentOf(line: string): number {
  const space = /^[ \t]*/.exec(line)?.[0] ?? '';
  return space.includes('\t') ? 4 : space.length;
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end === -1 ? source.length : end + 1;
}

/** Where a line's own text ends, before the marks of its end. */
function contentEnd(source: string, from: number, end: number): number {
  let at = end;
  while (at > from && (source.charAt(at - 1) === '\n' || source.charAt(at - 1) === '\r')) at -= 1;
  return at;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
