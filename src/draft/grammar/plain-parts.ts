import type { Language } from '../languages/language.ts';
import { pieceOf, type Piece } from '../piece.ts';
import { isWord, type Span, type Token } from '../words.ts';
import type { Shortened } from './shorten-japanese.ts';
import { isSubordinate } from './subordinate.ts';

/** Words that a clause has at least. */
const LEAST = 4;
/** Words that two sentences in one have at least where only one of them is shown. */
const LONG = 14;

/**
 * Shortens a French, Spanish or German piece further, where words of the language show a joint: before a purpose, a reason or a time that
 * is added, behind a phrase that leads to the clause, and where two sentences are joined.
 */
export function plainParts({ sentence, spans }: Piece, language: Language): Shortened[] {
  const [span, ...more] = spans;
  if (!span || more.length > 0) return [];
  const { tokens } = sentence;
  // Who says “A, but B” in few words means both.
  const halves = wordsIn(tokens, span).length > LONG ? halvesOf(tokens, span, language) : [];
  const parts = [span, ...halves, ...behindLead(tokens, span, language)];
  const shorter = parts.flatMap((part) => beforeAddition(tokens, part, language));
  return [...parts.slice(1), ...shorter]
    .filter(
      (part) =>
        isComplete(tokens, part, language) && (hasVerb(tokens, part, language) || isMain(tokens, part, span, language)),
    )
    .map((part) => ({ piece: pieceOf(sentence, part), loss: lossOf(part, span) }));
}

function lossOf(part: Span, { from, to }: Span): number {
  return (part.from > from ? 0.12 : 0) + (part.to < to ? 0.05 : 0);
}

function wordsIn(tokens: readonly Token[], { from, to }: Span): Token[] {
  return tokens.slice(from, to).filter(isWord);
}

/** A part ends with no word that needs another one. */
function isComplete(tokens: readonly Token[], part: Span, { relatives, complements, code }: Language): boolean {
  const words = wordsIn(tokens, part);
  const last = words.at(-1);
  if (words.length < LEAST || !last) return false;
  if (/^(?:DET|CCONJ)$/.test(last.pos) || relatives.has(last.lower) || complements.has(last.lower)) return false;
  return code === 'de' || (last.pos !== 'ADP' && last.pos !== 'AUX');
}

function hasVerb(tokens: readonly Token[], part: Span, { verbs, code }: Language): boolean {
  const words = wordsIn(tokens, part);
  return words.some((word) => verbs.has(word.lower) || isFinite(word, code)) || isImperative(words[0], code);
}

/** The beginning of a sentence has its verb, unless that comes behind what is cut. */
function isMain(tokens: readonly Token[], part: Span, whole: Span, language: Language): boolean {
  const isOneClause = !tokens.slice(part.from, part.to).some(({ text }) => text === ',');
  const rest = tokens.slice(part.to, whole.to);
  return part.from === whole.from && isOneClause && !rest.some(({ lower }) => language.verbs.has(lower));
}

/** Endings of verbs that say who does it, and that few other words have. */
const FINITE = new Map([
  ['fr', /(?:.{2}ez|.{2}ons|.{2}aient|.{2}era|.{2}eront|.{2}ait)$/],
  [
    'es',
    /(?:.{2}amos|.{2}emos|.{2}imos|.{2}rás|.{2}rá|.{2}rán|.{2}ías?|.{2}aban?|.{2}aron|.{2}ieron|.{2}[aei]rías?|.{2}ó)$/,
  ],
  ['de', /.{3}(?:en|t|te|ten)$/],
]);

function isFinite({ lower, text }: Token, code: string): boolean {
  return /^\p{Ll}/u.test(text) && FINITE.get(code)?.test(lower) === true;
}

/** “Recuerda que …”: commands begin with their verb. */
function isImperative(first: Token | undefined, code: string): boolean {
  return code === 'es' && first?.pos === 'X' && /[ae](?:te|lo|la|los|las)?$/.test(first.lower);
}

