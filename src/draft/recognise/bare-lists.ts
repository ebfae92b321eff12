import { withoutDeterminer } from '../grammar/noun-phrase.ts';
import { pieceOf, pieceWords } from '../piece.ts';
import { MOST_WORDS, slideWords, type Item, type SlideContent } from '../slide.ts';
import { isWord, type Sentence, type Span } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

/** Words of an item. */
const LONGEST = 6;

/** Shows a sentence that is nothing but a list, as answers in a FAQ are: “Tea bags, egg shells and cut flowers.” Its title is above it. */
export const bareLists: Recogniser = (run, at, { isStart, language }) => {
  const sentence = run[at];
  if (!sentence || !isStart(sentence) || language.code !== 'en') return [];
  if (/[?:!]/.test(sentence.text)) return [];
  const spans = itemsOf(sentence);
  if (!spans) return [];
  const items = spans.map((span): Item => ({ lead: pieceOf(sentence, withoutDeterminer(sentence.tokens, span)) }));
  const content: SlideContent = { heading: undefined, body: { kind: 'items', as: 'cards', items } };
  if (slideWords(content) > MOST_WORDS - 6 || items.some(({ lead }) => !lead || pieceWords(lead) > LONGEST)) return [];
  return [{ from: at, to: at + 1, form: 'cards', score: 3.6, why: `a list of ${items.length} things`, content }];
};

/** Three to six parts with commas between them, the last one behind “and”; none of them has a verb. */
function itemsOf({ tokens }: Sentence): Span[] | undefined {
  const end = tokens.findLastIndex(isWord) + 1;
  const joint = tokens.findLastIndex(({ pos, lower }) => pos === 'CCONJ' && /^(?:and|und|et|y|e)$/.test(lower));
  const marks = tokens.flatMap(({ text }, at) => (text === ',' && at < end ? [at] : []));
  if (joint === -1 || marks.length === 0 || marks.some((mark) => mark > joint)) return undefined;
  const cuts = [...marks.filter((mark) => mark !== joint - 1), joint];
  const spans = [-1, ...cuts].map((cut, index) => ({ from: cut + 1, to: cuts[index] ?? end }));
  // “Fishermen sell nets, ropes and …”: the first item has the verb.
  const isPlain =
    tokens.slice(0, end).every(({ pos }) => !/^(?:AUX|SCONJ|PRON)$/.test(pos)) &&
    tokens.slice(0, cuts[0]).every(({ pos }) => pos !== 'VERB');
  return isPlain && spans.length >= 3 && spans.length <= 6 ? spans : undefined;
}
