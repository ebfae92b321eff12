import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import { stepBraces, type Fragment } from './fragments.ts';

/** Puts `:::steps` around blocks. */
export function wrapSteps(
  { start, end }: SourceRange,
  fragment: Fragment,
  source: Pick<DialectSource, 'insert' | 'text'>,
): void {
  const colons = colonsAround(source.text.slice(start, end));
  source.insert(start, `${colons}steps${stepBraces(fragment)}\n`);
  source.insert(end, `\n${colons}`);
}

/** Returns more colons than any directive within a text has. */
function colonsAround(text: string): string {
  let longest = 2;
  for (const [, colons = ''] of text.matchAll(/^[ \t]*(:{3,})/gm)) longest = Math.max(longest, colons.length);
  return ':'.repeat(longest + 1);
}
