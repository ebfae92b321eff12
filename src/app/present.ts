import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { usualPlaces } from '../browser/find-browser.ts';
import { watchFiles } from '../files/watch-files.ts';
import { drawingsPath, keptDrawings } from '../files/kept-drawings.ts';
import type { SlideDrawing } from '../model/drawings-file.ts';
import { ProcessReader } from '../present/process-reader.ts';
import { DeckState } from '../present/deck-state.ts';
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
import type { PlannedSlide } from '../client/talk.ts';
import type { Rehearsal } from '../model/rehearsal.ts';
import { keepRehearsals, keptRehearsals } from '../present/kept-rehearsals.ts';
import { Rehearsals } from '../present/rehearsals.ts';
import { writeDurationsApart } from '../present/write-durations.ts';
import { answerWith, HOMES, VIEWS } from '../present/serve.ts';
import type { Presentation, PresentOptions } from './present-options.ts';

export type { DeckNews } from '../present/deck-state.ts';
export type { Presentation, PresentOptions } from './present-options.ts';

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
