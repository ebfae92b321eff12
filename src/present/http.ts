import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Certificate } from './certificate.ts';

/** The response to a request. */
export interface Answer {
  status: number;
  type?: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  /** Whether the content at this address never changes. */
  lasting?: boolean;
}

/** Longest time for a request: slower clients are refused. */
const LIMITS = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
};

/**
 * Creates a server.
 *
 * @param answer - what lies at a path; nothing else is ever served.
 * @param certificate - for HTTPS.
 */
export function createHttpServer(
  answer: (request: IncomingMessage, path: string) => Promise<Answer>,
  certificate?: Certificate,
): Server {
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    // The client may be gone before there is an answer.
    response.on('error', () => response.destroy());
    respond(request, response, answer).catch(() => response.destroy());
  };
  const server = certificate
    ? createSecureServer(
        { ...LIMITS, handshakeTimeout: 5000, minVersion: 'TLSv1.2', cert: certificate.cert, key: certificate.key },
        take,
      )
    : createServer(LIMITS, take);
  server.maxConnections = 4000;
  // Connections that do not read their answers are closed as well; connections to the talk are not among them.
  server.setTimeout(30_000);
  return server;
}

/** For whatever is opened by itself: an SVG file is a document, and could have scripts in it. */
const NOTHING_RUNS = [
  `default-src 'none'`,
  `style-src 'unsafe-inline'`,
  `img-src data:`,
  `font-src data:`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  'sandbox',
].join('; ');

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, path: string) => Promise<Answer>,
): Promise<void> {
  const { method, url = '/' } = request;
  const found: Answer =
    method === 'GET' || method === 'HEAD'
      ? await answer(request, url).catch(() => ({ status: 500 }))
      : { status: 405, headers: { allow: 'GET, HEAD' } };
  const body = found.body ?? TEXTS[found.status] ?? '';
  response.writeHead(found.status, {
    'content-type': found.type ?? 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': found.lasting ? 'private, max-age=31536000, immutable' : 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'content-security-policy': NOTHING_RUNS,
    ...found.headers,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

const TEXTS: Record<number, string> = {
  401: 'This talk needs an invitation: open the address that lectern printed.\n',
  403: 'This is not the address of this talk.\n',
  404: 'There is nothing here.\n',
  429: 'Too many wrong invitations. Wait a minute.\n',
};
