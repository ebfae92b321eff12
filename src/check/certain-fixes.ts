import { toString } from 'hast-util-to-string';
import { VFile } from 'vfile';
import { compile } from '../compile/compile.ts';
import type { Slide, SlideSettings } from '../model/deck.ts';
import { spellingFixes, withFixes, type SourceFix } from './fix.ts';
import type { Finding, Fix } from './rule.ts';

/** A source with its problems fixed. */
export interface FixedSource {
  file: VFile;
  text: string;
  count: number;
}

/**
 * Applies the fixes of findings and of misspelled names, source by source. Each source is read again with its fixes:
 * a name is corrected only if its message disappears and no other message appears, and the change of a rule must leave
 * slides, settings and words as they are. Fixes that fail this are left to the author. Sources of other tools stay as they are.
 *
 * @param sources - files whose messages may name misspelled words
 */
export async function applyFixes(
  findings: readonly Pick<Finding, 'file' | 'fix'>[],
  sources: readonly VFile[],
): Promise<FixedSource[]> {
  const spelling = spellingFixes(sources);
  const others = findings.flatMap(({ file, fix }) => (fix ? [{ file, fix }] : []));
  const fixed: FixedSource[] = [];
  for (const file of new Set([...spelling, ...others].map((one) => one.file))) {
    if (file.data.written) continue;
    const own = (all: readonly SourceFix[]): Fix[] => all.flatMap((one) => (one.file === file ? [one.fix] : []));
    const source = String(file.value);
    const before = await readingOf(file, source);
    const certain = [
      ...(await certainOnes(own(spelling), async (fixes) =>
        namesArePutRight(before, await readingOf(file, withFixes(source, fixes).text), fixes.length),
      )),
      ...(await certainOnes(own(others), async (fixes) =>
        isSameDeck(before, await readingOf(file, withFixes(source, fixes).text)),
      )),
    ];
    const { text, applied } = withFixes(source, certain);
    if (applied.length > 0) fixed.push({ file, text, count: applied.length });
  }
  return fixed;
}

/** Returns all fixes where they hold together, otherwise those that hold beside the ones before them. */
async function certainOnes(fixes: Fix[], holds: (fixes: Fix[]) => Promise<boolean>): Promise<Fix[]> {
  if (fixes.length === 0 || (await holds(fixes))) return fixes;
  const kept: Fix[] = [];
  if (fixes.length > 1) for (const fix of fixes) if (await holds([...kept, fix])) kept.push(fix);
  return kept;
}

/** The content of a source, as far as it is known without the files that it names. */
export interface Reading {
  messages: string[];
  slides: SlideReading[];
}

interface SlideReading {
  id: string;
  settings: SlideSettings;
  text: string;
  notes: string;
}

/** Reads a source with another text. @returns with `starts`: positions of its slides as `line:column`. */
export async function readingOf({ path, cwd }: VFile, text: string): Promise<Reading & { starts: string[] }> {
  const file = new VFile({ path, cwd, value: text });
  const { slides } = await compile(file);
  return {
    messages: file.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`),
    slides: slides.map(({ id, settings, content, notesSource }) => ({
      id,
      settings,
      // A no-break space is a space, too.
      text: toString({ type: 'root', children: content }).replaceAll('\u00A0', ' '),
      notes: notesSource.replaceAll('\u00A0', ' '),
    })),
    starts: slides.map(({ position }) => startOf(position)),
  };
}

/** Returns where a slide begins as `line:column`; an empty text where it has no place in a source. */
export function startOf(position: Slide['position']): string {
  return position ? `${position.start.line}:${position.start.column}` : '';
}

function namesArePutRight(before: Reading, after: Reading, count: number): boolean {
  const left = [...before.messages];
  const known = after.messages.every((message) => {
    const at = left.indexOf(message);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return known && left.length >= count;
}

/** Tells whether two readings have the same messages, and slides with the same settings and words. */
function isSameDeck(before: Reading, after: Reading): boolean {
  return isSame(before.messages, after.messages) && isSame(before.slides, after.slides);
}

/** Tells whether two values are the same as JSON. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
