import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { waitFor, type Talk } from './talk.ts';

export interface Got {
  status: number;
  body: string;
  headers: http.IncomingHttpHeaders;
}

/** Asks for a path just as it is written, which `fetch` would tidy up. */
export function get(address: string, raw: string, headers: Record<string, string> = {}): Promise<Got> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path: raw, headers }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    request.on('error', reject);
    request.end();
  });
}

/** The cookie that an invitation gives. */
export async function accept(invitation: string): Promise<string> {
  const { headers } = await get(invitation, new URL(invitation).pathname);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

export interface Line {
  socket: WebSocket;
  heard: string[];
  /** The code that the connection was closed with. */
  closed: Promise<number>;
}

export async function connect(
  talk: Pick<Talk, 'address'>,
  view = 'slides',
  headers: Record<string, string> = {},
): Promise<Line> {
  const { host } = new URL(talk.address);
  const socket = new WebSocket(`ws://${host}/talk/${view}`, { headers: { origin: `http://${host}`, ...headers } });
  onTestFinished(() => socket.terminate());
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString()));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await once(socket, 'open');
  return { socket, heard, closed };
}

export const talkAt = (slide: string, changed = Date.now()): object => {
  const place = { slide, step: 0 };
  return { at: place, shown: place, black: false, frozen: false, timer: { since: null, spent: 0 }, changed };
};

/** The talk still answers, and moves. */
export async function expectServing(talk: Pick<Talk, 'address'>): Promise<void> {
  const [one, other] = [await connect(talk), await connect(talk)];
  one.socket.send(JSON.stringify({ type: 'talk', talk: talkAt('one') }));
  await waitFor(() => other.heard.some((message) => message.includes('"at":{"slide":"one"')), 'the talk');
}

/** Says just these lines, and takes everything that comes until the connection ends. */
export function rawRequest(talk: Pick<Talk, 'address'>, lines: string): Promise<string> {
  const { hostname, port } = new URL(talk.address);
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname);
    let got = '';
    socket.on('data', (data) => (got += data.toString()));
    // A connection that is just closed is an answer as well.
    socket.on('error', () => {});
    socket.on('close', () => resolve(got));
    socket.write(`${lines}Connection: close\r\n\r\n`);
  });
}

/** How many messages of a type somebody has heard. */
export function count({ heard }: Line, type: string): number {
  return heard.filter((text) => text.startsWith(`{"type":"${type}"`)).length;
}

export function say({ socket }: Line, message: object): void {
  socket.send(JSON.stringify(message));
}
