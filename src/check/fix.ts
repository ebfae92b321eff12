import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { offsetOf } from './positions.ts';
import type { Fix } from './rule.ts';

/** A fix and the source that it belongs to. */
export interface SourceFix {
  file: VFile;
  fix: Fix;
}

/** Returns a source's text with fixes applied; of fixes that touch each other the first counts. */
export function withFixes(source: string, fixes: readonly Fix[]): { text: string; applied: Fix[] } {
  const applied: Fix[] = [];
  let text = '';
  let from = 0;
  for (const fix of fixes.toSorted((one, other) => one.start - other.start)) {
    if (fix.start < from) continue;
    text += source.slice(from, fix.start) + fix.text;
    from = fix.end;
    applied.push(fix);
  }
  return { text: text + source.slice(from), applied };
}

/** Returns a fix for every misspelled name whose message says what is certainly meant. */
export function spellingFixes(sources: readonly VFile[]): SourceFix[] {
  return sources.flatMap((file) => {
    const source = String(file.value);
    const fixes = file.messages.flatMap((message) => {
      const fix = spellingFix(message, source);
      const scope = message.ruleId === 'front-matter-key' ? 'front matter' : message.line;
      return fix ? [{ fix, name: JSON.stringify([scope, fix.text]) }] : [];
    });
    // Of two names that become the same one, either may be meant.
    const names = Map.groupBy(fixes, ({ name }) => name);
    return fixes.flatMap(({ fix, name }) => (names.get(name)?.length === 1 ? [{ file, fix }] : []));
  });
}

function spellingFix({ place, actual, expected }: VFileMessage, text: string): Fix | undefined {
  const [right, ...others] = expected ?? [];
  if (!place || actual === undefined || right === undefined || others.length > 0) return undefined;
  const [start, end] = 'start' in place ? [place.start, place.end] : [place, undefined];
  const from = offsetOf(text, start);
  if (from === undefined) return undefined;
  // Containers include their content; their names are on the first line.
  const to = Math.min((end && offsetOf(text, end)) ?? Infinity, lineEnd(text, from));
  const line = text.slice(from, to);
  const [only, ...more] = wordsIn(line, actual);
  // With the right name beside it, either of the two may be meant.
  if (only === undefined || more.length > 0 || wordsIn(line, right).length > 0) return undefined;
  return { start: from + only, end: from + only + actual.length, text: right };
}

/** Returns where a word stands by itself in a line. */
function wordsIn(line: string, word: string): number[] {
  const found: number[] = [];
  for (let at = line.indexOf(word); at !== -1; at = line.indexOf(word, at + word.length)) {
    const around = line.charAt(at - 1) + line.charAt(at + word.length);
    if (!/[\p{L}\p{N}_-]/u.test(around)) found.push(at);
  }
  return found;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
