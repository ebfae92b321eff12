import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { usualPlaces, type BrowserPlaces } from '../browser/find-browser.ts';
import { watchFiles } from '../files/watch-files.ts';
import { drawingsPath, keptDrawings } from '../files/kept-drawings.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Size } from '../model/deck.ts';
import type { SlideDrawing } from '../model/drawings-file.ts';
import type { LecternError } from '../model/errors.ts';
import { ProcessReader } from '../present/process-reader.ts';
import { DeckState, type DeckNews } from '../present/deck-state.ts';
import { createAccess, type Role } from '../present/access.ts';
import type { Invitation } from '../client/audience-messages.ts';
import { invitationTo } from '../present/audience/invitation.ts';
import { audienceFiles } from '../present/audience/kept-audience.ts';
import { audiencePlace, talkSecrets } from '../present/kept-secrets.ts';
import { hostCheck, isOpen } from '../present/allowed-hosts.ts';
import { readCertificate } from '../present/certificate.ts';
import { talkOrigin } from '../present/talk-addresses.ts';
import { createHttpServer } from '../present/http.ts';
import { listen, onConnection, portOf } from '../present/listen.ts';
import { drawingsKeeper } from '../present/keep-drawings.ts';
import { SessionHub, type HubAudience } from '../present/session-hub.ts';
import type { LiveFinding } from '../client/live-messages.ts';
import type { PlannedSlide } from '../client/talk.ts';
import type { Rehearsal } from '../model/rehearsal.ts';
import { keepRehearsals, keptRehearsals } from '../present/kept-rehearsals.ts';
import { Rehearsals } from '../present/rehearsals.ts';
import { writeDurationsApart } from '../present/write-durations.ts';
import { answerWith, HOMES, VIEWS } from '../present/serve.ts';

export type { DeckNews } from '../present/deck-state.ts';

export interface PresentOptions {
  /** Path of a Markdown file, relative to `cwd`. */
  deck: string;
  /** Name or address to listen at. @default this computer alone, or all its networks for `remote` and `share` */
  host?: string;
  /** 0 for any that is free. @default 4880, or the next that is free */
  port?: number;
  /** Certificate for HTTPS, a PEM file relative to `cwd`; its key is in `key`. @default plain HTTP */
  cert?: string;
  /** Key of the certificate, a PEM file relative to `cwd`. */
  key?: string;
  /**
   * The project's config: a file relative to `cwd`, or `false` for none.
   * @default the one that is found; it is read again whenever it changes
   */
  config?: false | string;
  /** Theme instead of the one the deck names. */
  theme?: string;
  /** Size of the slides in px, instead of the deck's. */
  size?: Size;
  /** Brand file for decks without one, relative to `cwd`. @default `_brand.yml` next to the deck, or in the root of the project */
  brand?: string;
  /** The dialect of decks without a `dialect`, such as `marp` or `lectern`. @default found by its syntax */
  dialect?: string;
  /** The deck comes from somebody else: it reads nothing hidden, and its HTML is `safe`. @default false */
  untrusted?: boolean;
  /** Fetch images of the web into the project, once. @default false */
  fetch?: boolean;
  /** Let a phone lead the talk. @default false */
  remote?: boolean;
  /** Let others follow the talk. @default false */
  share?: boolean;
  /** Record the time on each slide from the beginning. @default false; the presenter view has a button for it */
  rehearse?: boolean;
  /** Begin with the drawings that are kept beside the deck. @default false */
  drawings?: boolean;
  /** @default the process's */
  cwd?: string;
  /** Folders and programs to search for browsers that draw diagrams. @default as for builds */
  browser?: BrowserPlaces;
  /** Look at the slides while nobody writes, and tell the speaker what is wrong with them. @default true */
  check?: boolean;
  /** Settings of rules, over those of the project. @default none */
  rules?: CheckSettings;
  /** The project's config has changed; `problem` says why the former one stays. */
  onProject?: (problem?: LecternError) => void;
  /** Gets the parts of the project that are not used, in sentences. */
  onNotices?: (notices: readonly string[]) => void;
  /** The slides were looked at. */
  onFindings?: (findings: LiveFinding[]) => void;
  /** The slides cannot be looked at. */
  onCheckError?: (error: LecternError) => void;
  /** The deck was read. */
  onNews?: (news: DeckNews) => void;
  /** A rehearsal was ended and is kept; the plan is that of the deck as it is now. */
  onRehearsal?: (rehearsal: Rehearsal, plan: readonly PlannedSlide[]) => void;
  /** Somebody took an invitation that is good once; the next one needs this address. */
  onPaired?: (address: string, role: Role) => void;
}

