import type { RuleId } from '../model/rule-ids.ts';
/** A part of a text file. */
export interface Excerpt {
  value: string;
  /** 1-based number of its first line in the file. */
  from: number;
}

/** The reason why an excerpt was not found, as the end of a message. */
export interface ExcerptProblem {
  problem: string;
  ruleId: RuleId;
}

export interface ExcerptOptions {
  /** `10-24`, `10-` or `10`. */
  lines: string | undefined;
  /** The lines between `#region name` and `#endregion`, in whatever comments the file's language has. */
  region: string | undefined;
}

/** Takes lines or a region out of a text and removes the indent that all of its lines have. */
export function excerptOf(text: string, { lines, region }: ExcerptOptions): Excerpt | ExcerptProblem {
  const all = text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');
  const range = region === undefined ? rangeOf(lines, all.length) : regionOf(region, all);
  if ('problem' in range) return range;
  const [first, last] = range;
  const taken = all.slice(first - 1, last).filter((line) => region === undefined || !MARKER.test(line));
  if (taken.every((line) => line.trim() === '')) {
    return { problem: 'these lines are empty', ruleId: 'code-excerpt' };
  }
  return { value: dedent(taken).join('\n'), from: first };
}

const MARKER = /^\s*(?:(?:\/\/|#|--|;|%|\/\*|<!--|\*)\s*)*#(?:end)?region\b/;

function rangeOf(lines: string | undefined, count: number): [number, number] | ExcerptProblem {
  if (lines === undefined) return [1, count];
  const match = /^(\d+)(?:(-)(\d+)?)?$/.exec(lines.replace(/\s/g, ''));
  const first = Number(match?.[1] ?? 0);
  const last = match?.[3] ? Number(match[3]) : match?.[2] ? count : first;
  if (!match || first < 1 || last < first) {
    return { problem: `“${lines}” is not a range of lines, expected one such as 10-24`, ruleId: 'code-excerpt' };
  }
  if (last > count)
    return {
      problem: `the file has only ${count} ${count === 1 ? 'line' : 'lines'}; name lines that it has`,
      ruleId: 'code-excerpt',
    };
  return [first, last];
}

function regionOf(name: string, all: string[]): [number, number] | ExcerptProblem {
  const starts = all.flatMap((line, index) => {
    const found = /#region\s([^]*)/.exec(line)?.[1]?.trim();
    return found === undefined ? [] : [{ name: found.replace(/(?:\*\/|-->)$/, '').trimEnd(), index }];
  });
  const start = starts.find((candidate) => candidate.name === name);
  if (!start) {
    const names = starts.map((candidate) => candidate.name).join(', ');
    const problem = names ? `no region “${name}”, expected one of ${names}` : 'the file has no “#region” lines';
    return { problem, ruleId: 'code-region' };
  }
  let depth = 0;
  for (let index = start.index; index < all.length; index += 1) {
    const line = all[index] ?? '';
    if (/#endregion\b/.test(line)) depth -= 1;
    else if (/#region\b/.test(line)) depth += 1;
    if (depth === 0) return [start.index + 2, index];
  }
  return [start.index + 2, all.length];
}

function dedent(lines: string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const [first = ''] = indents;
  let shared = first.length;
  for (const indent of indents) while (!indent.startsWith(first.slice(0, shared))) shared -= 1;
  return lines.map((line) => line.slice(Math.min(shared, /^[ \t]*/.exec(line)?.[0].length ?? 0)));
}
