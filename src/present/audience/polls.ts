import type { PollState } from '../../client/audience-messages.ts';
import type { Poll } from '../../model/poll.ts';
import type { Voter, Voters } from './voters.ts';

/** Decisions of the speaker about a poll. */
export interface KeptPoll {
  id: string;
  open: boolean;
  shown: boolean;
  /** It was opened at least once: its slide was reached. */
  begun: boolean;
}

interface Running extends KeptPoll {
  poll: Poll;
  counts: number[];
  voters: number;
}

/** The polls of a deck, and what the audience answered. */
export class Polls {
  readonly #voters: Voters;
  /** Decisions about polls that the deck has, and of those that it had. */
  readonly #kept = new Map<string, KeptPoll>();
  #running = new Map<string, Running>();
  #changed = new Set<string>();

  constructor(voters: Voters) {
    this.#voters = voters;
  }

  /** Takes up the polls of a deck; answers to those that it had before stay. */
  setPolls(polls: readonly Poll[]): void {
    const before = this.#running;
    this.#running = new Map(
      polls.map((poll) => {
        const kept = before.get(poll.id) ??
          this.#kept.get(poll.id) ?? { id: poll.id, open: false, shown: false, begun: false };
        return [poll.id, { ...kept, poll, ...this.#count(poll) }];
      }),
    );
    for (const id of this.#running.keys()) this.#changed.add(id);
  }

  restore(kept: readonly KeptPoll[]): void {
    for (const poll of kept) this.#kept.set(poll.id, poll);
  }

  /** The audience sees a slide: its polls begin, and results that it is made for are shown. */
  reach(slide: string): void {
    for (const running of this.#running.values()) {
      const { poll, begun, shown } = running;
      if (poll.slide === slide && !begun) this.#change(running, { open: true, begun: true });
      if (poll.results.includes(slide) && !shown) this.#change(running, { begun: true, shown: true });
    }
  }

  answer(voter: Voter, id: string, choices: readonly number[]): void {
    const running = this.#running.get(id);
    if (!running?.open) return;
    const { poll, counts, voters } = running;
    const fitting = [...new Set(choices)].filter((choice) => choice < poll.choices.length).toSorted((a, b) => a - b);
    const taken = poll.multiple ? fitting : fitting.slice(0, 1);
    // One that answers nothing takes an answer back.
    const before = (voter.answers.get(id) ?? []).filter((choice) => choice < counts.length);
    for (const choice of before) counts[choice] = (counts[choice] ?? 0) - 1;
    for (const choice of taken) counts[choice] = (counts[choice] ?? 0) + 1;
    if (taken.length > 0) voter.answers.set(id, taken);
    else voter.answers.delete(id);
    this.#change(running, { voters: voters + Math.sign(taken.length) - Math.sign(before.length) });
  }

  moderate(id: string, act: 'open' | 'close' | 'show' | 'hide' | 'reset'): void {
    const running = this.#running.get(id);
    if (!running) return;
    if (act === 'reset') {
      for (const voter of this.#voters.all()) voter.answers.delete(id);
      this.#change(running, this.#count(running.poll));
    } else if (act === 'open') this.#change(running, { open: true, begun: true });
    else if (act === 'close') this.#change(running, { open: false });
    else this.#change(running, { shown: act === 'show' });
  }

  /** Begins again: polls wait for their slides again. */
  clear(): void {
    this.#kept.clear();
    for (const running of this.#running.values())
      this.#change(running, { open: false, shown: false, begun: false, ...this.#count(running.poll) });
  }

  #change(running: Running, change: Partial<Running>): void {
    Object.assign(running, change);
    this.#changed.add(running.id);
  }

  /** Counts answers; those for choices that the poll does not have any more are left out. */
  #count({ id, choices }: Poll): Pick<Running, 'counts' | 'voters'> {
    const counts = choices.map(() => 0);
    let voters = 0;
    for (const { answers } of this.#voters.all()) {
      const fitting = (answers.get(id) ?? []).filter((choice) => choice < choices.length);
      for (const choice of fitting) counts[choice] = (counts[choice] ?? 0) + 1;
      if (fitting.length > 0) voters += 1;
    }
    return { counts, voters };
  }

  /** @param all - those that were not reached, and results that are not shown. */
  list(all: boolean, ids: Iterable<string> = this.#running.keys()): PollState[] {
    return [...ids].flatMap((id) => {
      const running = this.#running.get(id);
      if (!running || !(all || running.begun)) return [];
      const { poll, open, shown, counts, voters } = running;
      return [{ ...poll, open, shown, voters, counts: all || shown ? [...counts] : [] }];
    });
  }

  /** Returns ids of polls that have changed since this was asked last. */
  takeChanged(): string[] {
    const changed = [...this.#changed];
    this.#changed = new Set();
    return changed;
  }

  kept(): KeptPoll[] {
    return [...this.#running.values()].map(({ id, open, shown, begun }) => ({ id, open, shown, begun }));
  }
}
