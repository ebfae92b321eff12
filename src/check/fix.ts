import type { VFile } from 'vfile';
import { offsetOf } from './places.ts';
import type { Finding, Fix } from './rule.ts';

/** A source with faults mended. */
export interface FixedSource {
  file: VFile;
  text: string;
  count: number;
}

/** The sources of findings that can be mended, mended; of fixes that touch each other the first counts. */
export function fixed(findings: readonly Pick<Finding, 'file' | 'fix'>[]): FixedSource[] {
  const byFile = new Map<VFile, Fix[]>();
  for (const { file, fix } of findings) if (fix) byFile.set(file, [...(byFile.get(file) ?? []), fix]);
  return [...byFile].map(([file, fixes]) => {
    let text = '';
    let from = 0;
    let count = 0;
    const source = String(file.value);
    for (const { start, end, text: instead } of fixes.toSorted((one, other) => one.start - other.start)) {
      if (start < from) continue;
      text += source.slice(from, start) + instead;
      from = end;
      count += 1;
    }
    return { file, text: text + source.slice(from), count };
  });
}

/** Names that authors write; what they meant is near, or it is not told. */
const NAMES = new Set([
  'front-matter-key',
  'slide-setting',
  'directive-name',
  'attribute',
  'code-attribute',
  'callout-name',
]);

/** Names that are misspelled, and what was meant. */
export function spellingFixes(sources: readonly VFile[]): Pick<Finding, 'file' | 'fix'>[] {
  return sources.flatMap((file) =>
    file.messages.flatMap(({ ruleId, reason, place }) => {
      const [, wrong = '', near = ''] = /“(?:\[!|:*)([\w-]+)\]?”.*did you mean “:*([\w-]+)”/.exec(reason) ?? [];
      const right = wrong === wrong.toUpperCase() ? near.toUpperCase() : near;
      if (!wrong || !right || !ruleId || !(NAMES.has(ruleId) || ruleId.startsWith('slide-'))) return [];
      const text = String(file.value);
      const [start, end] = place && 'start' in place ? [place.start, place.end] : [place, undefined];
      const from = start && offsetOf(text, start);
      if (from === undefined) return [];
      // Containers are as long as what is inside; their names stand on their first line.
      const to = Math.min((end && offsetOf(text, end)) ?? Infinity, lineEnd(text, from));
      const at = [...text.slice(from, to).matchAll(new RegExp(`(?<![\\w-])${wrong}(?![\\w-])`, 'g'))];
      const [only] = at;
      return only && at.length === 1
        ? [{ file, fix: { start: from + only.index, end: from + only.index + wrong.length, text: right } }]
        : [];
    }),
  );
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
