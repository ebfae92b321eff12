import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { DeckPatch, LiveFault, LiveFinding, PageMessage, ServerMessage } from '../client/live-messages.ts';
import type { SlideDrawing } from '../model/drawings-file.ts';
import type { Poll } from '../model/poll.ts';
import type { Talk } from '../client/talk.ts';
import type { Role } from './access.ts';
import { AudienceChannel, type AudienceParts, type Invite } from './audience/channel.ts';
import { isAudienceAct, isAudienceMessage } from './audience/read-messages.ts';
import { createServer, follows, HubClients, leads, speaks, type Client } from './hub-clients.ts';
import type { KeepDrawings } from './keep-drawings.ts';
import { encoded, listen, send, sendAway } from './line.ts';
import { isAboutRehearsals, type HubRehearsals } from './rehearsals.ts';
import { TalkDrawings } from './talk-drawings.ts';
import { LONGEST_MESSAGE } from './talk-messages.ts';
import { WholeDecks, type WholeDeckSource } from './whole-decks.ts';

/** The parts of a deck's state that the hub uses. */
export interface HubDeck extends WholeDeckSource {
  /** A patch as those may see it who only look. */
  forFollowers: (patch: DeckPatch) => DeckPatch;
  faults: () => LiveFault[];
  /** Findings of the check. */
  findings: () => LiveFinding[];
  polls: () => readonly Poll[];
}

/** Optional parts of a hub. */
export interface HubParts {
  /** Records the times of slides. */
  rehearsals?: HubRehearsals | undefined;
  /** Drawings of an earlier talk. */
  drawings?: readonly SlideDrawing[] | undefined;
  /** Keeps all drawings and tells the speaker; never fails. */
  keepDrawings?: KeepDrawings | undefined;
  /** `undefined` where nobody follows. */
  audience?: HubAudience | undefined;
}

/** Facts about followers that the hub knows. */
export interface HubAudience extends AudienceParts {
  /** The number that a cookie header proves. */
  voterOf: (cookies: string | undefined) => string | undefined;
  invite: Invite;
}

/** Longest message of followers, in bytes: a question. */
const LONGEST_OF_FOLLOWERS = 8 * 1024;
/** Most followers; connections are left for the speaker. */
const MOST_FOLLOWERS = 3000;
/** Clients that say hello again sooner are not answered, in ms. */
const NEXT_HELLO = 1000;

/** Everyone who has the talk open, and where it is. */
export class SessionHub {
  readonly #deck: HubDeck;
  readonly #rehearsals: HubRehearsals | undefined;
  readonly #server = createServer(LONGEST_MESSAGE);
  readonly #followerServer = createServer(LONGEST_OF_FOLLOWERS);
  readonly #clients = new HubClients();
  readonly #drawings: TalkDrawings;
  readonly #keepDrawings: HubParts['keepDrawings'];
  readonly #wholeDecks: WholeDecks;
  readonly #voterOf: HubAudience['voterOf'];
  readonly #audience: AudienceChannel | undefined;
  #talk: Talk | undefined;

  constructor(deck: HubDeck, { rehearsals, audience, drawings, keepDrawings }: HubParts = {}) {
    this.#deck = deck;
    this.#drawings = new TalkDrawings(drawings);
    this.#keepDrawings = keepDrawings;
    this.#rehearsals = rehearsals;
    this.#wholeDecks = new WholeDecks(deck);
    this.#voterOf = audience?.voterOf ?? (() => undefined);
    this.#audience =
      audience &&
      new AudienceChannel(audience, audience.invite, (news, to) =>
        this.#clients.broadcast(news, to === 'leads' ? leads : follows),
      );
  }

