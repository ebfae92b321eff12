import type { AudienceAct, AudienceNews, AudienceOrder, Invitation } from '../../client/audience-messages.ts';
import type { Poll } from '../../model/poll.ts';
import { Audience, type KeptAudience, type Sender } from './audience.ts';
import { answersOf, type SavedAnswers } from './answers.ts';

/** The ways of an audience to everyone else. */
export interface AudienceParts {
  /** State of an earlier run. */
  kept?: KeptAudience | undefined;
  /** Keeps it for the next run. */
  keep: (kept: KeptAudience) => void;
  /** Writes the answers. @returns the name of the file; `undefined` where that failed. */
  save: (answers: SavedAnswers) => Promise<string | undefined>;
}

/** How others join a talk, once its server listens. */
export type Invite = () => Invitation | undefined;

/** Sends to all who lead, or to all who follow. */
export type SendNews = (news: AudienceNews, to: 'leads' | 'followers') => void;

/** Interval of messages about changes, in ms: two hundred answers at once are one message. */
const NEWS = 200;
/** Interval between saves of the audience's actions, in ms. */
const KEEP = 3000;

/** Tells everyone what the audience does, a few times a second at most. */
export class AudienceChannel {
  readonly #audience: Audience;
  readonly #parts: AudienceParts;
  readonly #sendNews: SendNews;
  readonly #invite: Invite;
  #news: NodeJS.Timeout | undefined;
  #keeping: NodeJS.Timeout | undefined;
  #saving = false;
  #followers = 0;
  #followersSent = 0;

  constructor(parts: AudienceParts, invite: Invite, sendNews: SendNews) {
    this.#parts = parts;
    this.#invite = invite;
    this.#sendNews = sendNews;
    this.#audience = new Audience(parts.kept);
  }

  setPolls(polls: readonly Poll[]): void {
    this.#audience.setPolls(polls);
    this.#changed();
  }

  reach(slide: string): void {
    this.#audience.reach(slide);
    this.#changed();
  }

  /** Somebody came or went. */
  countFollowers(count: number): void {
    this.#followers = count;
    this.#changed();
  }

  act(act: AudienceAct, sender: Sender, reply: (news: AudienceNews) => void): void {
    const answer = this.#audience.act(act, sender, Date.now());
    if (answer) reply(answer);
    this.#changed();
  }

  order(order: AudienceOrder): void {
    if (order.type === 'save') void this.#save();
    else this.#audience.order(order);
    if (order.type === 'renew') this.#tellAll();
    this.#changed();
  }

  /** Tells somebody who came where everything is. */
  greet(leads: boolean, voter: string | undefined, reply: (news: AudienceNews) => void): void {
    const invitation = leads ? this.#invite() : undefined;
    const more = { ...(leads && { followers: this.#followers }), ...(invitation && { invitation }) };
    reply({ ...this.#audience.whole(leads), ...more });
    const mine = leads ? undefined : this.#audience.mine(voter);
    if (mine) reply(mine);
  }

  close(): void {
    clearTimeout(this.#news);
    clearTimeout(this.#keeping);
    if (this.#keeping) this.#parts.keep(this.#audience.kept());
  }

  #changed(): void {
    this.#news ??= setTimeout(() => this.#tell(), NEWS).unref();
  }

  #tell(): void {
    this.#news = undefined;
    const news = this.#audience.takeNews();
    const followers = this.#followers === this.#followersSent ? {} : { followers: this.#followers };
    this.#followersSent = this.#followers;
    if (news || 'followers' in followers) this.#sendNews({ type: 'audience', ...news?.leads, ...followers }, 'leads');
    if (news && Object.keys(news.followers).length > 1) this.#sendNews(news.followers, 'followers');
    const counts = this.#audience.takeReactions();
    if (counts) this.#sendNews({ type: 'reactions', counts }, 'leads');
    if (news) this.#keeping ??= setTimeout(() => this.#keep(), KEEP).unref();
  }

  /** Everyone begins with what there is now. */
  #tellAll(): void {
    for (const to of ['leads', 'followers'] as const) this.#sendNews(this.#audience.whole(to === 'leads'), to);
    this.#sendNews({ type: 'mine', votes: [], answers: {} }, 'followers');
  }

  #keep(): void {
    this.#keeping = undefined;
    this.#parts.keep(this.#audience.kept());
  }

  /** Saves one after the other: holding the button down writes one file. */
  async #save(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    const whole = this.#audience.whole(true);
    const file = await this.#parts.save(answersOf(whole)).catch(() => undefined);
    this.#saving = false;
    if (file !== undefined) this.#sendNews({ type: 'saved', file }, 'leads');
  }
}