/** “A, pero B”: both parts are sentences. A list has commas before its last word, too. */
function halvesOf(
  tokens: readonly Token[],
  { from, to }: Span,
  { adversatives, code, coordinators, pronouns, verbs }: Language,
): Span[] {
  return tokens.slice(from, to).flatMap(({ text }, index): Span[] => {
    const at = from + index;
    if (!/^[,;]$/.test(text)) return [];
    const next = tokens[at + 1];
    const before = { from, to: at };
    if (text === ';') return [before, { from: at + 1, to }];
    // “A, but B”: A alone is half of the truth.
    if (adversatives.includes(next?.lower ?? '') && !isSubordinate(tokens[from])) {
      const behind = tokens[at + 2];
      // “…, jedoch bietet der Hafen”: its first part is the word that goes.
      return behind && code === 'de' && isFinite(behind, code) ? [] : [{ from: at + 2, to }];
    }
    const isClauseBehind =
      coordinators.has(next?.lower ?? '') &&
      tokens
        .slice(at + 2, at + 6)
        .some(({ lower, pos }) => (pos === 'PRON' && pronouns.has(lower)) || verbs.has(lower)) &&
      !tokens.slice(from, at).some((one) => one.text === ',');
    return isClauseBehind ? [before] : [];
  });
}

/** “Pour en savoir plus, …”: what is behind the comma is whole where the verb does not come first there. */
function behindLead(tokens: readonly Token[], { from, to }: Span, { settings }: Language): Span[] {
  if (!startsAt(tokens, from, settings)) return [];
  const comma = tokens.findIndex(({ text }, at) => at > from && text === ',');
  const isOnly = comma !== -1 && comma < to && comma - from <= 12;
  return isOnly && !startsList(tokens, { from: comma + 1, to }) ? [{ from: comma + 1, to }] : [];
}

/** Another comma right behind the first words: they are an aside, or the second thing of a list. */
function startsList(tokens: readonly Token[], { from, to }: Span): boolean {
  const comma = tokens.findIndex(({ text }, at) => at > from && at < to && text === ',');
  return comma !== -1 && comma - from <= 4;
}

function startsAt(tokens: readonly Token[], at: number, phrases: readonly string[]): boolean {
  const text = tokens
    .slice(at, at + 5)
    .map(({ lower }) => lower.replace('’', "'"))
    .join(' ');
  return phrases.some((phrase) => text === phrase || text.startsWith(phrase.endsWith("'") ? phrase : `${phrase} `));
}

/** Words that say how much something is so, or that it is not, belong to the reason behind them. */
const BOUND =
  /^(?:so|nur|solo|sólo|solamente|únicamente|seulement|uniquement|tellement|trop|assez|demasiado|suficiente|faut|suffit|basta|hace|peut|peuvent|pouvez|doit|doivent|devez|puede|pueden|debe|deben|hay|kann|können|darf|dürfen|muss|müssen|soll|sollen|nécessaire|necesario|no|ne|pas|nunca|jamais|nicht|kein|keine)$/;

/** “…, afin de …”, “… para que …”: what is before the addition is whole. */
function beforeAddition(tokens: readonly Token[], part: Span, { additions, infinitives }: Language): Span[] {
  const { from, to } = part;
  const found: Span[] = [];
  const isLed = tokens.slice(from, to).some(({ text }) => text === ',') && isSubordinate(tokens[from]);
  for (let at = from + LEAST; at < to - 1; at += 1) {
    const isMarked = tokens[at]?.text === ',';
    const start = isMarked ? at + 1 : at;
    const [last, word, next] = [tokens[at - 1], tokens[start], tokens[start + 1]];
    const isPurpose =
      word !== undefined && word.lower === infinitives?.before && infinitives.ending.test(next?.lower ?? '');
    if (!isPurpose && !startsAt(tokens, start, additions)) continue;
    // “payés pour écrire”: the purpose is the point.
    if (isPurpose && infinitives?.participle.test(last?.lower ?? '')) continue;
    const before = { from, to: at };
    const isBound = wordsIn(tokens, before).some(({ lower }) => BOUND.test(lower.replace(/^n['’].*/, 'ne')));
    const isWithin = isSubordinate(tokens[from]) && !tokens.slice(from, at).some(({ text }) => text === ',');
    if (isWithin || (isLed && goesOn(tokens, { from: start, to }))) continue;
    if (!isBound || (isMarked && !isPurpose)) found.push(before);
  }
  return found;
}

/** A comma behind the addition: what comes then may be the main clause. */
function goesOn(tokens: readonly Token[], { from, to }: Span): boolean {
  return tokens.slice(from, to).some(({ text }) => text === ',');
}
