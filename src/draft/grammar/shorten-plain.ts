import type { Language } from '../languages/language.ts';
import { pieceOf, type Piece } from '../piece.ts';
import { isWord, type Sentence, type Span, type Token } from '../words.ts';
import { endOf } from './clause.ts';
import { isSubordinate } from './subordinate.ts';

/**
 * Shortens a sentence of a language without a parser, by its marks alone: a word that joins it to the one before goes, and so do
 * brackets and what is behind the last comma where a relative pronoun or a reason begins there.
 */
export function shortenPlain(sentence: Sentence, language: Language): Piece {
  const { tokens } = sentence;
  const { from: start, to: end } = wholeSpan(sentence, language);
  const bracket = tokens.findIndex((token, index) => index > start && /^[(（]$/.test(token.text));
  const close = tokens.findIndex((token, index) => index > bracket && /^[)）]$/.test(token.text));
  const found = reasonIn(tokens, { from: start, to: end }) ?? lastAddition(tokens, end, language) ?? end;
  const mark = tokens.findLastIndex(({ text }, at) => at < found && at >= found - 3 && /^[:;–—]$/.test(text));
  // “…: ideally, …” ends before the colon where its end is cut.
  const cut = found < end && mark > start + 3 ? mark : found;
  if (bracket === -1 || close === -1 || bracket >= cut) return pieceOf(sentence, { from: start, to: cut });
  return pieceOf(sentence, { from: start, to: bracket }, { from: close + 1, to: cut });
}

/** Returns a sentence without the word that joins it to the one before, and without words that announce another. */
export function wholePlain(sentence: Sentence, language: Language): Piece {
  return pieceOf(sentence, wholeSpan(sentence, language));
}

function wholeSpan(sentence: Sentence, language: Language): Span {
  const { tokens } = sentence;
  // Spanish marks belong together.
  const isMarked = tokens.some(({ text }) => /^[¡¿]$/.test(text));
  const to = isMarked ? tokens.length : withoutAnnouncement(tokens, endOf(tokens), language);
  return { from: behindConnective(sentence, language), to };
}

/** Returns where a sentence begins after the word that joins it to the one before: “por ejemplo, …”. */
export function behindConnective({ text, tokens }: Sentence, { connectives, conclusions, code }: Language): number {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const found = [...connectives, ...conclusions]
    .map((phrase) => phrase.replaceAll('’', "'"))
    .filter(
      (phrase) => lower.startsWith(phrase) && (code === 'ja' || !/^[\p{L}\p{N}]/u.test(lower.slice(phrase.length))),
    )
    .toSorted((a, b) => b.length - a.length)[0];
  if (found === undefined) return 0;
  const next = tokens.findIndex(({ start }) => start >= found.length);
  if (code === 'ja') return Math.max(0, next);
  // Behind a word without a comma a German verb follows, and the sentence needs the word.
  return tokens[next]?.text === ',' ? next + 1 : /^(?:aber|und|mais|et|pero|y)$/.test(found) && next !== -1 ? next : 0;
}

/** “…, z. B.:”: what the last words announce is not in the piece. */
function withoutAnnouncement(tokens: readonly Token[], end: number, { examples }: Language): number {
  const comma = tokens.findLastIndex(({ text }, at) => at < end && text === ',');
  if (comma < 3 || end - comma > 5) return end;
  const said = letters(tokens.slice(comma + 1, end));
  return examples.some((phrase) => letters([{ lower: phrase }]) === said) ? comma : end;
}

function letters(words: readonly Pick<Token, 'lower'>[]): string {
  return words
    .map(({ lower }) => lower)
    .join('')
    .replaceAll(/[^\p{L}]/gu, '');
}

const MEASURES = /^(?:so|nur|deshalb|solo|sólo|seulement|uniquement)$/;
const REASONS = /^(?:denn|weil|car|parce|puisque|porque|pues)$/;

