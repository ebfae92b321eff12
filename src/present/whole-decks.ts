import type { DeckPatch } from '../client/live-messages.ts';
import type { Role } from './access.ts';
import { encoded } from './line.ts';

/** The source of a deck that is sent. */
export interface WholeDeckSource {
  /** `undefined` until there is a deck. */
  version: () => string | undefined;
  /** A page that has another version can take up this one while it is open. */
  takesUp: (known: string) => boolean;
  /** The deck for a page that has another version of it. */
  whole: (role: Role) => DeckPatch | undefined;
}

/** The deck for clients with another version of it, made once for each version and kind of client. */
export class WholeDecks {
  readonly #deck: WholeDeckSource;
  #kept = { version: '', texts: new Map<boolean, Buffer>() };

  constructor(deck: WholeDeckSource) {
    this.#deck = deck;
  }

  /** @returns what to send to somebody who has a version; `undefined` where they have it all. */
  messageFor(role: Role, known: string): Buffer | undefined {
    const version = this.#deck.version();
    if (version === undefined || version === known) return undefined;
    return this.#deck.takesUp(known) ? this.#whole(role, version) : encoded({ type: 'reload' });
  }

  #whole(role: Role, version: string): Buffer | undefined {
    if (this.#kept.version !== version) this.#kept = { version, texts: new Map() };
    const follows = role === 'follower';
    const kept = this.#kept.texts.get(follows);
    if (kept) return kept;
    const whole = this.#deck.whole(role);
    if (!whole) return undefined;
    const made = encoded(whole);
    this.#kept.texts.set(follows, made);
    return made;
  }
}
