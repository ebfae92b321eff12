import { createParagraphLimits } from './paragraph-limits.ts';
import type { RuleId } from '../model/rule-ids.ts';

/** Something that nobody presents and that parsing would take minutes for, or all memory. */
export interface Endless {
  /** 1-based. */
  line: number;
  reason: string;
  ruleId: RuleId;
}

/** Blocks inside each other: a talk has a handful. Parsing takes the cube of their number. */
const MOST_OPEN = 100;
/** Parsing takes half a kilobyte for each. */
const MOST_BLANK = 250_000;
/** Each reference is compared with all of them. */
const MOST_DEFINITIONS = 20_000;

const TOO_MANY_DEFINITIONS = `number of definitions of links and footnotes, more than ${MOST_DEFINITIONS}; remove those that nothing refers to`;
const DEFINITION = /^[ \t>]*\[[^\]]*\]:/;
const MARKER = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;
/** An item that is in a hundred others at the least. */
const DEEP_ITEM = /^[ \t]{400}[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const THEMATIC_BREAK = /^[ \t]*([-*])(?:[ \t]|\1)*$/;
const FENCE = /^([ \t>]*)(`{3,}|~{3,})/;
const DIRECTIVE = /^ {0,3}(:{3,})([A-Za-z])?/;

/** Looks for the first thing in Markdown that makes parsing hopeless. */
export function endlessPart(source: string): Endless | undefined {
  const open: number[] = [];
  const tooMany = createParagraphLimits();
  let fence = '';
  let inside = '';
  let blank = 0;
  let definitions = 0;
  let line = 0;
  for (let from = 0; from < source.length;) {
    const found = source.indexOf('\n', from);
    const end = found === -1 ? source.length : found;
    const text = source.slice(from, end);
    line += 1;
    from = end + 1;
    if (text.trim() === '') blank += 1;
    if (blank > MOST_BLANK) return { line, reason: `${MOST_BLANK} blank lines; remove them`, ruleId: 'source-size' };
    const [, before = '', mark = ''] = FENCE.exec(text) ?? [];
    if (fence) {
      const isClosing = mark.startsWith(fence) && text.slice(before.length).trim() === mark;
      // The list or quote that contains a fence ends it, too.
      const isPast = !isClosing && text.trim() !== '' && !isWithin(text, inside);
      if (isClosing || isPast) fence = '';
      if (!isPast) continue;
    }
    // Code within a line may begin with as many.
    fence = mark.startsWith('`') && text.includes('`', before.length + mark.length) ? '' : mark;
    inside = before;
    if (DEFINITION.test(text)) definitions += 1;
    const much = definitions > MOST_DEFINITIONS ? TOO_MANY_DEFINITIONS : tooMany(text);
    if (much !== undefined) return { line, reason: much, ruleId: 'source-size' };
    countDirectives(text, open);
    if (open.length <= MOST_OPEN && !hasManyMarkers(text)) continue;
    const expected =
      open.length > MOST_OPEN ? 'each “:::name” closed by a line of “:::”' : 'lists and quotes a few levels deep';
    return {
      line,
      reason: `nesting of more than ${MOST_OPEN} blocks inside each other, expected ${expected}`,
      ruleId: 'nesting',
    };
  }
  return undefined;
}

/** Whether a line may belong to a fence behind such an indent or such quotation marks. */
function isWithin(text: string, indent: string): boolean {
  if (indent.includes('>')) return text.trimStart().startsWith('>');
  return text.length - text.trimStart().length >= indent.length;
}

/** Keeps the colons of container directives that are open after a line. */
function countDirectives(text: string, open: number[]): void {
  const [, colons, name] = DIRECTIVE.exec(text) ?? [];
  if (!colons) return;
  if (name) open.push(colons.length);
  // A line of colons closes the innermost that has not more than they are, and all inside it.
  else if (/^[ \t]*:+[ \t]*$/.test(text)) {
    const closed = open.findLastIndex((length) => length <= colons.length);
    if (closed !== -1) open.length = closed;
  }
}

function hasManyMarkers(text: string): boolean {
  if (DEEP_ITEM.test(text)) return true;
  MARKER.lastIndex = 0;
  let count = 0;
  while (count <= MOST_OPEN && MARKER.test(text)) count += 1;
  return count > MOST_OPEN && !THEMATIC_BREAK.test(text);
}
