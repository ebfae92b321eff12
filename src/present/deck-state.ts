import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { VFile } from 'vfile';
import type { LecternError } from '../model/errors.ts';
import type { LiveFault, LiveFinding, LiveOptions } from '../client/live-messages.ts';
import type { Poll } from '../model/poll.ts';
import type { DeckReader, ReadResult } from './deck-reader.ts';
import { coalesce, type CoalescedJob } from './coalesce.ts';
import type { Role } from './access.ts';
import type { SessionHub, HubDeck } from './session-hub.ts';
import { deckPatch, frameIn, publicPatch, versionOf, type ShownDeck } from './shown-deck.ts';

/** The result of compiling a changed deck. */
export interface DeckNews {
  sources: VFile[];
  /** Errors in the deck; placeholders are shown for missing parts. */
  faults: LiveFault[];
  /** It is shown; else the deck that was shown before stays. */
  isShown: boolean;
  /** Number of slides that changed. */
  changed: number;
  milliseconds: number;
}

export interface DeckStateParts {
  /** Path of the deck, as it was named. */
  name: string;
  reader: DeckReader;
  /** Of this run of the server. */
  run: string;
  /** The hub that sends changes to clients. */
  hub: () => SessionHub;
  /** Called with the files to watch. */
  watch: (files: Iterable<string>) => void;
  onNews: (news: DeckNews) => void;
}

/**
 * Time until a broken deck is reported: an author may still be writing, and half a file is complete after so many ms.
 */
const HALF_WRITTEN = 60;
/** How long the deck may take until the talk begins without it, in ms. */
const LATE_START = 10_000;
/** Longest time that a visitor waits for a page that is being made, in ms: less where there is an older one. */
const FIRST_PAGE = 10_000;
const NEXT_PAGE = 2000;

type Pages = ReadonlyMap<LiveOptions['view'], string>;

/** The deck that is shown, kept what it is on the disk. */
export class DeckState implements HubDeck {
  readonly #parts: DeckStateParts;
  readonly #work: CoalescedJob;
  #deck: ShownDeck | undefined;
  #version: string | undefined;
  #faults: LiveFault[] = [];
  #findings: LiveFinding[] = [];
  #pages: { version: string; pages: Pages } | undefined;
  /** Pages of a version that is not known yet. */
  #early: { version: string; pages: Pages } | undefined;
  /** The version whose pages did not come. */
  #missed: string | undefined;
  #pageListeners: (() => void)[] = [];
  #watched = new Set<string>();
  #locating = false;
  #writes = 0;
  #stylesChanged = false;
  #opened = false;
  #stopped = false;
  /** Why the talk cannot begin. */
  #refusal: LecternError | undefined;

