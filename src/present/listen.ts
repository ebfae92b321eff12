import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { LecternError } from '../model/errors.ts';
import type { Access, Role } from './access.ts';
import { roleOf } from './serve.ts';

/** Where talks are served, or at one of the next. */
const PORT = 4880;
const PORTS_TRIED = 20;

/**
 * @param port - `undefined` for the usual one, or the next that is free. @throws LecternError `USAGE` where the address
 * cannot be listened on
 */
export async function listen(server: Server, host: string, port: number | undefined): Promise<void> {
  const ports = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, index) => PORT + index) : [port];
  for (const candidate of ports) {
    const problem = await tryPort(server, host, candidate);
    if (!problem) return;
    if (problem.code === 'EADDRINUSE' && candidate !== ports.at(-1)) continue;
    const reasons = new Map(
      Object.entries({
        EADDRINUSE: 'the port is already in use',
        EACCES: 'permission denied',
        EADDRNOTAVAIL: 'this computer does not have that address',
        ENOTFOUND: 'unknown host name',
      }),
    );
    const reason = reasons.get(problem.code ?? '') ?? problem.message;
    throw new LecternError('USAGE', `cannot listen on ${host}:${candidate}: ${reason}`, {
      advice: 'Choose another with --port or --host.',
      cause: problem,
    });
  }
}

function tryPort(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve(error);
    server.once('error', fail);
    server.listen({ host, port }, () => {
      server.off('error', fail);
      // A connection that cannot be accepted, for want of file handles perhaps, is lost; the next one may be accepted.
      server.on('error', () => {});
      resolve(undefined);
    });
  });
}

/** Returns the port of a server. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

/** Connections to the talk: those that a page of this server makes, for a role that its reader has. */
export function onConnection(
  server: Server,
  rules: {
    access: Access;
    roles: ReadonlySet<Role>;
    isOurHost: (host: string | undefined) => boolean;
    /** Pages come by HTTPS. */
    secure: boolean;
  },
  enter: (request: IncomingMessage, socket: Duplex, head: Buffer, role: Role) => void,
): void {
  server.on('upgrade', (request, socket, head) => {
    // Node takes its own listeners off here: a connection that breaks must not end the talk, and one that waits has to go.
    socket.on('error', () => socket.destroy());
    const { host, origin, cookie } = request.headers;
    const role = roleOf(/^\/talk\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '');
    // Pages of other sites may connect to anything; they cannot hide that they are others'.
    const ours = rules.isOurHost(host) && origin === `${rules.secure ? 'https' : 'http'}://${host}`;
    if (ours && role && rules.roles.has(role) && rules.access.has(cookie, role))
      return enter(request, socket, head, role);
    refuse(socket);
  });
}

/** How long a refused connection may take to read its answer, in ms. */
const REFUSAL = 1000;

/** Answers, and closes the connection whether the other side does or not. */
function refuse(socket: Duplex): void {
  const timer = setTimeout(() => socket.destroy(), REFUSAL);
  socket.once('close', () => clearTimeout(timer));
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
}
