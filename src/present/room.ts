import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { DeckPatch, LiveFault, LiveFinding, PageMessage, ServerMessage } from '../stage/in-page/live-messages.ts';
import type { Drawing, Talk } from '../stage/in-page/talk.ts';
import type { Role } from './guests.ts';
import { LONGEST_MESSAGE, readPageMessage } from './talk-messages.ts';

/** What a room asks of the deck. */
export interface RoomDeck {
  version: () => string;
  /** The deck for a page that has another version of it. */
  whole: (role: Role, known: string) => DeckPatch | { type: 'reload' } | undefined;
  /** A patch as those may see it who only look. */
  forFollowers: (patch: DeckPatch) => DeckPatch;
  faults: () => LiveFault[];
  /** What the check found. */
  findings: () => LiveFinding[];
}

/** Slides with drawings; no talk has more. */
const MOST_DRAWINGS = 2000;
/** Messages a second; a hand that draws needs sixty. */
const MOST_MESSAGES = 240;
/** Messages that make no sense, before nobody listens any more. */
const MOST_JUNK = 50;

/** Everyone who has the talk open, and where it stands. */
export class Room {
  readonly #deck: RoomDeck;
  // Small messages: compressing them would cost each follower a window of memory.
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, perMessageDeflate: false });
  readonly #sockets = new Map<WebSocket, Role>();
  /** Windows that show the slides to an audience. */
  readonly #slides = new Set<WebSocket>();
  readonly #drawings = new Map<string, Drawing>();
  #talk: Talk | undefined;

  constructor(deck: RoomDeck) {
    this.#deck = deck;
  }

  enter(request: IncomingMessage, stream: Duplex, head: Buffer, role: Role): void {
    this.#server.handleUpgrade(request, stream, head, (socket) => {
      this.#sockets.set(socket, role);
      const hear = (message: PageMessage): void => this.#take(message, socket, role);
      listen(socket, hear, () => {
        this.#sockets.delete(socket);
        if (this.#slides.delete(socket)) this.#tellWindows();
      });
    });
  }

  /** Tells everyone what has changed. */
  tell(patch: DeckPatch): void {
    this.#broadcast(patch, leads);
    this.tellFaults([]);
    if ([...this.#sockets.values()].some(follows)) this.#broadcast(this.#deck.forFollowers(patch), follows);
  }

  tellFaults(faults: LiveFault[]): void {
    this.#broadcast({ type: 'faults', faults }, leads);
  }

  /** For the speaker alone: an audience has other things to look at. */
  tellFindings(findings: LiveFinding[]): void {
    this.#broadcast({ type: 'findings', findings }, speaks);
  }

  /** Everyone loads the page anew. */
  reload(): void {
    this.#broadcast({ type: 'reload' }, () => true);
  }

  close(): void {
    for (const socket of this.#sockets.keys()) socket.terminate();
    this.#server.close();
  }

  #take(message: PageMessage, from: WebSocket, role: Role): void {
    if (message.type === 'hello') {
      if (message.talk && leads(role)) this.#takeTalk(message.talk, from);
      if (role === 'speaker' && message.presents !== true) this.#slides.add(from);
      this.#tellWindows();
      return this.#greet(from, role, message.version);
    }
    if (!leads(role)) return;
    if (message.type === 'talk') return this.#takeTalk(message.talk, from);
    if (message.type === 'drawing') {
      const known = this.#drawings.get(message.slide);
      if (known && message.drawing.changed <= known.changed) return;
      if (!known && this.#drawings.size >= MOST_DRAWINGS) return;
      this.#drawings.set(message.slide, message.drawing);
    }
    this.#broadcast(message, (other) => leads(other) || this.#talk?.frozen !== true, from);
  }

  #takeTalk(next: Talk, from: WebSocket): void {
    const before = this.#talk;
    if (before && next.changed <= before.changed) return;
    this.#talk = next;
    this.#broadcast({ type: 'talk', talk: next }, leads, from);
    const { shown, black } = next;
    const same = before?.shown.slide === shown.slide && before.shown.step === shown.step && before.black === black;
    if (!same) this.#broadcast({ type: 'shown', shown, black }, follows);
  }

  #greet(socket: WebSocket, role: Role, version: string): void {
    const send = (message: ServerMessage): void => socket.send(JSON.stringify(message));
    send({ type: 'clock', now: Date.now() });
    const whole = version === this.#deck.version() ? undefined : this.#deck.whole(role, version);
    if (whole) send(whole);
    if (leads(role)) send({ type: 'faults', faults: this.#deck.faults() });
    if (speaks(role)) send({ type: 'findings', findings: this.#deck.findings() });
    for (const [slide, drawing] of this.#drawings) send({ type: 'drawing', slide, drawing });
    if (!this.#talk) return;
    const { shown, black } = this.#talk;
    send(leads(role) ? { type: 'talk', talk: this.#talk } : { type: 'shown', shown, black });
  }

  #tellWindows(): void {
    this.#broadcast({ type: 'windows', slides: this.#slides.size }, leads);
  }

  /** @param but - knows it already. */
  #broadcast(message: ServerMessage, to: (role: Role) => boolean, but?: WebSocket): void {
    const text = JSON.stringify(message);
    for (const [socket, role] of this.#sockets) {
      if (socket !== but && to(role) && socket.readyState === socket.OPEN) socket.send(text);
    }
  }
}

const leads = (role: Role): boolean => role !== 'follower';
const speaks = (role: Role): boolean => role === 'speaker';
const follows = (role: Role): boolean => role === 'follower';

/** Hears what makes sense, and closes the connection to those who say too much, or what does not. */
function listen(socket: WebSocket, hear: (message: PageMessage) => void, gone: () => void): void {
  let [junk, count, since] = [0, 0, 0];
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const now = Date.now();
    if (now - since > 1000) [count, since] = [0, now];
    count += 1;
    if (count > MOST_MESSAGES) return socket.close(1008, 'too many messages');
    const message = isBinary ? undefined : readPageMessage(data.toString('utf8'));
    if (message) return hear(message);
    junk += 1;
    if (junk > MOST_JUNK) socket.close(1008, 'no messages of a talk');
  });
  // What is too long or broken closes the connection by itself.
  socket.on('error', () => {});
  socket.on('close', gone);
}