  constructor(parts: DeckStateParts) {
    this.#parts = parts;
    this.#work = coalesce(
      () => this.#update(),
      (error) => this.#tellFaults([unforeseen(parts.name, error)]),
    );
  }

  /**
   * Reads the deck for the first time, as far as that takes no longer than somebody waits.
   *
   * @throws LecternError where there is none, or the call is wrong
   */
  async open(): Promise<void> {
    this.#work.wake();
    await Promise.race([this.#work.idle(), setTimeout(LATE_START, undefined, { ref: false })]);
    this.#opened = true;
    if (this.#refusal) throw this.#refusal;
  }

  deck = (): ShownDeck | undefined => this.#deck;
  version = (): string | undefined => this.#version;
  faults = (): LiveFault[] => this.#faults;
  findings = (): LiveFinding[] => this.#findings;
  polls = (): readonly Poll[] => this.#deck?.polls ?? [];
  takesUp = (known: string): boolean => frameIn(known) === this.#deck?.frame;
  settled = (): Promise<void> => this.#work.idle();

  stop(): void {
    this.#stopped = true;
    this.#work.stop();
  }

  whole(role: Role): ReturnType<HubDeck['whole']> {
    if (!this.#deck || this.#version === undefined) return undefined;
    const patch = deckPatch(this.#deck, this.#version, new Set());
    return role === 'follower' ? publicPatch(this.#deck, patch) : patch;
  }

  forFollowers(patch: Parameters<HubDeck['forFollowers']>[0]): ReturnType<HubDeck['forFollowers']> {
    return this.#deck ? publicPatch(this.#deck, patch) : patch;
  }

  /** The page of a view; an older one where the deck has just changed, `undefined` where there is none yet. */
  page = async (view: LiveOptions['view']): Promise<string | undefined> => {
    if (this.#deck && this.#pages?.version !== this.#version) {
      const come = new Promise<void>((resolve) => this.#pageListeners.push(resolve));
      const timeoutMs = this.#pages ? NEXT_PAGE : FIRST_PAGE;
      await Promise.race([come, setTimeout(timeoutMs, undefined, { ref: false })]);
    }
    return this.#pages?.pages.get(view);
  };

  takePages(version: string, pages: Pages): void {
    this.#early = { version, pages };
    this.#takeEarly();
  }

  #takeEarly(): void {
    if (this.#early?.version !== this.#version) return;
    this.#pages = this.#early;
    this.#early = undefined;
    for (const announce of this.#pageListeners.splice(0)) announce();
  }

  /** No pages come any more unless the deck is read again, which is tried once for each version. */
  missPages(): void {
    if (this.#pages?.version === this.#version || this.#missed === this.#version) return;
    this.#missed = this.#version;
    this.#work.wake();
  }

  /** @returns whether they are other ones than before. */
  takeFindings(findings: LiveFinding[]): boolean {
    // A restarted process finds the same again.
    if (JSON.stringify(findings) === JSON.stringify(this.#findings)) return false;
    this.#findings = findings;
    this.#parts.hub().sendFindings(findings);
    return true;
  }

  /** A file is named by what is being read: it may be written before that is done. */
  located(file: string): void {
    if (this.#watched.has(file)) return;
    if (!this.#locating) {
      this.#locating = true;
      setImmediate(() => {
        this.#locating = false;
        if (!this.#stopped) this.#parts.watch(this.#watched);
      });
    }
    this.#watched.add(file);
  }

  /** A file was written. */
  changed(file: string): void {
    this.#writes += 1;
    if (path.extname(file) === '.css') this.#stylesChanged = true;
    this.#parts.reader.changed(file);
    this.#parts.reader.hurry();
    this.#work.wake();
  }

  async #update(): Promise<void> {
    const { onNews, watch } = this.#parts;
    const started = performance.now();
    const seen = this.#writes;
    let result = await this.#read();
    // Later it may be repaired.
    if (result.error && !this.#opened) {
      this.#refusal = result.error;
      return;
    }
    if (result.faults.length > 0 && !result.lost && this.#deck) {
      await setTimeout(HALF_WRITTEN);
      if (seen !== this.#writes) return;
      result = await this.#read();
    }
    if (this.#stopped) return;
    this.#watched = new Set(result.watched);
    watch(this.#watched);
    this.#faults = result.faults;
    // Somebody who empties the file means to write something else.
    const next = this.#deck && isEmpty(result.sources) ? undefined : result.deck;
    const changed = next ? this.#take(next) : 0;
    if (!next) this.#tellFaults(result.faults);
    const milliseconds = performance.now() - started;
    onNews({ sources: result.sources, faults: result.faults, isShown: !!next, changed, milliseconds });
  }

  #read(): Promise<ReadResult> {
    const styles = this.#stylesChanged;
    this.#stylesChanged = false;
    return this.#parts.reader.read({ styles });
  }

  /** @returns how many slides are other ones than before. */
  #take(next: ShownDeck): number {
    const hub = this.#parts.hub();
    const before = this.#deck;
    const known = new Set(before?.slides.map(({ hash }) => hash));
    this.#deck = next;
    if (before?.digest === next.digest) hub.sendFaults(this.#faults);
    else {
      this.#version = versionOf(next, this.#parts.run);
      this.#takeEarly();
      if (!before) hub.begin();
      else if (before.frame === next.frame) hub.sendPatch(deckPatch(next, this.#version, known));
      else hub.reload();
    }
    return next.slides.filter(({ hash }) => !known.has(hash)).length;
  }

  #tellFaults(faults: LiveFault[]): void {
    this.#faults = faults;
    this.#parts.hub().sendFaults(faults);
  }
}

function isEmpty(sources: readonly VFile[]): boolean {
  return sources.some(({ messages }) => messages.some(({ ruleId }) => ruleId === 'deck-empty'));
}

function unforeseen(file: string, error: unknown): LiveFault {
  return { file, reason: `unexpected error: ${error instanceof Error ? error.message : String(error)}` };
}
