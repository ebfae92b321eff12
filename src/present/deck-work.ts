import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { startBrowserPool } from '../browser/browser-pool.ts';
import { endBrowsersForGood, endBrowsersNow } from '../browser/running-browsers.ts';
import { durationFixes } from '../check/duration-fixes.ts';
import { writeFixed } from '../check/write-fixed.ts';
import { createCompileMemory } from '../compile/compile-memory.ts';
import { withPluginScript } from '../files/page-parts.ts';
import { LocatedFiles } from '../files/located-files.ts';
import { errorOf, sentences } from '../model/errors.ts';
import { fetchRules } from '../pipeline/fetch-rules.ts';
import { loadProject, overProject, type Project } from '../project/load-project.ts';
import { createResources } from '../pipeline/prepare-context.ts';
import {
  sendDeck,
  sendError,
  sendFile,
  type ReaderReply,
  type ReaderRequest,
  type ReaderStart,
} from './deck-messages.ts';
import { createLiveCheck, type LiveCheck } from './live-check.ts';
import { readLiveDeck, type LiveDeck, type LiveContext } from './live-deck.ts';
import { livePage, readLivePageParts } from './live-pages.ts';
import { versionOf, type ShownDeck } from './shown-deck.ts';

/** Reads the deck for the process that has started this one, as often as that asks for it. */
export function serveDeck(): void {
  let starting: Promise<DeckWork | undefined> | undefined;
  process.on('message', async (request: ReaderRequest) => {
    if (request.type === 'start') starting = startWork(request);
    else if (request.type === 'read') await (await starting)?.read(request);
    else await (await starting)?.writeDurations(request.seconds);
  });
  // The speaker has left, or has stopped the talk.
  const end = (): void => {
    void starting?.then((work) => work?.stop());
    void endBrowsersForGood().then(() => process.exit());
  };
  process.on('disconnect', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('exit', endBrowsersNow);
}

/** Loads the project, and reports it. @returns `undefined` where that fails; nothing else is asked for then. */
async function startWork(start: ReaderStart): Promise<DeckWork | undefined> {
  const { config, cwd, untrusted } = start;
  const located = new Set<string>();
  try {
    const project = await loadProject({ config, cwd, untrusted, located });
    const work = new DeckWork(start, project);
    reply({ type: 'project', project: { files: [...located], notices: project.notices } });
    return work;
  } catch (error) {
    reply({ type: 'project', project: { files: [...located], notices: [], error: sendError(errorOf(error)) } });
    return undefined;
  }
}

class DeckWork {
  readonly #start: ReaderStart;
  readonly #context: Omit<LiveContext, 'live'>;
  readonly #memory = createCompileMemory();
  readonly #page = readLivePageParts();
  readonly #check: LiveCheck | undefined;
  readonly #located = new Set<string>();
  /** The version that was sent last. */
  #before: ShownDeck | undefined;
  #pagesSent: Promise<void> = Promise.resolve();

  /** @throws LecternError `USAGE` where options do not go together */
  constructor(start: ReaderStart, project: Project) {
    const { cwd, browser, key, check, views } = start;
    const { theme, size, brand, dialect, untrusted, fetch: asked, rules } = overProject(start, project);
    const fetch = fetchRules({ fetch: asked, untrusted });
    this.#start = start;
    // Read early, and needed late.
    this.#page.catch(() => {});
    this.#context = {
      cwd,
      key,
      followed: views.includes('follower'),
      options: { theme, size, brand, dialect, untrusted, rules, plugins: project.plugins, fetch },
      resources: createResources(startBrowserPool(browser, { now: false }), path.resolve(browser.cacheFolder)),
      purpose: { styleKinds: ['deck'] },
    };
    this.#check = check
      ? createLiveCheck({
          pool: this.#context.resources.pool,
          onFindings: (findings) => reply({ type: 'findings', findings }),
          onError: (error) => reply({ type: 'check-error', error: sendError(error) }),
        })
      : undefined;
  }

  async read({ styles }: Extract<ReaderRequest, { type: 'read' }>): Promise<void> {
    // Compiling may take long, and somebody may wait for a page of the deck as it was.
    await this.#pagesSent;
    const { options, resources } = this.#context;
    if (styles) resources.styles.clear();
    // Servers that did not answer are not asked again at every save; images that another build fetched are found at once.
    if (!options.fetch) resources.web.clear();
    const located = new LocatedFiles();
    void this.#report(located);
    const { live, sources, faults, error } = await readLiveDeck(this.#start.name, {
      ...this.#context,
      live: { memory: this.#memory, located },
    });
    located.end();
    for (const cache of Object.values(this.#memory)) cache.sweep();
    const before = this.#before;
    reply({
      type: 'read',
      result: {
        sources: sources.map(sendFile),
        faults,
        watched: located.all(),
        ...(error && { error: sendError(error) }),
        ...(live && { deck: sendDeck(live.shown, before) }),
      },
    });
    if (!live) return;
    this.#before = live.shown;
    this.#check?.wake(live);
    if (live.shown.digest === before?.digest) return;
    const version = versionOf(live.shown, this.#start.run);
    this.#pagesSent = this.#sendPages(live, version).catch(() => {});
  }

  /** Writes durations into the sources as they are now. */
  async writeDurations(seconds: ReadonlyMap<string, number>): Promise<void> {
    const live = { memory: this.#memory, located: new LocatedFiles() };
    const { live: read, faults } = await readLiveDeck(this.#start.name, { ...this.#context, live });
    const { changed, left, fixed } = await durationFixes(read?.deck.slides ?? [], seconds);
    const [written, error] = await writeFixed(fixed);
    const unread = read ? undefined : faults[0]?.reason;
    const meanwhile = written < changed.length && !error ? 'The source was changed meanwhile' : undefined;
    const problem = unread ?? (error && sentences(error)) ?? meanwhile;
    reply({ type: 'durations', result: { written, left: left.map(({ id, title }) => title || id), problem } });
  }

  stop(): void {
    this.#check?.stop();
  }

  /** Reloading a page is less urgent than pages that are open. */
  async #sendPages(live: LiveDeck, version: string): Promise<void> {
    const page = await withPluginScript(await this.#page, live.plugins.reveal);
    await setImmediate();
    const { views } = this.#start;
    const shared = views.includes('follower');
    const pages = views.map((view) => [view, livePage(live, { version, view, shared }, page)] as const);
    reply({ type: 'pages', version, pages: new Map(pages) });
  }

  /** Reports files at once: what is compiled then may be the end of this process. */
  async #report(located: LocatedFiles): Promise<void> {
    for await (const file of located.follow()) {
      if (this.#located.has(file)) continue;
      this.#located.add(file);
      reply({ type: 'located', file });
    }
  }
}

function reply(message: ReaderReply): void {
  if (process.connected) process.send?.(message);
}
