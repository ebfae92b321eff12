import { toString } from 'hast-util-to-string';
import { VFile } from 'vfile';
import { compile } from '../compile/compile.ts';
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
 * slides, settings and words as they are. Fixes that fail this are left to the author.
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

/** What a source says, as far as it can be told without the files that it names. */
interface Reading {
  messages: string[];
  slides: string[];
}

async function readingOf({ path, cwd }: VFile, text: string): Promise<Reading> {
  const file = new VFile({ path, cwd, value: text });
  const { slides } = await compile(file);
  return {
    messages: file.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`),
    // A space that does not break is a space all the same.
    slides: slides.map(({ id, settings, content }) =>
      JSON.stringify([id, settings, toString({ type: 'root', children: content })]).replaceAll('\u00A0', ' '),
    ),
  };
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

function isSameDeck(before: Reading, after: Reading): boolean {
  const isSame = (one: string[], other: string[]): boolean => JSON.stringify(one) === JSON.stringify(other);
  return isSame(before.messages, after.messages) && isSame(before.slides, after.slides);
}
