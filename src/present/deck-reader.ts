import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { VFile } from 'vfile';
import type { LecternError } from '../model/errors.ts';
import type { LiveFault, LiveFinding, LiveOptions } from '../client/live-messages.ts';
import { endChild, killChild, startChild, sendRequest } from './deck-child.ts';
import {
  deckFrom,
  errorFrom,
  fileFrom,
  type ReaderReply,
  type ReaderRequest,
  type ReaderStart,
  type SentResult,
  type TalkSettings,
} from './deck-messages.ts';
import type { ShownDeck } from './shown-deck.ts';

/** The result of compiling the deck. */
export interface ReadResult {
  sources: VFile[];
  /** Errors that prevent the deck from being shown. */
  faults: LiveFault[];
  /** Every file that changes something. */
  watched: string[];
  /** The environment, or the call, kept the deck from being read. */
  error: LecternError | undefined;
  deck: ShownDeck | undefined;
  /** It was given up, or ended by accident: the same once more would end the same way. */
  lost: boolean;
}

/** Has the deck read in a process of its own: compiling may take long, or all memory, and must not stop the talk. */
export interface DeckReader {
  /** Never fails, and ends: what takes too long is given up. */
  read: (request: Omit<Extract<ReaderRequest, { type: 'read' }>, 'type'>) => Promise<ReadResult>;
  /** What is being read is not up to date any more. */
  hurry: () => void;
  /** Whatever is read from now on is read with these. */
  configure: (settings: TalkSettings) => void;
  close: () => Promise<void>;
}

export interface ReaderEvents {
  /** The deck that is being read names this file. */
  onLocated: (file: string) => void;
  onPages: (version: string, pages: ReadonlyMap<LiveOptions['view'], string>) => void;
  onFindings: (findings: LiveFinding[]) => void;
  onCheckError: (error: LecternError) => void;
  /** The process ended when the deck was read already; pages of that may not have come. */
  onGone: () => void;
}

/** The longest time that a deck may take, in ms: one with many diagrams, on a slow computer, for the first time. */
const LONGEST = 120_000;
/** How long a deck may take when there is a newer one already, in ms. */
const OUTDATED = 4000;

interface Reading {
  started: number;
  finish: (result: SentResult) => void;
  timer: NodeJS.Timeout;
}

export class ProcessReader implements DeckReader {
  #start: ReaderStart;
  /** The process was started with other settings. */
  #outdated = false;
  readonly #events: ReaderEvents;
  readonly #watched = new Set<string>();
  #child: ChildProcess | undefined;
  #reading: Reading | undefined;
  /** What the process sent last. */
  #before: ShownDeck | undefined;
  /** Browsers and whatever else it starts keep their files here. */
  #folder: Promise<string> | undefined;
  #folderName: string | undefined;
  #closed = false;
  /** There is something newer than what is being read. */
  #hurried = false;
  /** The process ended while it read, and nobody here had ended it. */
  #accident = false;

  constructor(start: ReaderStart, events: ReaderEvents) {
    this.#start = start;
    this.#events = events;
    process.once('exit', this.#endNow);
  }

  configure(settings: TalkSettings): void {
    this.#start = { ...this.#start, ...settings };
    this.#outdated = true;
  }

  async read(request: { styles: boolean }): Promise<ReadResult> {
    this.#hurried = false;
    if (this.#outdated) await this.#retire();
    const first = await this.#attempt(request);
    // What it was ended for may have nothing to do with the deck; once is an accident.
    const result = this.#accident && !this.#hurried ? await this.#attempt({ styles: false }) : first;
    const { sources, faults, watched, error, deck } = result;
    for (const file of watched) this.#watched.add(file);
    const whole = deck && deckFrom(deck, this.#before);
    this.#before = whole ?? this.#before;
    return {
      sources: sources.map(fileFrom),
      faults,
      watched,
      error: error && errorFrom(error),
      deck: whole,
      lost: this.#child === undefined,
    };
  }

  async #attempt(request: { styles: boolean }): Promise<SentResult> {
    this.#accident = false;
    const child = this.#child ?? (await this.#launch());
    return new Promise<SentResult>((resolve) => {
      if (!child) return resolve(this.#failed('the talk is over'));
      const timer = setTimeout(() => this.#giveUp(`it took longer than ${LONGEST / 1000} s`), LONGEST);
      this.#reading = {
        started: performance.now(),
        timer,
        finish(result) {
          clearTimeout(timer);
          resolve(result);
        },
      };
      sendRequest(child, { type: 'read', ...request });
      if (this.#hurried) this.hurry();
    });
  }

  hurry(): void {
    this.#hurried = true;
    const reading = this.#reading;
    if (!reading) return;
    const left = OUTDATED - (performance.now() - reading.started);
    setTimeout(() => reading === this.#reading && this.#giveUp('it took too long'), Math.max(0, left)).unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#child) await endChild(this.#child);
    this.#lost('the talk is over');
    const folder = await this.#folder?.catch(() => undefined);
    if (folder !== undefined) await rm(folder, REMOVAL).catch(() => {});
    // Until here this process may itself be ended for having taken too long.
    process.off('exit', this.#endNow);
  }

  async #launch(): Promise<ChildProcess | undefined> {
    this.#folder ??= mkdtemp(path.join(os.tmpdir(), 'lectern-present-'));
    const folder = await this.#folder;
    this.#folderName = folder;
    if (this.#closed) return undefined;
    const child = startChild(folder);
    this.#child = child;
    this.#before = undefined;
    child.on('message', (reply: ReaderReply) => this.#hear(reply, child));
    child.on('exit', (code, signal) => {
      if (this.#child !== child) return;
      const idle = !this.#reading;
      this.#accident = !idle;
      this.#lost(`its process ended (${signal ?? `code ${code}`}), perhaps for want of memory`);
      if (idle) this.#events.onGone();
    });
    sendRequest(child, { type: 'start', ...this.#start });
    return child;
  }

  async #retire(): Promise<void> {
    const child = this.#child;
    this.#outdated = false;
    this.#child = undefined;
    if (child) await endChild(child);
  }

  #hear(reply: ReaderReply, from: ChildProcess): void {
    if (from !== this.#child) return;
    if (reply.type === 'located') {
      this.#watched.add(reply.file);
      this.#events.onLocated(reply.file);
    } else if (reply.type === 'read') this.#finish(reply.result);
    else if (reply.type === 'pages') this.#events.onPages(reply.version, reply.pages);
    else if (reply.type === 'findings') this.#events.onFindings(reply.findings);
    else this.#events.onCheckError(errorFrom(reply.error));
  }

  #giveUp(reason: string): void {
    const child = this.#child;
    this.#lost(reason);
    if (child) killChild(child);
  }

  #lost(reason: string): void {
    this.#child = undefined;
    this.#finish(this.#failed(reason));
  }

  #failed(reason: string): SentResult {
    const { name } = this.#start;
    const advice = 'Make what was changed last smaller, or take it out';
    const faults = [{ file: name, reason: `the deck could not be compiled: ${reason}. ${advice}` }];
    return { sources: [], faults, watched: [...this.#watched] };
  }

  #finish(result: SentResult): void {
    const reading = this.#reading;
    this.#reading = undefined;
    reading?.finish(result);
  }

  /** What can be done when this process itself is about to end. */
  readonly #endNow = (): void => {
    if (this.#child) killChild(this.#child);
    if (this.#folderName !== undefined) rmSync(this.#folderName, REMOVAL);
  };
}

const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const;
