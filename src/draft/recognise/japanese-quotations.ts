import { pieceOf, type Piece } from '../piece.ts';
import { MOST_WORDS, slideWords, type SlideContent } from '../slide.ts';
import type { Sentence } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

/** Verbs of speech behind “と”, by their first letters. */
const SPEECH = '(?:話|語|言|述べ|笑|説明|振り返|指摘|強調|答え|訴え)';
/** “「…」と山田さんは話します” */
const BEHIND = new RegExp(`^「([^「」]{8,})」(?:と)、?([^「」、。]{1,20})(?:は|が)${SPEECH}`, 'u');
/** “山田さんは「…」と話します” */
const BEFORE = new RegExp(`^([^「」、。]{1,20})は、?「([^「」]{8,})」と${SPEECH}`, 'u');

/** Shows the words of a person in a Japanese text, with who says them. */
export const japaneseQuotations: Recogniser = (run, at, { language }) => {
  const sentence = run[at];
  if (!sentence || language.code !== 'ja') return [];
  const behind = BEHIND.exec(sentence.text);
  const before = behind ? null : BEFORE.exec(sentence.text);
  const [words, speaker] = behind ? [behind[1], behind[2]] : [before?.[2], before?.[1]];
  if (words === undefined || speaker === undefined) return [];
  const quote = pieceWith(sentence, words);
  const content: SlideContent = {
    heading: undefined,
    layout: 'quote',
    body: { kind: 'quote', words: quote, speaker: pieceWith(sentence, speaker) },
  };
  if (slideWords(content) > MOST_WORDS) return [];
  return [{ from: at, to: at + 1, form: 'quote', score: 3.6, why: 'a quotation and its speaker', content }];
};

function pieceWith(sentence: Sentence, words: string): Piece {
  const start = sentence.text.indexOf(words);
  const end = start + words.length;
  const from = sentence.tokens.findIndex((token) => token.end > start);
  const to = sentence.tokens.findLastIndex((token) => token.start < end) + 1;
  return pieceOf(sentence, { from, to });
}
