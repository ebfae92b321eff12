import type { Article } from './article.ts';
import { frequentNames } from './names.ts';
import { pieceText } from './piece.ts';
import type { Sentence } from './words.ts';

/** Returns the name that all sections of an article speak of: its title where it has none. */
export function themeOfArticle({ sections, sentences }: Article): string | undefined {
  const [best] = frequentNames(sentences);
  if (!best) return undefined;
  const name = pieceText(best);
  const inSections = sections.filter(({ units }) =>
    units.some((unit) => unit.sentences.some(({ text }) => text.includes(name))),
  );
  return inSections.length > sections.length / 2 ? name : undefined;
}

/** Returns the name that each section speaks of most and the title does not have: a subtitle for an article that has none. */
export function namesOfSections({ sections }: Article, title: string): string | undefined {
  const used = new Set([title.toLowerCase()]);
  const names = sections.flatMap(({ units }) => {
    const sentences: Sentence[] = units.flatMap((unit) => unit.sentences);
    const [best] = frequentNames(sentences, used);
    if (!best) return [];
    used.add(pieceText(best).toLowerCase());
    return [pieceText(best)];
  });
  const line = names.join(' · ');
  return names.length >= 2 && line.length <= 90 ? line : undefined;
}
