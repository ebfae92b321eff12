import { mainClause } from '../grammar/clause.ts';
import { cutsIn } from '../grammar/cuts.ts';
import { withoutDeterminer } from '../grammar/noun-phrase.ts';
import { pieceOf, pieceWords } from '../piece.ts';
import { MOST_WORDS, slideWords, type SlideContent } from '../slide.ts';
import { isNominal, isWord } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

/** Shows “X is a Y that …” as the word and what it means. */
export const definitions: Recogniser = (run, at, context) => {
  const sentence = run[at];
  if (!sentence || context.language.code !== 'en') return [];
  const { tokens } = sentence;
  const clause = mainClause(sentence);
  if (!clause || tokens.slice(clause.lead.from, clause.lead.to).some(isWord)) return [];
  const verb = tokens.slice(clause.verb.from, clause.verb.to).filter(isWord);
  const isCopula = verb.length === 1 && /^(?:is|are|means)$/.test(verb[0]?.lower ?? '');
  const [first, second] = tokens.slice(clause.rest.from);
  const isClass = /^(?:a|an|any)$/.test(first?.lower ?? '') && second !== undefined;
  if (!isCopula || !isClass) return [];
  const subject = tokens.slice(clause.subject.from, clause.subject.to).filter(isWord);
  const isTerm =
    subject.length <= 4 &&
    subject.every((token) => token.pos === 'DET' || token.pos === 'ADJ' || isNominal(token)) &&
    !/^(?:this|that|these|those|its|their|his|her|the|my|our)$/.test(subject[0]?.lower ?? '') &&
    subject.at(-1)?.pos !== 'PRON';
  // What something is says more than how it is: “that”, “which” and “for” follow the class.
  const explains = tokens
    .slice(clause.rest.from + 2, clause.rest.to)
    .some((token) => /^(?:that|which|who|where|for|used|designed|of|in)$/.test(token.lower));
  // What the whole article is about has its slide already.
  const isTitle = context.title !== '' && subject.map(({ lower }) => lower).join(' ') === context.title.toLowerCase();
  if (!isTerm || !explains || isTitle) return [];
  const aside = cutsIn(tokens, clause.rest, verb[0]).find(({ weight }) => weight === 'aside');
  const meaning = pieceOf(sentence, { from: clause.rest.from, to: aside?.at ?? clause.rest.to });
  if (pieceWords(meaning) > 24 || pieceWords(meaning) < 5) return [];
  const content: SlideContent = {
    heading: pieceOf(sentence, withoutDeterminer(tokens, clause.subject)),
    layout: 'statement',
    body: { kind: 'text', text: meaning },
  };
  if (slideWords(content) > MOST_WORDS) return [];
  return [
    {
      from: at,
      to: at + 1,
      form: 'definition',
      score: 2.3 + context.rank(sentence),
      why: 'says what a word means',
      content,
    },
  ];
};