/** A talk that is being given. */
export interface Presentation {
  /** For the speaker's browser; good once where an invitation is needed. */
  address: string;
  /** The same for a program that opens it: good once as well, within a minute. */
  addressToOpen: () => string;
  /** For a phone; good once. */
  remote: string | undefined;
  /** For everyone else. */
  share: string | undefined;
  /** Resolves when what was written until now is shown. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Serves a deck to present from, and its followers. A saved file is shown immediately.
 *
 * @throws LecternError `USAGE` where the address cannot be listened on
 */
export async function present(options: PresentOptions): Promise<Presentation> {
  const { remote = false, share = false, onPaired, cwd = process.cwd(), browser = usualPlaces() } = options;
  const host = options.host ?? (remote || share ? '0.0.0.0' : '127.0.0.1');
  const roles = rolesOf(options);
  const certificate = await readCertificate({ cert: options.cert, key: options.key }, cwd);
  const secure = certificate !== undefined;
  const [cacheFolder, file] = [path.resolve(browser.cacheFolder), path.resolve(cwd, options.deck)];
  const [secrets, kept, drawings, files] = await Promise.all([
    talkSecrets(cacheFolder, file),
    keptRehearsals(cacheFolder, file),
    options.drawings ? earlierDrawings(file, options) : [],
    share ? audienceFiles(audiencePlace(cacheFolder, file), file) : undefined,
  ]);
  const access = createAccess({
    ...secrets,
    secure,
    open: isOpen(host) ? new Set() : roles,
    onPaired: (role) => onPaired?.(invitation(role), role),
  });
  const invite = (): Invitation | undefined => (portOf(server) > 0 ? invitationTo(invitation('follower')) : undefined);
  const audience = files && { ...files, voterOf: access.voter, invite };
  const { state, hub, stop } = showDeck(options, { roles, key: secrets.key, kept, audience, drawings });
  const rules = { access, roles, isOurHost: hostCheck(host, () => portOf(server), certificate), secure };
  const served = { ...rules, deck: state.deck, faults: state.faults, page: state.page };
  const server = createHttpServer(answerWith(served), certificate);
  onConnection(server, rules, (...client) => hub.enter(...client));
  const invitation = (role: Role, token = access.token(role)): string => {
    const below = isOpen(host) ? `/join/${role}/${token}` : HOMES[role];
    return talkOrigin(host, role, { port: portOf(server), certificate }) + below;
  };
  const close = async (): Promise<void> => {
    const stopped = stop();
    server.closeAllConnections();
    await Promise.all([new Promise((done) => server.close(done)), stopped]);
    await files?.done();
  };
  const [opened, listening] = await Promise.allSettled([state.open(), listen(server, host, options.port)]);
  if (opened.status === 'rejected' || listening.status === 'rejected') {
    await close();
    throw [opened, listening].find((one) => one.status === 'rejected')?.reason;
  }
  return {
    address: invitation('speaker'),
    addressToOpen: () => invitation('speaker', access.passingToken('speaker')),
    remote: remote ? invitation('remote') : undefined,
    share: share ? invitation('follower') : undefined,
    settled: state.settled,
    close,
  };
}

/** Reads what was drawn in an earlier talk; without it the talk begins with clean slides. */
async function earlierDrawings(file: string, { onNotices }: PresentOptions): Promise<readonly SlideDrawing[]> {
  const kept = await keptDrawings(file);
  if (!('problem' in kept)) return kept;
  const name = path.basename(drawingsPath(file));
  const why = kept.problem === 'missing' ? 'is not next to the deck' : 'has no drawings of a talk';
  onNotices?.([`The talk begins without drawings: ${name} ${why}.`]);
  return [];
}

function rolesOf({ remote, share }: PresentOptions): Set<Role> {
  const roles: Role[] = ['speaker'];
  if (remote) roles.push('remote');
  if (share) roles.push('follower');
  return new Set(roles);
}

interface TalkParts {
  roles: ReadonlySet<Role>;
  /** Of hashes that others get to see. */
  key: string;
  /** Rehearsals of former days. */
  kept: readonly Rehearsal[];
  /** `undefined` where nobody follows. */
  audience: HubAudience | undefined;
  /** Drawings of an earlier talk. */
  drawings: readonly SlideDrawing[];
}

interface ShownTalk {
  state: DeckState;
  hub: SessionHub;
  stop: () => Promise<void>;
}

/** The options of a call that decide how the deck is read; `undefined` leaves one to the project. */
function settingsOf(options: PresentOptions) {
  const { config, theme, size, brand, dialect, untrusted, fetch, rules } = options;
  return { config, theme, size, brand, dialect, untrusted, fetch, rules };
}

/** The deck as it is on the disk, and everyone who sees it. */
function showDeck(options: PresentOptions, { roles, key, kept, audience, drawings }: TalkParts): ShownTalk {
  const { deck: name, cwd = process.cwd(), browser = usualPlaces(), check = true } = options;
  // Another run of the server must not take its versions for those of this one.
  const run = randomBytes(6).toString('base64url');
  const views = [...roles].map((role) => VIEWS[role]);
  const start = { ...settingsOf(options), name, cwd, browser, check, views, run, key };
  const reader = new ProcessReader(start, {
    onLocated: (file) => state.located(file),
    onPages: (version, pages) => state.takePages(version, pages),
    onFindings(findings) {
      if (state.takeFindings(findings)) options.onFindings?.(findings);
    },
    onCheckError: (error) => options.onCheckError?.(error),
    onGone: () => state.missPages(),
    onProject: (problem) => options.onProject?.(problem),
    onNotices: (notices) => options.onNotices?.(notices),
  });
  const state = new DeckState({
    name,
    reader,
    run,
    hub: () => hub,
    watch: (files) => watcher.follow(files),
    onNews: (news) => options.onNews?.(news),
  });
  const plan = (): readonly PlannedSlide[] => state.deck()?.plan ?? [];
  const [folder, file] = [path.resolve(browser.cacheFolder), path.resolve(cwd, name)];
  const rehearsals = new Rehearsals({
    plan,
    kept,
    // Where nothing can be kept, nothing is.
    keep: (all) => keepRehearsals(folder, file, all).catch(() => {}),
    send: (message) => hub.sendToSpeaker(message),
    write: (seconds) => writeDurationsApart(start, seconds),
    onEnd: (rehearsal) => options.onRehearsal?.(rehearsal, plan()),
    on: options.rehearse ?? false,
  });
  const keepDrawings = drawingsKeeper({
    deck: file,
    shown: state.deck,
    send: (message) => hub.sendToSpeaker(message),
  });
  const hub = new SessionHub(state, { rehearsals, audience, drawings, keepDrawings });
  const watcher = watchFiles((file) => state.changed(file));
  state.located(path.resolve(cwd, name));
  const stop = async (): Promise<void> => {
    state.stop();
    hub.close();
    watcher.close();
    await Promise.all([reader.close(), rehearsals.close()]);
  };
  return { state, hub, stop };
}
