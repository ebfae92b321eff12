import {
  REACTIONS,
  type AudienceAct,
  type AudienceNews,
  type AudienceOrder,
  type AudienceRules,
  type Refusal,
} from '../../client/audience-messages.ts';
import type { Poll } from '../../model/poll.ts';
import { Polls, type KeptPoll } from './polls.ts';
import { Questions, readableQuestion, type KeptQuestion } from './questions.ts';
import { keepsPace, Voters, type KeptVoter, type Voter } from './voters.ts';

type AudienceState = Extract<AudienceNews, { type: 'audience' }>;

/** State of an audience that survives a restart of the server. */
export interface KeptAudience {
  rules: AudienceRules;
  questions: KeptQuestion[];
  polls: KeptPoll[];
  voters: KeptVoter[];
}

/** The sender of a message. */
export interface Sender {
  /** Number in a cookie that this server gave; `undefined` where there is none. */
  voter: string | undefined;
  address: string;
}

/** Questions, votes, answers and reactions of an audience, and the speaker's decisions about them. */
export class Audience {
  readonly #voters = new Voters();
  readonly #questions = new Questions(this.#voters);
  readonly #polls = new Polls(this.#voters);
  #rules: AudienceRules = { questions: true, checked: true, reactions: true, shown: null, join: false };
  #rulesChanged = false;
  #reactions = REACTIONS.map(() => 0);

  constructor(kept?: KeptAudience) {
    if (!kept) return;
    this.#rules = kept.rules;
    for (const voter of kept.voters) this.#voters.add(voter);
    for (const question of kept.questions) this.#questions.add(question);
    this.#polls.restore(kept.polls);
    this.#questions.takeChanged();
  }

  setPolls(polls: readonly Poll[]): void {
    this.#polls.setPolls(polls);
  }

  /** The audience sees a slide. */
  reach(slide: string): void {
    this.#polls.reach(slide);
  }

  /** Takes what a follower does. @returns what to answer, if there is anything to. */
  act(message: AudienceAct, { voter: id, address }: Sender, now: number): AudienceNews | undefined {
    const voter = id === undefined ? undefined : this.#voters.find(id, address);
    if (message.type === 'ask') return { type: 'asked', ...refused(this.#ask(voter, message.text, now)) };
    if (!voter || !keepsPace(voter, message.type, now)) return undefined;
    if (message.type === 'vote') this.#questions.vote(voter, message.question, message.on);
    else if (message.type === 'answer') this.#polls.answer(voter, message.poll, message.choices);
    else if (this.#rules.reactions && !voter.blocked) {
      const place = REACTIONS.indexOf(message.reaction);
      this.#reactions[place] = (this.#reactions[place] ?? 0) + 1;
    }
    return undefined;
  }

  #ask(voter: Voter | undefined, text: string, now: number): Refusal | undefined {
    if (!this.#rules.questions) return 'off';
    if (!voter) return 'full';
    if (!keepsPace(voter, 'ask', now)) return 'soon';
    const line = readableQuestion(text);
    // Blocked viewers do not find out.
    if (line === undefined || voter.blocked) return undefined;
    return this.#questions.ask(voter, line, this.#rules.checked ? 'waiting' : 'shown') ? undefined : 'full';
  }

  /** Takes what the speaker decides. */
  order(order: Exclude<AudienceOrder, { type: 'save' }>): void {
    if (order.type === 'renew') return this.#renew();
    if (order.type === 'poll') return this.#polls.moderate(order.poll, order.act);
    if (order.type === 'rules') {
      this.#setRules(order.rules);
      return;
    }
    this.#questions.moderate(order.question, order.act);
    if (this.#rules.shown === order.question && order.act !== 'shown') this.#setRules({ ...this.#rules, shown: null });
  }

  /** Forgets who took part, and all that they did. */
  #renew(): void {
    this.#questions.clear();
    this.#voters.clear();
    this.#polls.clear();
    this.#setRules({ ...this.#rules, shown: null });
  }

  #setRules(rules: AudienceRules): void {
    const shown = rules.shown !== null && this.#questions.has(rules.shown) ? rules.shown : null;
    // What is on the slides is seen by all.
    if (shown !== null) this.#questions.moderate(shown, 'shown');
    this.#rules = { ...rules, shown };
    this.#rulesChanged = true;
  }

  /** Everything that somebody may see. */
  whole(leads: boolean): AudienceState {
    const questions = this.#questions.list(leads);
    return { type: 'audience', whole: true, rules: this.#rules, questions, polls: this.#polls.list(leads) };
  }

  /** Returns the earlier actions of a follower who returns. */
  mine(id: string | undefined): AudienceNews | undefined {
    const voter = id === undefined ? undefined : this.#voters.get(id);
    return voter && { type: 'mine', votes: [...voter.votes], answers: Object.fromEntries(voter.answers) };
  }

  /** Returns the changes since the last time, for leaders and for followers. */
  takeNews(): { leads: AudienceState; followers: AudienceState } | undefined {
    const { questions, removed } = this.#questions.takeChanged();
    const polls = this.#polls.takeChanged();
    const rules = this.#rulesChanged ? { rules: this.#rules } : {};
    this.#rulesChanged = false;
    if (questions.length + removed.length + polls.length === 0 && !rules.rules) return undefined;
    const news = (leads: boolean): AudienceState => {
      const seen = questions.filter(({ state }) => leads || state !== 'waiting');
      const gone = [...removed, ...questions.filter((one) => !seen.includes(one)).map(({ id }) => id)];
      const changed = this.#polls.list(leads, polls);
      return {
        type: 'audience',
        ...rules,
        ...(seen.length > 0 && { questions: seen }),
        ...(gone.length > 0 && { gone }),
        ...(changed.length > 0 && { polls: changed }),
      };
    };
    return { leads: news(true), followers: news(false) };
  }

  /** Returns the reactions since this was asked last; `undefined` where there were none. */
  takeReactions(): number[] | undefined {
    const counts = this.#reactions;
    if (counts.every((count) => count === 0)) return undefined;
    this.#reactions = REACTIONS.map(() => 0);
    return counts;
  }

  kept(): KeptAudience {
    const [questions, polls, voters] = [this.#questions.kept(), this.#polls.kept(), this.#voters.kept()];
    return { rules: this.#rules, questions, polls, voters };
  }
}

function refused(refusal: Refusal | undefined): { refused?: Refusal } {
  return refusal ? { refused: refusal } : {};
}
