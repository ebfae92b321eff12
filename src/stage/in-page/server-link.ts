import type { PageMessage, ServerMessage } from './live-messages.ts';

/** The way to the server that a page comes from. */
export interface ServerLink {
  send: (message: PageMessage) => void;
}

/**
 * Keeps a connection to the server; where it breaks off – the server is started anew, the laptop slept, the network is
 * gone – it is made again.
 *
 * @param hello - what is said first, each time.
 * @param hear - `undefined` when the connection is gone.
 */
export function linkServer(
  view: string,
  hello: () => PageMessage | undefined,
  hear: (message: ServerMessage | undefined) => void,
): ServerLink {
  const address = `${location.origin.replace(/^http/, 'ws')}/talk/${view}`;
  let socket: WebSocket | undefined;
  let wait = 250;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const send = (message: PageMessage): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  const connect = (): void => {
    clearTimeout(soon);
    socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      wait = 250;
      const first = hello();
      if (first) send(first);
    });
    socket.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as ServerMessage));
    socket.addEventListener('close', () => {
      hear(undefined);
      soon = setTimeout(connect, wait);
      wait = Math.min(wait * 2, 4000);
    });
  };
  const now = (): void => {
    if (socket?.readyState !== WebSocket.CLOSED) return;
    wait = 250;
    connect();
  };
  window.addEventListener('online', now);
  document.addEventListener('visibilitychange', now);
  connect();
  return { send };
}
