/** Allows so many acts at once, and one more after each `every` ms. */
interface Pace {
  most: number;
  every: number;
}

type Act = 'ask' | 'vote' | 'answer' | 'react';

const PACES: Record<Act, Pace> = {
  ask: { most: 3, every: 15_000 },
  vote: { most: 20, every: 300 },
  answer: { most: 10, every: 500 },
  react: { most: 5, every: 700 },
};

/** Somebody who follows, known by a number in a cookie alone. */
export interface Voter {
  readonly id: string;
  /** Ids of questions that they voted for. */
  readonly votes: Set<number>;
  /** Their choices, by polls. */
  readonly answers: Map<string, number[]>;
  /** Their questions are discarded. */
  blocked: boolean;
  /** The rest of each pace, and its time. */
  readonly left: Map<string, { count: number; since: number }>;
}

/** Most participants; later visitors only watch. */
const MOST_VOTERS = 3000;
/** Most participants from one address: a network may have all its guests come from one. */
const MOST_OF_ADDRESS = 600;

/** Everyone who has asked, voted, answered or reacted; their number has a limit, whatever strangers do. */
export class Voters {
  readonly #voters = new Map<string, Voter>();
  readonly #byAddress = new Map<string, number>();

  /** @returns `undefined` where there are too many already. */
  find(id: string, address: string): Voter | undefined {
    const known = this.#voters.get(id);
    if (known) return known;
    const count = this.#byAddress.get(address) ?? 0;
    if (this.#voters.size >= MOST_VOTERS || count >= MOST_OF_ADDRESS) return undefined;
    this.#byAddress.set(address, count + 1);
    return this.add({ id, votes: [], answers: [], blocked: false });
  }

  get(id: string): Voter | undefined {
    return this.#voters.get(id);
  }

  add({ id, votes, answers, blocked }: KeptVoter): Voter {
    const voter = { id, votes: new Set(votes), answers: new Map(answers), blocked, left: new Map() };
    this.#voters.set(id, voter);
    return voter;
  }

  clear(): void {
    this.#voters.clear();
    this.#byAddress.clear();
  }

  all(): Iterable<Voter> {
    return this.#voters.values();
  }

  kept(): KeptVoter[] {
    return [...this.#voters.values()].map(({ id, votes, answers, blocked }) => ({
      id,
      votes: [...votes],
      answers: [...answers],
      blocked,
    }));
  }
}

/** State of a voter that is kept. */
export interface KeptVoter {
  id: string;
  votes: number[];
  answers: [poll: string, choices: number[]][];
  blocked: boolean;
}

/** Counts an act of a voter. @returns whether it keeps to its pace. */
export function keepsPace(voter: Voter, act: Act, now: number): boolean {
  const { most, every } = PACES[act];
  const left = voter.left.get(act) ?? { count: most, since: now };
  const regained = Math.floor((now - left.since) / every);
  const count = Math.min(most, left.count + Math.max(0, regained));
  const since = count === most ? now : left.since + Math.max(0, regained) * every;
  voter.left.set(act, { count: Math.max(0, count - 1), since });
  return count > 0;
}
