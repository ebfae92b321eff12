import { WebSocketServer, type WebSocket } from 'ws';
import type { ServerMessage } from '../client/live-messages.ts';
import type { Role } from './access.ts';
import type { Sender } from './audience/audience.ts';
import { encoded, send } from './line.ts';

/** How often windows hear something when nothing happens, so that both sides know that the other is there, in ms. */
const PULSE = 15_000;

/** A window that is connected. */
export interface Client extends Sender {
  role: Role;
  /** It shows the slides to an audience. */
  shows: boolean;
  /** It was heard since the last pulse. */
  alive: boolean;
  /** When it was greeted last. */
  greeted: number;
  /** The version of the deck that it had then. */
  version: string;
}

/** The windows that are connected, and whether they still are. */
export class HubClients {
  readonly #clients = new Map<WebSocket, Client>();
  readonly #pulse: NodeJS.Timeout;

  constructor() {
    this.#pulse = setInterval(() => this.#beat(), PULSE);
    this.#pulse.unref();
  }

  get size(): number {
    return this.#clients.size;
  }

  add(socket: WebSocket, client: Client): void {
    this.#clients.set(socket, client);
  }

  remove(socket: WebSocket): void {
    this.#clients.delete(socket);
  }

  entries(): Iterable<[WebSocket, Client]> {
    return this.#clients;
  }

  count(isMeant: (client: Client) => boolean): number {
    return [...this.#clients.values()].filter(isMeant).length;
  }

  /** @param but - knows it already. */
  broadcast(message: ServerMessage, to: (client: Client) => boolean, but?: WebSocket): void {
    const bytes = encoded(message);
    for (const [socket, client] of this.#clients) if (socket !== but && to(client)) send(socket, bytes);
  }

  close(): void {
    clearInterval(this.#pulse);
    for (const socket of this.#clients.keys()) socket.terminate();
  }

  /** Removes clients that were not heard since the last time, because the network failed or the device sleeps. */
  #beat(): void {
    const clock = encoded({ type: 'clock', now: Date.now() });
    for (const [socket, client] of this.#clients) {
      if (!client.alive) {
        socket.terminate();
        continue;
      }
      client.alive = false;
      socket.ping();
      send(socket, clock);
    }
  }
}

/** Makes a server of small messages: compressing them would cost each follower a window of memory. */
export function createServer(maxPayload: number): WebSocketServer {
  // Each line answers by itself, as far as somebody reads it.
  return new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, autoPong: false });
}

export const leads = ({ role }: Client): boolean => role !== 'follower';
export const speaks = ({ role }: Client): boolean => role === 'speaker';
export const follows = ({ role }: Client): boolean => role === 'follower';
