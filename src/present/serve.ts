import type { IncomingMessage } from 'node:http';
import { readPlainFile } from '../files/plain-file.ts';
import { faultLines } from '../client/fault-overlay.ts';
import type { LiveFault, LiveOptions } from '../client/live-messages.ts';
import type { Access, Role } from './access.ts';
import { APP_ICONS } from './app-icons.ts';
import { appManifest, MANIFESTS } from './app-manifest.ts';
import { isOpen } from './allowed-hosts.ts';
import type { Answer } from './http.ts';
import { escapeHtml } from '../render/document-head.ts';
import type { ShownDeck } from './shown-deck.ts';
import { STILL_FILMS } from './still-films.ts';
import { MEDIA_TYPES } from '../model/media-types.ts';

/** The content that a server serves. */
export interface Served {
  deck: () => ShownDeck | undefined;
  page: (view: LiveOptions['view']) => Promise<string | undefined>;
  /** Errors that prevent the deck from being shown. */
  faults: () => readonly LiveFault[];
  access: Access;
  /** Roles that somebody may have here. */
  roles: ReadonlySet<Role>;
  isOurHost: (header: string | undefined) => boolean;
  /** Pages come by HTTPS. */
  secure: boolean;
}

/** The start page of each role. */
export const HOMES: Record<Role, string> = { speaker: '/', remote: '/remote', follower: '/follow' };
export const VIEWS: Record<Role, LiveOptions['view']> = { speaker: 'slides', remote: 'remote', follower: 'follower' };

/** Returns the role that a view requires. */
export function roleOf(view: string): Role | undefined {
  return (Object.keys(VIEWS) as Role[]).find((role) => VIEWS[role] === view);
}

/** Answers requests: pages, the deck's own files, invitations; nothing comes from a path on the disk that was asked for. */
export function answerWith(served: Served): (request: IncomingMessage, path: string) => Promise<Answer> {
  const { access, roles, isOurHost } = served;
  return async (request, address) => {
    const { host, cookie } = request.headers;
    if (!isOurHost(host) || request.headersDistinct['host']?.length !== 1) return { status: 403 };
    const from = request.socket.remoteAddress ?? '';
    const path = address.split('?', 1)[0] ?? '';
    const [, roleName, token] = /^\/join\/(speaker|remote|follower)\/([\w-]+)$/.exec(path) ?? [];
    const invited = [...roles].find((role) => role === roleName);
    if (invited && token) return join(invited, token, { from, cookie }, access);
    const has = (role: Role): boolean => roles.has(role) && access.has(cookie, role);
    const home = [...roles].find((role) => HOMES[role] === path);
    if (home && !has(home)) return { status: 401 };
    const icon = APP_ICONS.get(path);
    if (icon) return { status: 200, type: icon.mediaType, body: icon.bytes, lasting: true };
    if (![...roles].some(has)) return { status: path.startsWith('/favicon') ? 404 : 401 };
    if (home) {
      const html = await served.page(VIEWS[home]);
      if (html === undefined) return waiting(served.faults());
      const isNew = home === 'follower' && access.voter(cookie) === undefined;
      const secure = served.secure || !isOpen(host?.replace(/:\d+$/, '') ?? '');
      return page(html, { ...(isNew && { 'set-cookie': access.newVoter() }), ...(secure && ISOLATED) });
    }
    const installed = MANIFESTS.get(path);
    if (installed) return has(installed) ? manifest(installed, served) : { status: 401 };
    const film = STILL_FILMS.get(path);
    if (film) return part(film.bytes, film.mediaType, request.headers.range);
    const deck = served.deck();
    return deck ? file(deck, path, request.headers.range) : { status: 404 };
  };
}

/** A token that is right is taken, however many wrong ones came from the same address. */
function join(
  role: Role,
  token: string,
  { from, cookie }: { from: string; cookie: string | undefined },
  access: Access,
): Answer {
  const given = access.admit(role, token);
  if (given) return { status: 303, headers: { location: HOMES[role], 'set-cookie': given } };
  // Clients that are in already may follow an invitation again.
  if (access.has(cookie, role)) return { status: 303, headers: { location: HOMES[role] } };
  if (access.tooMany(from)) return { status: 429 };
  access.failed(from);
  return { status: 401 };
}

/** Until the deck can be shown for the first time; it asks again by itself. */
function waiting(faults: readonly LiveFault[]): Answer {
  const content =
    faults.length > 0
      ? `<h1>The deck cannot be shown yet</h1><pre>${escapeHtml(faultLines(faults))}</pre><p>Fix this to show the deck.</p>`
      : `<h1>The deck is being compiled</h1><p>It is shown as soon as that is done.</p>`;
  return {
    status: 503,
    type: MEDIA_TYPES.html,
    body: [
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1">`,
      `<title>Not yet</title><style>body{margin:0;padding:10vh 8vw;background:#14161b;color:#e9ecf2;font:18px/1.6 sans-serif}`,
      `pre{padding:20px 24px;border-left:4px solid #ff7a66;background:#4a1c22;color:#ffe1e1;white-space:pre-wrap;font:15px/1.6 monospace}</style>`,
      content,
    ].join('\n'),
    headers: { 'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'` },
  };
}

/** Pages of others that have opened this one lose hold of it. Browsers know this on local addresses and HTTPS only. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin' };

/** The page's own policy is in the page; what only a header can say is added. */
function page(html: string, more: Record<string, string>): Answer {
  const headers = { 'content-security-policy': `frame-ancestors 'none'`, ...more };
  return { status: 200, type: MEDIA_TYPES.html, body: html, headers };
}

function manifest(role: Role, { access, deck }: Served): Answer {
  const body = appManifest(role, access, { title: deck()?.title ?? '', home: HOMES[role] });
  return { status: 200, type: 'application/manifest+json; charset=utf-8', body };
}

async function file(deck: ShownDeck, path: string, range: string | undefined): Promise<Answer> {
  if (path === deck.styleAddress) {
    return { status: 200, type: MEDIA_TYPES.css, body: deck.css, lasting: true };
  }
  const image = deck.images.get(path);
  if (image) return part(image.bytes, image.mediaType, range);
  const linked = deck.styleFiles.get(path);
  // The path may be something else by now: reading anything but a file might never end.
  const body = linked && (await readPlainFile(linked.file).catch(() => undefined));
  return linked && body ? { status: 200, type: linked.mediaType, body, lasting: true } : { status: 404 };
}

/** Videos are asked for piece by piece (RFC 9110, 14.2). */
function part(bytes: Uint8Array, type: string, range: string | undefined): Answer {
  const headers = { 'accept-ranges': 'bytes' };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return { status: 200, type, body: bytes, headers, lasting: true };
  const start = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1);
  if (start > end) return { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } };
  return {
    status: 206,
    type,
    body: bytes.subarray(start, end + 1),
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${bytes.length}` },
  };
}
