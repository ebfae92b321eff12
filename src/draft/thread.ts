import type { Article } from './article.ts';
import { frequentNames } from './names.ts';
import { pieceText } from './piece.ts';
import type { Sentence } from './words.ts';

/** Returns the name that all sections of an article speak of: its title where it has none. */
export function themeOfArticle({ sections, sentences }: Article): string | undefined {
  const [best] = frequentNames(sentences);
  if (!best) return frequentNoun(sentences);
  const name = pieceText(best);
  const inSections = sections.filter(({ units }) =>
    units.some((unit) => unit.sentences.some(({ text }) => text.includes(name))),
  );
  const count = sentences.filter(({ text }) => text.includes(name)).length;
  return inSections.length > sections.length / 2 && count >= 3 ? name : frequentNoun(sentences);
}

/**
 * Gives a text whose titles are all of one level the first of them as its title, unless its sections speak of one thing that this title
 * does not name: then that is what the text is about.
 */
export function withFirstTitle(article: Article): Article {
  const [first, ...sections] = article.sections;
  if (article.title || !first?.title || sections.filter(({ title }) => title).length < 2) return article;
  const theme = themeOfArticle(article)?.toLowerCase();
  if (theme !== undefined && !first.title.text.toLowerCase().includes(theme)) return article;
  return { ...article, title: first.title, sections: [{ ...first, title: undefined }, ...sections] };
}

/** Returns the noun that every fifth sentence has, as it is there. */
function frequentNoun(sentences: readonly Sentence[]): string | undefined {
  const counts = new Map<string, { word: string; count: number }>();
  for (const { tokens } of sentences) {
    for (const { pos, lower, lemma = lower, text } of tokens) {
      if (pos !== 'NOUN' || lower.length < 4) continue;
      const known = counts.get(lemma);
      if (known) known.count += 1;
      else counts.set(lemma, { word: text, count: 1 });
    }
  }
  const best = [...counts.values()].toSorted((a, b) => b.count - a.count)[0];
  if (!best || best.count < Math.max(3, sentences.length / 6)) return undefined;
  return best.word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
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
