import { pieceOf, pieceWords, type Piece } from '../piece.ts';
import { isWord, type Sentence, type Span, type Token } from '../words.ts';
import { mainClause, opensClause, type Clause } from './clause.ts';
import { cutsIn, type Cut } from './cuts.ts';
import { isWhole } from './is-whole.ts';

export interface Shortened {
  piece: Piece;
  /** The loss by words that were left out: 0 for none, 1 for a lot. */
  loss: number;
}

/** A clause with no more words than this needs no shortening. */
const ENOUGH = 11;

/** Conditions: without them the claim is another one. */
const CONDITIONS = /^(?:if|unless|until|without|only|when|whenever|once|before|after)$/;

/** Adverbs that say when or how certainly a claim holds: what was so once may be otherwise now. */
const SETTINGS =
  /^(?:previously|formerly|historically|originally|traditionally|initially|sometimes|occasionally|rarely|perhaps|maybe|probably|possibly|supposedly|allegedly)$/;

/**
 * Shortens a sentence to its claim: leads, asides and additions go, as many as it takes. Negations, conditions and words
 * such as “may” stay.
 *
 * @returns `undefined` where the sentence has no main clause, or where nothing short of it says the same
 */
export function shorten(
  sentence: Sentence,
  most: number,
  clause: Clause | undefined = mainClause(sentence),
): Shortened | undefined {
  if (!clause) return undefined;
  const { tokens } = sentence;
  const cuts = cutsIn(tokens, clause.rest, tokens[clause.verb.to - 1]);
  const aside = cuts.find(({ weight }) => weight === 'aside');
  const end = aside?.at ?? clause.rest.to;
  const leads = [{ loss: 0, span: keptLead(tokens, clause.lead) }];
  if (canLoseLead(tokens, clause.lead)) leads.push({ loss: 0.15, span: none });
  const subjects = subjectForms(tokens, clause.subject);
  const ends = endings(cuts, end);
  const options: Shortened[] = [];
  for (const lead of leads) {
    for (const subject of subjects) {
      for (const ending of ends) {
        const rest = withoutBrackets(tokens, { from: clause.rest.from, to: ending.at });
        const spans = [lead.span, ...subject.spans, clause.verb, ...rest];
        options.push({ piece: pieceOf(sentence, ...spans), loss: lead.loss + subject.loss + ending.loss });
      }
    }
  }
  return best(options, most);
}

const none: Span = { from: 0, to: 0 };

/** Removes text in brackets, or between two dashes. */
function withoutBrackets(tokens: readonly Token[], span: Span): Span[] {
  const open = findMark(tokens, /^\($/, span);
  const close = open === -1 ? -1 : findMark(tokens, /^\)$/, { from: open, to: span.to });
  if (close === -1) return [span];
  // “Step (4)”: the number names it.
  if (tokens.slice(open + 1, close).every(({ pos }) => pos === 'NUM')) {
    return [{ from: span.from, to: close + 1 }, ...withoutBrackets(tokens, { from: close + 1, to: span.to })];
  }
  return [{ from: span.from, to: open }, ...withoutBrackets(tokens, { from: close + 1, to: span.to })];
}

/** The shortest way of few words that loses little: words beyond what is enough cost, and so does what is lost. */
function best(options: readonly Shortened[], most: number): Shortened | undefined {
  const rated = options
    .map((option) => ({ option, words: pieceWords(option.piece) }))
    .filter(({ option, words }) => words <= most && words >= 2 && isWhole(option.piece))
    .map(({ option, words }) => ({ option, cost: option.loss + 0.05 * Math.max(0, words - ENOUGH) }));
  return rated.toSorted((a, b) => a.cost - b.cost)[0]?.option;
}

/** Costs of the cuts that shorten a sentence, by their weights. */
const LOSSES = { aside: 0, loose: 0.1, close: 0.22, apart: 0.3 };

function endings(cuts: readonly Cut[], end: number): { at: number; loss: number }[] {
  const inside = cuts.filter(({ at, weight }) => at < end && weight !== 'aside');
  const lossOf = (at: number): number => {
    const dropped = inside.filter((cut) => cut.at >= at);
    return dropped.reduce((sum, { weight }) => sum + LOSSES[weight], 0);
  };
  return [{ at: end, loss: 0 }, ...inside.map(({ at }) => ({ at, loss: lossOf(at) }))];
}

