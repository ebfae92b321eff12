import { isNominal, type Token } from '../words.ts';
import { isFiniteAt, verbGroupAt } from './verb-group.ts';

/** Verbs that have one form in present and past, behind any subject. */
const ONE_FORM = /^(?:cost|cut|set|put|hit|let|read|shut|split|spread)$/;

/** Tells whether a verb has one form for present and past. */
export function isOneForm(verb: string): boolean {
  return ONE_FORM.test(verb);
}

/**
 * Finds the verb of a sentence in which the tagger saw none, as in “The harbour exports timber”: a noun in “-s” behind another noun and before an
 * object.
 */
export function withVerb(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1)?.text ?? '';
  if (!/^[.!;”"]$/.test(last) || tokens.some((_, at) => isFinite(tokens, at))) return [...tokens];
  const found = tokens.findIndex(
    (token, at) => at > 0 && token.pos === 'NOUN' && isVerbForm(token, tokens[at - 1]) && takesObject(tokens[at + 1]),
  );
  return tokens.map((token, at) => (at === found ? Object.assign({}, token, { pos: 'VERB' as const }) : token));
}

function isFinite(tokens: readonly Token[], at: number): boolean {
  const group = verbGroupAt(tokens, at);
  return group !== undefined && isFiniteAt(tokens, group);
}

function isVerbForm({ lower }: Token, before: Token | undefined): boolean {
  if (!isNominal(before)) return false;
  const isPlural = /[^s]s$/.test(before?.lower ?? '');
  return ONE_FORM.test(lower) || (!isPlural && /[^s]s$/.test(lower));
}

function takesObject(next: Token | undefined): boolean {
  return /^(?:NOUN|PROPN|DET|ADJ|NUM|PRON|ADP|ADV)$/.test(next?.pos ?? '');
}
