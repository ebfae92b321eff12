import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import type { Token } from './words.ts';

/** “Ida Holm: ”, “Q: ” */
const LABEL = /^(\p{Lu}[\p{L}.’' -]{0,40})\s?[:：]\s?(?=\S)/u;
/** Blocks of one speaker, and the share of all that speakers have in an interview. */
const [LEAST, SHARE] = [2, 0.5];

/** Finds who speaks in an interview: names before a colon that begin most of its paragraphs, two or more by turns. */
export function speakersOf({ children }: Root): ReadonlySet<string> {
  const blocks = children.filter(({ type }) => type === 'paragraph' || type === 'heading');
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const name = LABEL.exec(toString(block))?.[1];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const speakers = [...counts].filter(([, count]) => count >= LEAST);
  const spoken = speakers.reduce((sum, [, count]) => sum + count, 0);
  return new Set(speakers.length > 1 && spoken >= blocks.length * SHARE ? speakers.map(([name]) => name) : []);
}

/** Leaves the name of a speaker out of the words that slides may show; it is said. */
export function withoutSpeaker(
  tokens: readonly Token[],
  text: string,
  speakers: ReadonlySet<string>,
): readonly Token[] {
  if (speakers.size === 0) return tokens;
  const [label, name = ''] = LABEL.exec(text) ?? [];
  const rest = label !== undefined && speakers.has(name) ? tokens.filter(({ start }) => start >= label.length) : tokens;
  return rest.length > 0 ? rest : tokens;
}
