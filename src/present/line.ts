import type { WebSocket } from 'ws';
import type { PageMessage, ServerMessage } from '../client/live-messages.ts';
import { readPageMessage } from './talk-messages.ts';

/** Messages a second; a hand that draws needs sixty. */
const MOST_MESSAGES = 240;
/** Messages that make no sense, before nobody listens any more. */
const MOST_JUNK = 50;
/** Bytes that may wait for a client that does not read them; on its next connection it gets the current state. */
const MOST_WAITING = 4 * 1024 * 1024;

/** Events of a connection. */
export interface LineEvents {
  hear: (message: PageMessage) => void;
  /** The other side is there. */
  alive: () => void;
  gone: () => void;
}

/** Passes on valid messages, and closes the connection to clients that send too many, or invalid ones. */
export function listen(socket: WebSocket, { hear, alive, gone }: LineEvents): void {
  let [junk, count, since] = [0, 0, 0];
  const isWithinLimit = (): boolean => {
    alive();
    const now = Date.now();
    if (now - since > 1000) [count, since] = [0, now];
    count += 1;
    if (count > MOST_MESSAGES) sendAway(socket, 1008, 'too many messages');
    return count <= MOST_MESSAGES;
  };
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isWithinLimit()) return;
    const message = isBinary ? undefined : readPageMessage(data.toString('utf8'));
    if (!message) {
      junk += 1;
      return junk > MOST_JUNK ? sendAway(socket, 1008, 'no messages of a talk') : undefined;
    }
    try {
      hear(message);
    } catch {
      // What fails for one of them must not be the end of the talk.
      sendAway(socket, 1011, 'the server could not take this');
    }
  });
  socket.on('pong', alive);
  // Answers that nobody reads would be kept for ever.
  socket.on('ping', (data: Buffer) => {
    if (isWithinLimit()) answer(socket, () => socket.pong(data));
  });
  // What is too long or broken closes the connection by itself.
  socket.on('error', () => {});
  socket.on('close', gone);
}

/** Time that a client has to agree when it is sent away, in ms. */
const FAREWELL = 1000;

/** Closes a connection with a code and a reason. */
export function sendAway(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), FAREWELL);
  socket.once('close', () => clearTimeout(timer));
}

/** Encodes a message once for all its receivers. */
export function encoded(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}

/** Sends as long as somebody reads. */
export function send(socket: WebSocket, bytes: Buffer): void {
  answer(socket, () => socket.send(bytes, { binary: false }));
}

/** Sends, and drops clients that have long stopped reading. */
function answer(socket: WebSocket, sending: () => void): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MOST_WAITING) return socket.terminate();
  sending();
}