/** A reason behind the first comma that is followed by one: what is before it is whole, unless another clause holds it. */
function reasonIn(tokens: readonly Token[], { from, to }: Span): number | undefined {
  const at = tokens.findIndex(({ text }, index) => index > from && text === ',');
  if (at < from + 4 || at >= to || isSubordinate(tokens[from])) return undefined;
  // “It is so strong because …”: the reason says how.
  if (tokens.slice(from, at).some(({ lower }) => MEASURES.test(lower))) return undefined;
  return REASONS.test(tokens[at + 1]?.lower ?? '') ? at : undefined;
}

/** A relative clause or a reason behind the only comma that is left to the end. */
function lastAddition(tokens: readonly Token[], end: number, language: Language): number | undefined {
  for (let at = end - 1; at > 2; at -= 1) {
    if (!/^[,;–—:]$/.test(tokens[at]?.text ?? '')) continue;
    // “Nobody knows how much: …” has its answer behind the mark.
    const isAsking = tokens.slice(at - 3, at).some(({ lower }) => language.complements.has(lower));
    if (tokens[at]?.text !== ',') return isAsking ? undefined : at;
    return isAddition(tokens, { from: at, to: end }, language) ? at : undefined;
  }
  return undefined;
}

function isAddition(
  tokens: readonly Token[],
  { from, to }: Span,
  { limits, relatives, verbs, code }: Language,
): boolean {
  const next = tokens[from + 1]?.lower ?? '';
  if (!relatives.has(next) || from < 3) return false;
  // “…, es sei denn, die Halle wird gebraucht”, “… außer, …”: the words before wait for it.
  if (tokens.slice(from - 3, from).some(({ lower }) => limits.has(lower))) return false;
  if (code !== 'de') return true;
  // German verbs end such clauses: “die” before a noun is an article where another one ends the sentence, and what is before it needs its verb as well.
  if (next === 'dass' || (isNoun(tokens[to - 1]) && isNoun(tokens[from + 2]))) return false;
  if (isNeededInGerman(tokens, { from, to })) return false;
  const opened = tokens.findLastIndex(
    ({ text, lower }, at) => at < from && /^(?:dass|ob|weil|wenn)$/.test(lower) && text !== ',',
  );
  if (opened !== -1 && isNoun(tokens[from - 1]) && !tokens.slice(opened, from).some(({ text }) => text === ','))
    return tokens.slice(opened, from).some(({ lower }) => verbs.has(lower));
  return true;
}

/** Words that wait for a clause, and such as say which one of many is meant: “die erste, die …”. */
const WAITING =
  /^(?:dabei|dafür|daran|darauf|damit|dazu|davon|dadurch|denen|denjenigen|diejenigen|derjenige|dieselben?|solche[nrms]?)$/;
const BECAUSE = /^(?:darum|deshalb|deswegen|daher|nur|so|derart)$/;
const CHOOSING =
  /^(?:erste[nrms]?|zweite[nrms]?|letzte[nrms]?|einzige[nrms]?|jede[nrms]?|alle[nrms]?|keine?[nrms]?|nichts|niemand|etwas|alles|\p{Ll}{3,}ste[nrms]?)$/u;

/** Tells whether a German clause behind a comma belongs to the words before it. */
function isNeededInGerman(tokens: readonly Token[], { from, to }: Span): boolean {
  const before = tokens.slice(0, from);
  if (WAITING.test(before.at(-1)?.lower ?? '')) return true;
  if (tokens[from + 1]?.lower === 'weil' && before.some(({ lower }) => BECAUSE.test(lower))) return true;
  // “…, die Zahlen zu prüfen”
  const last = tokens.slice(from, to).findLast(isWord)?.lower ?? '';
  const isInfinitive = tokens.slice(to - 3, to).some(({ lower }) => lower === 'zu') || /zu\p{Ll}+en$/u.test(last);
  if (isInfinitive) return true;
  const noun = before.slice(-5);
  if (noun.some(({ lower }) => CHOOSING.test(lower))) return true;
  // “Es ist eine Stadt, die …”
  return noun.some(
    ({ lower }, at) => /^(?:ist|sind|war|waren)$/.test(lower) && /^eine?$/.test(noun[at + 1]?.lower ?? ''),
  );
}

function isNoun(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? '');
}
