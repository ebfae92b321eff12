import { shorten } from '../grammar/shorten.ts';
import { mainClause, type Clause } from '../grammar/clause.ts';
import { shortenPlain } from '../grammar/shorten-plain.ts';
import { pieceOf, pieceWords, type Piece } from '../piece.ts';
import { MOST_WORDS, slideWords, type Candidate, type Item, type SlideContent } from '../slide.ts';
import { isWord, type Sentence } from '../words.ts';
import type { Context, Recogniser } from './recogniser.ts';

const YEAR = /^(?:1[0-9]|20)\d\d$/;

interface Event {
  year: number;
  time: Piece;
  text: Piece;
}

/** Words of an event: fewer where there are many. */
const LIMITS = [9, 6];
/** Sentences that a timeline may have, and events on it. */
const [LONGEST, MOST_EVENTS] = [7, 5];

/** Shows sentences that tell what happened in which year as a timeline. */
export const years: Recogniser = (run, at, context) => {
  const found = LIMITS.flatMap((most) => timelines(run, { at, most }, context));
  // The longer words win where both fit.
  return found.filter((one, index) => found.findIndex(({ from, to }) => from === one.from && to === one.to) === index);
};

function timelines(
  run: readonly Sentence[],
  { at, most }: { at: number; most: number },
  context: Context,
): Candidate[] {
  const events: Event[] = [];
  const found: Candidate[] = [];
  let missed = 0;
  for (let to = at; to < Math.min(run.length, at + LONGEST) && events.length < MOST_EVENTS; to += 1) {
    const sentence = run[to];
    const event = sentence && eventOf(sentence, most, context);
    if (!sentence || (to === at && !event)) break;
    if (!event) {
      missed += 1;
      if (missed > events.length) break;
      continue;
    }
    if (event.year <= (events.at(-1)?.year ?? 0)) break;
    events.push(event);
    if (events.length >= 3) found.push(...offers(run, { at, to: to + 1, events }, context));
  }
  return found;
}

/** Offers a timeline under the sentence before it, where that leads to it, and under one between its years. */
function offers(
  run: readonly Sentence[],
  { at, to, events }: { at: number; to: number; events: readonly Event[] },
  context: Context,
): Candidate[] {
  const found: Candidate[] = [];
  const offer = (from: number, heading: Piece | undefined, score: number): void => {
    const content = contentOf(events, heading, context.language.code === 'de');
    if (slideWords(content) <= MOST_WORDS)
      found.push({
        from,
        to,
        form: 'timeline',
        score: score + 0.45 * events.length,
        why: `${events.length} years in order`,
        content,
      });
  };
  const before = run[at - 1];
  // What has a year of its own is one of the events.
  const lead = before && !before.tokens.some(({ text }) => YEAR.test(text)) ? context.headline(before) : undefined;
  if (lead && lead.quality >= 0.6 && pieceWords(lead.piece) <= 10) offer(at - 1, lead.piece, 2.8 + lead.quality);
  offer(at, headingOf(run.slice(at, to), events, context), 2.3);
  return found;
}

function contentOf(events: readonly Event[], heading: Piece | undefined, goesOn: boolean): SlideContent {
  const items = events.map(({ time, text }): Item => ({ lead: time, text, ...(goesOn && { goesOn }) }));
  const body = { kind: 'items', as: 'timeline', items } as const;
  if (heading) return { heading, body };
  const [first, last] = [events[0]?.time, events.at(-1)?.time];
  return { heading: first, ...(last && { until: last }), body };
}

/** The year with what happened in few words; pronouns for the subject of the text are left out. */
function eventOf(sentence: Sentence, most: number, { language }: Context): Event | undefined {
  const { tokens } = sentence;
  const at = tokens.findIndex(({ text }) => YEAR.test(text));
  if (at === -1 || tokens.filter(({ text }) => YEAR.test(text)).length > 2) return undefined;
  const text = language.code === 'en' ? english(sentence, at, most) : plain(sentence, at, language);
  if (!text || pieceWords(text) > most || pieceWords(text) < 2) return undefined;
  return { year: Number(tokens[at]?.text), time: pieceOf(sentence, { from: at, to: at + 1 }), text };
}

function english(sentence: Sentence, at: number, most: number): Piece | undefined {
  const clause = mainClause(sentence);
  if (!clause) return undefined;
  const { tokens } = sentence;
  // The year and the word before it are not among the words of the event.
  const found = shorten(sentence, most + 2, clause)?.piece ?? uptoYear(sentence, at, clause);
  const isPronoun = tokens
    .slice(clause.subject.from, clause.subject.to)
    .filter(isWord)
    .every(({ pos }) => pos === 'PRON');
  const start = isPronoun ? clause.verb.from : clause.subject.from;
  const spans = found.spans.flatMap(({ from, to }) => {
    const cut = { from: Math.max(from, start), to };
    if (at < cut.from || at >= cut.to) return [cut];
    // “in 1912” is removed, since the year is beside it.
    const before = tokens[at - 1]?.pos === 'ADP' ? at - 1 : at;
    return [
      { from: cut.from, to: before },
      { from: at + 1, to: cut.to },
    ];
  });
  return pieceOf(sentence, ...spans);
}

/** “The tower was built in 1854 from granite that …”: what happened is before the year. */
function uptoYear(sentence: Sentence, at: number, { lead, verb, rest }: Clause): Piece {
  const to = at >= verb.to && at < rest.to ? at + 1 : rest.to;
  return pieceOf(sentence, { from: lead.to, to });
}

function plain(sentence: Sentence, at: number, language: Context['language']): Piece | undefined {
  const { tokens } = sentence;
  const [first] = shortenPlain(sentence, language).spans;
  // “In” or a similar word precedes the year; a year inside the sentence stays there.
  return first && at <= 2
    ? pieceOf(sentence, { from: at + 1, to: first.to })
    : first && pieceOf(sentence, first, { from: tokens.length, to: tokens.length });
}

/** The event is below, with its year: only another sentence says more above it. The title of the section does, too. */
function headingOf(sentences: readonly Sentence[], events: readonly Event[], context: Context): Piece | undefined {
  const others = sentences.filter((sentence) => !events.some(({ text }) => text.sentence === sentence));
  const rated = others
    .flatMap((sentence) => context.headline(sentence) ?? [])
    .filter(({ piece, quality }) => quality >= 0.6 && pieceWords(piece) <= 10);
  return rated.toSorted((a, b) => b.quality - a.quality)[0]?.piece;
}
