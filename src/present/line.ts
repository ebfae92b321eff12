import type { WebSocket } from 'ws';
import type { PageMessage, ServerMessage } from '../stage/in-page/live-messages.ts';
import { readPageMessage } from './talk-messages.ts';

/** Messages a second; a hand that draws needs sixty. */
const MOST_MESSAGES = 240;
/** Messages that make no sense, before nobody listens any more. */
const MOST_JUNK = 50;
/** Bytes that may wait for somebody who does not read them; whoever connects again gets what is right by then. */
const MOST_WAITING = 4 * 1024 * 1024;

/** What becomes of a connection. */
export interface LineEvents {
  hear: (message: PageMessage) => void;
  /** The other side is there. */
  alive: () => void;
  gone: () => void;
}

/** Hears what makes sense, and closes the connection to those who say too much, or what does not. */
export function listen(socket: WebSocket, { hear, alive, gone }: LineEvents): void {
  let [junk, count, since] = [0, 0, 0];
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    alive();
    const now = Date.now();
    if (now - since > 1000) [count, since] = [0, now];
    count += 1;
    if (count > MOST_MESSAGES) return socket.close(1008, 'too many messages');
    const message = isBinary ? undefined : readPageMessage(data.toString('utf8'));
    if (!message) {
      junk += 1;
      return junk > MOST_JUNK ? socket.close(1008, 'no messages of a talk') : undefined;
    }
    try {
      hear(message);
    } catch {
      // What fails for one of them must not be the end of the talk.
      socket.close(1011, 'the server could not take this');
    }
  });
  socket.on('pong', alive);
  // What is too long or broken closes the connection by itself.
  socket.on('error', () => {});
  socket.on('close', gone);
}

/** A message as it is sent to everyone who gets it: these bytes are there once. */
export function encoded(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}

/** Sends, and gives up those who have long stopped reading. */
export function send(socket: WebSocket, bytes: Buffer): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MOST_WAITING) return socket.terminate();
  socket.send(bytes, { binary: false });
}
