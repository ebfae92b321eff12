import { lookup } from 'node:dns';
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-addresses.ts';

export interface FetchRules {
  /** Whether a connection to an IP address may be made. @default to those of the public web */
  mayConnect?: (address: string) => boolean;
}

/** Bytes; an image that is larger makes a deck that nobody can send. */
const LARGEST = 20_000_000;
const REDIRECTS = 5;
/** Milliseconds for an image, redirects included. */
const TIMEOUT = 30_000;

/**
 * Loads an image from the web.
 *
 * @throws Error with the reason as the end of a message
 */
export async function fetchPicture(address: string, { mayConnect = isPublicAddress }: FetchRules): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(TIMEOUT);
  let next = checked(new URL(address), mayConnect);
  for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
    const response = await ask(next, { signal, mayConnect });
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      if (!URL.canParse(headers.location, next)) throw new Error('it leads to an invalid address');
      next = checked(new URL(headers.location, next), mayConnect);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new Error(`the server answers ${statusCode}`);
    }
    return bodyOf(response);
  }
  throw new Error(`it redirects more than ${REDIRECTS} times`);
}

/** Refuses what is not to be asked, before anything is asked. */
function checked(url: URL, mayConnect: (address: string) => boolean): URL {
  if (!['http:', 'https:'].includes(url.protocol)) throw new Error(`it leads to ${url.protocol}, expected https:`);
  if (url.username || url.password) throw new Error('the address has a user name or a password in it');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayConnect(host)) throw notPublic();
  return url;
}

function notPublic(): Error {
  return new Error('the address is not one of the public web');
}

interface Asking {
  signal: AbortSignal;
  mayConnect: (address: string) => boolean;
}

function ask(url: URL, { signal, mayConnect }: Asking): Promise<IncomingMessage> {
  const options: RequestOptions = {
    agent: false,
    signal,
    lookup: guardedLookup(mayConnect),
    headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'lectern' },
  };
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (url.protocol === 'https:' ? https : http).get(url, options, resolve);
    request.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.name === 'AbortError' ? new Error(`no answer within ${TIMEOUT / 1000} s`) : error);
    });
  });
}

/** Looks up a name, and refuses it where it means a computer that is not on the public web: what was looked up is what is called. */
function guardedLookup(mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const [first] = found;
      if (!first || found.some(({ address }) => !mayConnect(address))) return callback(notPublic(), '');
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

async function bodyOf(response: IncomingMessage): Promise<Uint8Array> {
  const tooLarge = new Error(`it is larger than ${LARGEST / 1e6} MB`);
  if (Number(response.headers['content-length'] ?? 0) > LARGEST) {
    response.destroy();
    throw tooLarge;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > LARGEST) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
