import type { PageMessage, ServerMessage } from './live-messages.ts';

/** The way to the server that a page comes from. */
export interface ServerLink {
  send: (message: PageMessage) => void;
}

/**
 * Keeps a connection to the server; where it breaks off – the server is started again, the laptop slept, the network is
 * gone – it is made again.
 *
 * @param hello - makes the first message of each connection.
 * @param hear - `undefined` when the connection is gone.
 */
export function linkServer(
  view: string,
  hello: () => PageMessage[],
  hear: (message: ServerMessage | undefined) => void,
): ServerLink {
  const address = `${location.origin.replace(/^http/, 'ws')}/talk/${view}`;
  // The server says something every 15 s; where it does not, the connection only looks like one.
  const silence = 40_000;
  let socket: WebSocket | undefined;
  let wait = 250;
  let heard = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const send = (message: PageMessage): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  /** A server closes connections that send too much at once. */
  const sendSlowly = (messages: PageMessage[]): void => {
    for (const message of messages.slice(0, 100)) send(message);
    const [rest, at] = [messages.slice(100), socket];
    if (rest.length > 0) setTimeout(() => at === socket && sendSlowly(rest), 1100);
  };
  const connect = (): void => {
    clearTimeout(soon);
    const made = new WebSocket(address);
    socket = made;
    heard = Date.now();
    made.addEventListener('open', () => {
      wait = 250;
      sendSlowly(hello());
    });
    made.addEventListener('message', ({ data }) => {
      heard = Date.now();
      if (made === socket) hear(JSON.parse(String(data)) as ServerMessage);
    });
    made.addEventListener('close', () => lost(made));
  };
  const lost = (made: WebSocket | undefined): void => {
    if (made !== socket) return;
    socket = undefined;
    hear(undefined);
    soon = setTimeout(connect, wait);
    wait = Math.min(wait * 2, 4000);
  };
  /** One that is dead may take minutes to say so. */
  const look = (): void => {
    if (!socket || Date.now() - heard < silence) return;
    const dead = socket;
    lost(dead);
    dead.close();
  };
  const now = (): void => {
    look();
    if (socket) return;
    wait = 250;
    connect();
  };
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', now);
  setInterval(look, 5000);
  connect();
  return { send };
}
