import type {
  AudienceAct,
  AudienceNews,
  AudienceOrder,
  AudienceRules,
  Invitation,
  PollState,
  Question,
  Refusal,
} from './audience-messages.ts';
import type { LivePage } from './live-page.ts';

type News = AudienceNews['type'];

/** The audience as this window knows it: its questions, the polls, and the actions of its own user. */
export class AudienceStore {
  rules: AudienceRules = { questions: false, checked: true, reactions: false, shown: null, join: false };
  readonly questions: Map<number, Question> = new Map();
  readonly polls: Map<string, PollState> = new Map();
  followers = 0;
  invitation: Invitation | undefined;
  /** Ids of questions that were voted for here. */
  votes: Set<number> = new Set();
  /** Answers given here, by polls. */
  answers: Map<string, number[]> = new Map();
  /** Whether the last question was taken. */
  asked: { refused?: Refusal } | undefined;
  /** Name of the file that the answers were saved in. */
  saved = '';
  reactions: number[] = [];
  readonly #page: LivePage;
  readonly #listeners: ((type: News) => void)[] = [];

  constructor(page: LivePage) {
    this.#page = page;
    page.listen((message) => {
      const { type } = message;
      if (type === 'audience') this.#take(message);
      else if (type === 'mine') {
        this.votes = new Set(message.votes);
        this.answers = new Map(Object.entries(message.answers));
      } else if (type === 'asked') this.asked = message;
      else if (type === 'reactions') this.reactions = message.counts;
      else if (type === 'saved') this.saved = message.file;
      else return;
      this.#tell(type);
    });
  }

  /** @param listener - called with each change. */
  listen(listener: (type: News) => void): void {
    this.#listeners.push(listener);
  }

  say(message: AudienceAct | AudienceOrder): void {
    this.#page.say(message);
  }

  /** Votes for a question, or takes the vote back. */
  vote(question: number): void {
    const on = !this.votes.has(question);
    if (on) this.votes.add(question);
    else this.votes.delete(question);
    this.say({ type: 'vote', question, on });
    this.#tell('mine');
  }

  answer(poll: string, choices: number[]): void {
    this.answers.set(poll, choices);
    this.say({ type: 'answer', poll, choices });
    this.#tell('mine');
  }

  setRules(rules: Partial<AudienceRules>): void {
    this.say({ type: 'rules', rules: { ...this.rules, ...rules } });
  }

  /** Questions with a state, those with the most votes first. */
  list(state: Question['state']): Question[] {
    const found = [...this.questions.values()].filter((question) => question.state === state);
    return found.toSorted((a, b) => b.votes - a.votes || a.id - b.id);
  }

  #take(news: Extract<AudienceNews, { type: 'audience' }>): void {
    if (news.whole) {
      this.questions.clear();
      this.polls.clear();
    }
    this.rules = news.rules ?? this.rules;
    this.followers = news.followers ?? this.followers;
    this.invitation = news.invitation ?? this.invitation;
    for (const question of news.questions ?? []) this.questions.set(question.id, question);
    for (const id of news.gone ?? []) this.questions.delete(id);
    for (const poll of news.polls ?? []) this.polls.set(poll.id, poll);
  }

  #tell(type: News): void {
    for (const listener of this.#listeners) listener(type);
  }
}