  enter(request: IncomingMessage, stream: Duplex, head: Buffer, role: Role): void {
    const voter = this.#voterOf(request.headers.cookie);
    const address = request.socket.remoteAddress ?? '';
    const server = role === 'follower' ? this.#followerServer : this.#server;
    server.handleUpgrade(request, stream, head, (socket) => {
      const client: Client = { role, voter, address, shows: false, alive: true, greeted: 0, version: '' };
      listen(socket, {
        hear: (message) => this.#take(message, socket, client),
        alive: () => (client.alive = true),
        gone: () => {
          this.#clients.remove(socket);
          if (client.shows) this.#sendWindowCount();
          this.#countFollowers();
        },
      });
      if (role === 'follower' && this.#clients.size >= MOST_FOLLOWERS) sendAway(socket, 1013, 'too many followers');
      else this.#clients.add(socket, client);
      this.#countFollowers();
    });
  }

  /** Tells everyone what has changed. */
  sendPatch(patch: DeckPatch): void {
    this.#takePolls();
    this.#clients.broadcast(patch, leads);
    this.sendFaults(this.#deck.faults());
    if (this.#clients.count(follows) > 0) this.#clients.broadcast(this.#deck.forFollowers(patch), follows);
  }

  /** Starts when there is a deck for the first time; clients that came earlier have one of an earlier run. */
  begin(): void {
    this.#takePolls();
    for (const [socket, client] of this.#clients.entries()) {
      if (client.greeted > 0) this.#sendWhole(socket, client);
    }
    this.sendFaults([]);
  }

  #takePolls(): void {
    this.#audience?.setPolls(this.#deck.polls());
    if (this.#talk) this.#audience?.reach(this.#talk.shown.slide);
  }

  sendFaults(faults: LiveFault[]): void {
    this.#clients.broadcast({ type: 'faults', faults }, leads);
  }

  /** For the speaker alone: an audience has other things to look at. */
  sendFindings(findings: LiveFinding[]): void {
    this.#clients.broadcast({ type: 'findings', findings }, speaks);
  }

  /** Tells the speaker's windows alone. */
  sendToSpeaker(message: ServerMessage): void {
    this.#clients.broadcast(message, speaks);
  }

  /** Everyone loads the page again. */
  reload(): void {
    this.#takePolls();
    this.#clients.broadcast({ type: 'reload' }, () => true);
  }

  close(): void {
    this.#clients.close();
    this.#audience?.close();
    this.#server.close();
    this.#followerServer.close();
  }

  #take(message: PageMessage, from: WebSocket, client: Client): void {
    if (message.type === 'hello') return this.#takeHello(message, from, client);
    if (isAudienceMessage(message)) {
      const reply = (news: ServerMessage): void => send(from, encoded(news));
      if (leads(client) && !isAudienceAct(message)) {
        this.#audience?.order(message);
        if (this.#talk) this.#audience?.reach(this.#talk.shown.slide);
      }
      if (follows(client) && isAudienceAct(message)) this.#audience?.act(message, client, reply);
      return;
    }
    if (!leads(client)) return;
    if (message.type === 'keep-drawings') {
      if (speaks(client)) void this.#keepDrawings?.(this.#drawings.messages(true), message.size);
      return;
    }
    if (isAboutRehearsals(message)) return speaks(client) ? this.#rehearsals?.take(message) : undefined;
    if (message.type === 'talk') return this.#takeTalk(message.talk, from);
    if (message.type === 'drawing') return this.#takeDrawing(message, from);
    const shown = message.type === 'trace' ? message.slide === this.#talk?.shown.slide : this.#talk?.frozen !== true;
    this.#clients.broadcast(message, (other) => leads(other) || shown, from);
  }

  #takeHello(message: Extract<PageMessage, { type: 'hello' }>, from: WebSocket, client: Client): void {
    const now = Date.now();
    if (now - client.greeted < NEXT_HELLO) return;
    client.greeted = now;
    client.version = message.version;
    if (message.talk && leads(client)) this.#takeTalk(message.talk, from);
    client.shows = speaks(client) && message.presents !== true;
    if (leads(client)) this.#sendWindowCount();
    this.#greet(from, client);
  }

  #takeTalk(next: Talk, from: WebSocket): void {
    const before = this.#talk;
    if (before && next.changed <= before.changed) return;
    this.#talk = next;
    this.#rehearsals?.hear(next);
    this.#clients.broadcast({ type: 'talk', talk: next }, leads, from);
    const { shown, black } = next;
    if (before?.black === black && JSON.stringify(before.shown) === JSON.stringify(shown)) return;
    this.#audience?.reach(shown.slide);
    this.#clients.broadcast({ type: 'shown', shown, black }, follows);
    this.#showDrawing(shown.slide);
  }

  #takeDrawing(message: Extract<PageMessage, { type: 'drawing' }>, from: WebSocket): void {
    if (!this.#drawings.take(message)) return;
    this.#clients.broadcast(message, leads, from);
    if (message.slide === this.#talk?.shown.slide) this.#showDrawing(message.slide);
  }

  /** Sends followers a drawing when the audience gets it: drawings on other slides are not for them yet. */
  #showDrawing(slide: string): void {
    const drawing = this.#drawings.show(slide);
    if (drawing) this.#clients.broadcast(drawing, follows);
  }

  #greet(socket: WebSocket, client: Client): void {
    const sendTo = (message: ServerMessage): void => send(socket, encoded(message));
    sendTo({ type: 'clock', now: Date.now() });
    this.#sendWhole(socket, client);
    if (leads(client)) sendTo({ type: 'faults', faults: this.#deck.faults() });
    if (speaks(client)) {
      sendTo({ type: 'findings', findings: this.#deck.findings() });
      for (const message of this.#rehearsals?.news() ?? []) sendTo(message);
    }
    for (const drawing of this.#drawings.messages(leads(client))) sendTo(drawing);
    this.#audience?.greet(leads(client), client.voter, sendTo);
    if (!this.#talk) return;
    const { shown, black } = this.#talk;
    sendTo(leads(client) ? { type: 'talk', talk: this.#talk } : { type: 'shown', shown, black });
  }

  #sendWhole(socket: WebSocket, client: Client): void {
    const whole = this.#wholeDecks.messageFor(client.role, client.version);
    if (whole) send(socket, whole);
  }

  #countFollowers(): void {
    this.#audience?.countFollowers(this.#clients.count(follows));
  }

  #sendWindowCount(): void {
    const slides = this.#clients.count(({ shows }) => shows);
    this.#clients.broadcast({ type: 'windows', slides }, leads);
  }
}
