import path from 'node:path';
import type { CompileShop } from './compile-deck.ts';
import { usualPlaces, type BrowserPlaces } from './browser/find-browser.ts';
import { startPrinter } from './browser/printer.ts';
import { readPageParts } from './files/page-parts.ts';
import { watchFiles } from './files/watch-files.ts';
import { createHighlighter } from './html/highlight.ts';
import { createCompileMemory } from './compile/compile-memory.ts';
import type { CheckSettings } from './model/check-settings.ts';
import type { LecternError } from './model/errors.ts';
import { createDeckState, type DeckNews } from './present/deck-state.ts';
import { createLiveCheck, type LiveCheck } from './present/live-check.ts';
import { createGuests, type Role } from './present/guests.ts';
import { hostCheck, isOpen, networkAddress } from './present/hosts.ts';
import { createHttpServer } from './present/http.ts';
import { listen, onConnection, portOf } from './present/listen.ts';
import { Room } from './present/room.ts';
import type { LiveFinding } from './stage/in-page/live-messages.ts';
import { answerWith, HOMES } from './present/serve.ts';

export type { DeckNews } from './present/deck-state.ts';

export interface PresentOptions {
  /** Path of a Markdown file, relative to `cwd`. */
  deck: string;
  /** Name or address to listen at. @default this computer alone, or all its networks for `remote` and `share` */
  host?: string;
  /** 0 for any that is free. @default 4880, or the next that is free */
  port?: number;
  /** Theme instead of the one the deck names. */
  theme?: string;
  /** Let a phone lead the talk. @default false */
  remote?: boolean;
  /** Let others follow the talk. @default false */
  share?: boolean;
  /** @default the process's */
  cwd?: string;
  /** Where browsers are looked for, to draw diagrams. @default as for builds */
  browser?: BrowserPlaces;
  /** Look at the slides while nobody writes, and tell the speaker what is wrong with them. @default true */
  check?: boolean;
  /** What the project says of the rules that decks are checked by. @default nothing */
  rules?: CheckSettings;
  /** The slides were looked at. */
  onFindings?: (findings: LiveFinding[]) => void;
  /** The slides cannot be looked at. */
  onCheckError?: (error: LecternError) => void;
  /** The deck was read. */
  onNews?: (news: DeckNews) => void;
  /** A phone took its invitation; the next one needs another. */
  onPaired?: (address: string) => void;
}

/** A talk that is being given. */
export interface Presentation {
  /** For the speaker's browser. */
  address: string;
  /** For a phone; good once. */
  remote: string | undefined;
  /** For everyone else. */
  share: string | undefined;
  /** Resolves when what was written until now is shown. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Serves a deck to present from, and those who follow it. What is saved is shown at once.
 *
 * @throws LecternError `USAGE` where nobody can listen there
 */
export async function present(options: PresentOptions): Promise<Presentation> {
  const { remote = false, share = false, onNews, onPaired } = options;
  const host = options.host ?? (remote || share ? '0.0.0.0' : '127.0.0.1');
  const roles = new Set<Role>([
    'speaker',
    ...(remote ? ['remote' as const] : []),
    ...(share ? ['follower' as const] : []),
  ]);
  const guests = createGuests(isOpen(host) ? new Set() : roles, () => onPaired?.(invitation('remote')));
  const page = await readPageParts();
  const shop = createShop(options);
  const liveCheck = checkFor(options, shop, (findings) => room.tellFindings(findings));
  const state = createDeckState({
    name: options.deck,
    shop,
    room: () => room,
    watch: (files) => watcher.follow(files),
    onNews: (news) => onNews?.(news),
    liveCheck,
  });
  const room = new Room(state);
  const watcher = watchFiles(state.changed);
  const isOurHost = hostCheck(host, () => portOf(server));
  const served = { ...state, page, guests, roles, isOurHost };
  const server = createHttpServer(answerWith(served));
  onConnection(server, served, (...guest) => room.enter(...guest));
  const invitation = (role: Role): string => {
    const below = isOpen(host) ? `/join/${role}/${guests.token(role)}` : HOMES[role];
    return `http://${shownHost(host, role)}:${portOf(server)}${below}`;
  };
  const close = async (): Promise<void> => {
    state.stop();
    liveCheck?.stop();
    room.close();
    watcher.close();
    server.closeAllConnections();
    await Promise.all([new Promise((done) => server.close(done)), shop.printer.close()]);
  };
  const [opened, listening] = await Promise.allSettled([state.open(), listen(server, host, options.port)]);
  if (opened.status === 'rejected' || listening.status === 'rejected') {
    await close();
    throw [opened, listening].find((one) => one.status === 'rejected')?.reason;
  }
  return {
    address: invitation('speaker'),
    remote: remote ? invitation('remote') : undefined,
    share: share ? invitation('follower') : undefined,
    settled: state.settled,
    close,
  };
}

function checkFor(
  { check = true, rules = new Map(), onFindings, onCheckError }: PresentOptions,
  shop: CompileShop,
  tell: (findings: LiveFinding[]) => void,
): LiveCheck | undefined {
  if (!check) return undefined;
  return createLiveCheck({
    shop,
    rules,
    onFindings(findings) {
      tell(findings);
      onFindings?.(findings);
    },
    onError: (error) => onCheckError?.(error),
  });
}

function createShop({ browser = usualPlaces(), cwd = process.cwd(), theme }: PresentOptions) {
  return {
    to: ['html' as const],
    cwd,
    theme,
    loaded: new Map(),
    cacheFolder: path.resolve(browser.cacheFolder),
    highlighter: createHighlighter(),
    memory: createCompileMemory(),
    printer: startPrinter(browser, { now: false }),
  };
}

/** The speaker sits at this computer; everyone else needs its address in the network. */
function shownHost(host: string, role: Role): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  return role === 'speaker' ? '127.0.0.1' : (networkAddress() ?? '127.0.0.1');
}
