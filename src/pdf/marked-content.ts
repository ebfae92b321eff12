import { lineAcross, isVertical } from './text-spread.ts';

/** The role of marked content of a page or form, by its number there; `undefined` for possible decoration. */
export type ContentRole = 'content' | 'formula' | 'code' | 'footer' | SpokenText | undefined;

/** Text that readers find and copy instead of the drawn one. */
interface SpokenText {
  /** Source of a text string. */
  says: string;
}

type Change = [start: number, end: number, text: string];

const CONSTRUCTS = new Set(['re', 'm', 'l', 'c', 'v', 'y', 'h']);
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const FOOTER = '/Artifact <</Type /Pagination /Subtype /Footer >>BDC';

export interface ContentRoles {
  /** Whether what is drawn by that name says nothing of itself. */
  isSilent: (name: string) => boolean;
  roleOf: (mcid: number) => ContentRole;
  /** The content is a page's, not a form's. @default false */
  isPage?: boolean;
}

/**
 * Returns the same content with artifacts marked (ISO 32000-1, 14.8.2.2), and the numbers of marked content that is
 * decoration. Chromium writes an operator at the end of each line.
 */
export function withArtifacts(
  content: string,
  { isSilent, roleOf, isPage = false }: ContentRoles,
): { content: string; decoration: number[] } {
  const changes: Change[] = [];
  const decoration: number[] = [];
  let depth = 0;
  /** Where the path or text that is being made begins. */
  let begun: number | undefined;
  /** Texts that are artifacts and follow what was marked last; and that, if it was code. */
  let [texts, code]: [Change[], string] = [[], ''];
  let hasFormula = false;
  /** The marked content around. */
  let marked = { start: 0, end: 0, mcid: -1, speaks: false };
  for (let start = 0, end = 0; start < content.length; start = end + 1) {
    end = content.indexOf('\n', start);
    if (end === -1) end = content.length;
    const bounds = boundsAt(content, end);
    if (bounds === 'end') {
      depth -= 1;
      if (depth === 0) endMarked(marked, end);
    } else if (bounds === 'start') {
      if (depth === 0) marked = { start, end, mcid: numberOf(content.slice(start, end)), speaks: false };
      depth += 1;
    } else if (depth === 0) look(start, end);
    else marked.speaks ||= content.endsWith('Tj', end) || content.endsWith('TJ', end) || draws(start, end);
  }
  hushNumbers(texts, [code]);
  const across = isPage && (hasFormula || isVertical(content)) ? lineAcross(content) : '';
  return { content: withChanges(content, changes) + across, decoration };

  /** Whether a line draws a form that says itself what it is. */
  function draws(start: number, end: number): boolean {
    return content.endsWith(' Do', end) && !isSilent(content.slice(start + 1, end - 3));
  }

  function endMarked({ start, end, mcid, speaks }: typeof marked, over: number): void {
    const role = mcid < 0 ? 'content' : roleOf(mcid);
    if (role === 'formula') hasFormula = true;
    const next = role === 'code' ? content.slice(start, over) : '';
    hushNumbers(texts, [code, next]);
    texts = [];
    code = next;
    const other = otherMark(role, content.slice(start, end));
    if (other !== undefined) changes.push([start, end, other]);
    else if ((role === undefined || role === 'code') && !speaks) {
      changes.push([start, end, '/Artifact BMC']);
      decoration.push(mcid);
    }
  }

  function look(start: number, end: number): void {
    const operator = content.slice(Math.max(start, content.lastIndexOf(' ', end - 1) + 1), end);
    if (operator === 'BT' || CONSTRUCTS.has(operator)) begun ??= start;
    else if (operator === 'ET' || PAINTS.has(operator)) {
      const change = mark(begun ?? start, end);
      if (operator === 'ET') texts.push(change);
    } else if (operator === 'sh' || (operator === 'Do' && !draws(start, end))) mark(start, end);
    else if (operator === 'n') begun = undefined;
  }

  function mark(start: number, end: number): Change {
    const change: Change = [start, end, `/Artifact BMC\n${content.slice(start, end)}\nEMC`];
    changes.push(change);
    begun = undefined;
    return change;
  }
}

/** Returns the replacement of a mark. */
function otherMark(role: ContentRole, mark: string): string | undefined {
  if (role === 'footer') return FOOTER;
  return typeof role === 'object' ? mark.replace(/ ?>> ?BDC$/, `\n/ActualText ${role.says}>>BDC`) : undefined;
}

/** Whether marked content starts or ends on the line that ends there. */
function boundsAt(content: string, end: number): 'start' | 'end' | undefined {
  if (content.charCodeAt(end - 1) !== LETTER_C) return undefined;
  if (content.endsWith('EMC', end)) return 'end';
  return content.endsWith('DC', end) || content.endsWith('BMC', end) ? 'start' : undefined;
}

const LETTER_C = 'C'.charCodeAt(0);

function withChanges(content: string, changes: readonly Change[]): string {
  if (changes.length === 0) return content;
  let from = 0;
  const parts = changes.map(([start, end, text]) => {
    const part = content.slice(from, start) + text;
    from = end;
    return part;
  });
  return parts.join('') + content.slice(from);
}

/** Hides numbers of lines from readers, since they look like code and copying it should leave them out. */
function hushNumbers(texts: readonly Change[], codes: readonly string[]): void {
  for (const change of texts) {
    if (codes.some((code) => isNumberOf(change[2], code))) change[2] = hushed(change[2]);
  }
}

/** Whether a text is short and of the font of code. */
function isNumberOf(text: string, code: string): boolean {
  const font = /\/F\d+ \S+ Tf/.exec(text)?.[0];
  const letters = text.match(/[0-9A-F]{4}(?=[0-9A-F]*> Tj)/g) ?? [];
  return font !== undefined && code.includes(font) && letters.length <= LONGEST_NUMBER;
}

const LONGEST_NUMBER = 6;

/** An artifact that is copied as a blank (ISO 32000-1, 14.9.4): Chrome's and Edge's viewers pass over an empty text. */
function hushed(artifact: string): string {
  return `${artifact.replace('BMC', 'BMC\n/Span <</ActualText ( ) >>BDC')}\nEMC`;
}

function numberOf(mark: string): number {
  return Number(/\/MCID (\d+)/.exec(mark)?.[1] ?? -1);
}
