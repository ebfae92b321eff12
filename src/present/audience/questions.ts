import { LONGEST_QUESTION, type Question, type QuestionState } from '../../client/audience-messages.ts';
import type { Voter, Voters } from './voters.ts';

/** Questions at a time; those that were deleted make room. */
const MOST_QUESTIONS = 300;
/** Questions of one person that nobody has looked at yet. */
const MOST_WAITING = 3;

export interface KeptQuestion extends Question {
  /** Id of who asked it. */
  from: string;
}

/** The questions of an audience, and who voted for them. */
export class Questions {
  readonly #questions = new Map<number, KeptQuestion>();
  readonly #voters: Voters;
  #last = 0;
  /** Ids of questions that were changed or removed since they were taken the last time. */
  #changed = new Set<number>();

  constructor(voters: Voters) {
    this.#voters = voters;
  }

  /** @param text - as `readableQuestion` returns it. @returns whether there was room. */
  ask(from: Voter, text: string, state: QuestionState): boolean {
    const all = [...this.#questions.values()];
    if (all.length >= MOST_QUESTIONS) return false;
    if (all.filter((one) => one.from === from.id && one.state !== 'answered').length >= MOST_WAITING) return false;
    this.#last += 1;
    this.add({ id: this.#last, text, votes: 0, state, from: from.id });
    return true;
  }

  add(question: KeptQuestion): void {
    this.#last = Math.max(this.#last, question.id);
    this.#questions.set(question.id, question);
    this.#changed.add(question.id);
  }

  /** Counts a vote, or takes it back; only questions that others see have votes. */
  vote(voter: Voter, id: number, on: boolean): void {
    const question = this.#questions.get(id);
    if (!question || question.state !== 'shown' || voter.votes.has(id) === on) return;
    if (on) voter.votes.add(id);
    else voter.votes.delete(id);
    this.#change({ ...question, votes: question.votes + (on ? 1 : -1) });
  }

  moderate(id: number, act: QuestionState | 'remove' | 'block'): void {
    const question = this.#questions.get(id);
    if (!question) return;
    if (act === 'remove') return this.#remove(id);
    if (act !== 'block') return this.#change({ ...question, state: act });
    const sender = this.#voters.get(question.from);
    if (sender) sender.blocked = true;
    for (const one of this.kept())
      if (one.from === question.from && (one.id === id || one.state === 'waiting')) this.#remove(one.id);
  }

  clear(): void {
    for (const id of this.#questions.keys()) this.#remove(id);
  }

  #change(question: KeptQuestion): void {
    this.#questions.set(question.id, question);
    this.#changed.add(question.id);
  }

  #remove(id: number): void {
    this.#questions.delete(id);
    this.#changed.add(id);
    for (const voter of this.#voters.all()) voter.votes.delete(id);
  }

  /** @param all - those that wait as well. */
  list(all: boolean): Question[] {
    return [...this.#questions.values()].filter(({ state }) => all || state !== 'waiting').map(withoutSender);
  }

  has(id: number): boolean {
    return this.#questions.has(id);
  }

  /** Returns what has changed since this was asked last. */
  takeChanged(): { questions: Question[]; removed: number[] } {
    const changed = this.#changed;
    this.#changed = new Set();
    const questions = [...changed].flatMap((id) => this.#questions.get(id) ?? []).map(withoutSender);
    return { questions, removed: [...changed].filter((id) => !this.#questions.has(id)) };
  }

  kept(): KeptQuestion[] {
    return [...this.#questions.values()];
  }
}

function withoutSender({ id, text, votes, state }: KeptQuestion): Question {
  return { id, text, votes, state };
}

/**
 * Characters that cannot be seen, or change the direction of their neighbours; letters of some scripts, and emoji, are
 * joined.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** Returns a question as one line of letters that can be read; `undefined` where nothing is left, or too much. */
export function readableQuestion(text: string): string | undefined {
  if (text.length > 4 * LONGEST_QUESTION) return undefined;
  const line = text
    .normalize('NFC')
    .replace(/[\n\r\t]/g, ' ')
    .replace(UNSEEN, '')
    // Towers of accents cover the lines above.
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(line) && [...line].length <= LONGEST_QUESTION ? line : undefined;
}