/** A condition stays with its claim; so does a short phrase of place or time. Words that join sentences go. */
function keptLead(tokens: readonly Token[], lead: Span): Span {
  const first = tokens.slice(lead.from, lead.to).find((token) => isWord(token) && token.pos !== 'CCONJ');
  if (!first || lead.to === lead.from) return none;
  const condition = conditionIn(tokens, lead);
  if (condition !== undefined) return { from: condition, to: lead.to };
  const from = tokens.indexOf(first);
  const words = tokens.slice(from, lead.to).filter(isWord).length;
  if (CONDITIONS.test(first.lower) || (SETTINGS.test(first.lower) && words === 1)) return { from, to: lead.to };
  if (/^(?:while|although|though|whereas|because|since|as|but|and|so|yet|besides|beyond)$/.test(first.lower))
    return none;
  if (first.pos === 'ADP' && words > 1 && words <= 6 && !isConnective(tokens, from, lead.to))
    return { from, to: lead.to };
  return none;
}

const CONNECTING =
  /^(?:addition|example|instance|fact|course|contrast|hand|result|words|short|conclusion|summary|end|contrary|all|time|particular|turn|comparison)$/;

function isConnective(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens.slice(from, to).findLast(isWord);
  return CONNECTING.test(last?.lower ?? '');
}

function canLoseLead(tokens: readonly Token[], lead: Span): boolean {
  const first = tokens.slice(lead.from, lead.to).find((token) => isWord(token) && token.pos !== 'CCONJ');
  if (!first || first.lower === 'only' || SETTINGS.test(first.lower) || conditionIn(tokens, lead) !== undefined)
    return false;
  // “For some projects, …”, “In most cases, …”: what holds for some does not for all.
  return !(
    first.pos === 'ADP' && /^(?:some|most|many|few|certain)$/.test(tokens[tokens.indexOf(first) + 1]?.lower ?? '')
  );
}

/** Where a condition begins, at the first word or behind a comma: “for example, if you want to …, you need …”. */
function conditionIn(tokens: readonly Token[], lead: Span): number | undefined {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      index >= lead.from &&
      index < lead.to &&
      /^(?:if|unless|until|without)$/.test(lower) &&
      !tokens.slice(lead.from, index).some((token) => isWord(token) && /^(?:VERB|AUX)$/.test(token.pos)),
  );
  return at === -1 ? undefined : at;
}

interface SubjectForm {
  spans: Span[];
  loss: number;
}

/** A subject whole, without what is between commas or in brackets, and without a clause of a definite noun. */
function subjectForms(tokens: readonly Token[], subject: Span): SubjectForm[] {
  const plain = withoutAsides(tokens, subject);
  const forms: SubjectForm[] = [{ spans: plain, loss: 0 }];
  const [first] = plain;
  if (!first) return forms;
  const clause = tokens.findIndex((_, index) => index > first.from && index < first.to && opensClause(tokens, index));
  const isDefinite = /^(?:the|its|their|our|his|her|my|your)$/.test(tokens[first.from]?.lower ?? '');
  if (clause !== -1 && isDefinite) forms.push({ spans: [{ from: first.from, to: clause }], loss: 0.2 });
  if (clause !== -1 || plain.length > 1) return forms;
  const phrase = tokens.findIndex((token, index) => index > first.from + 1 && index < first.to && token.pos === 'ADP');
  if (
    phrase === -1 ||
    /^(?:few|none|most|some|half|no|many|one|part|percent|all|each)$/.test(tokens[phrase - 1]?.lower ?? '')
  )
    return forms;
  // “The entire process of …” stands for itself where it is definite; “a number of …” does not.
  if (tokens[phrase]?.lower !== 'of') forms.push({ spans: [{ from: first.from, to: phrase }], loss: 0.2 });
  else if (isDefinite && phrase - first.from > 2) forms.push({ spans: [{ from: first.from, to: phrase }], loss: 0.35 });
  return forms;
}

/** “The telescope, for instance, uses”: what is between two commas or in brackets goes, and so does one dash aside. */
function withoutAsides(tokens: readonly Token[], subject: Span): Span[] {
  const open = findMark(tokens, /^[,(—–]$/, subject);
  if (open === -1) return [subject];
  const closing = tokens[open]?.text === '(' ? /^\)$/ : tokens[open]?.text === ',' ? /^,$/ : /^[—–]$/;
  const close = findMark(tokens, closing, { from: open + 1, to: subject.to });
  if (close === -1) return [subject];
  const rest = tokens.slice(close + 1, subject.to);
  // Two commas are an aside where the verb follows; elsewhere they are those of a list.
  if (tokens[open]?.text === ',' && rest.some(isWord)) return [subject];
  return [
    { from: subject.from, to: open },
    { from: close + 1, to: subject.to },
  ];
}

function findMark(tokens: readonly Token[], mark: RegExp, { from, to }: Span): number {
  return tokens.findIndex((token, index) => index >= from && index < to && mark.test(token.text));
}
