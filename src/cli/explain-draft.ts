import type { DraftedTalk } from '../app/draft.ts';

/** Says for each slide of a draft what it shows, where that comes from, why, and how long it takes. */
export function explainPlan({ rows }: DraftedTalk): string {
  const width = Math.max(...rows.map(({ lines }) => lines.length));
  return rows
    .map(
      ({ lines, seconds, title, why, opens }) =>
        `${opens ? '\n' : ''}${lines.padEnd(width)}  ${`${seconds} s`.padStart(5)}  ${title}${why === '' ? '' : `\n${' '.repeat(width + 9)}${why}`}`,
    )
    .join('\n')
    .trim();
}
