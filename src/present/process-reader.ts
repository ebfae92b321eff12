import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sentences } from '../model/errors.ts';
import { endChild, killChild, sendRequest } from './deck-child.ts';
import {
  deckFrom,
  errorFrom,
  fileFrom,
  type ReaderReply,
  type ReaderStart,
  type LoadedProject,
  type SentResult,
} from './deck-messages.ts';
import type { DeckReader, ReadResult, ReaderEvents } from './deck-reader.ts';
import { hasChanged, readTexts, startProjectChild, type Texts } from './load-project-child.ts';
import type { ShownDeck } from './shown-deck.ts';

/** The longest time that a deck may take, in ms: one with many diagrams, on a slow computer, for the first time. */
const LONGEST = 120_000;
/** How long a deck may take when there is a newer one already, in ms. */
const OUTDATED = 4000;

/**
 * Time until a broken project is reported: an author may still be writing, and half a file is complete after so many
 * ms.
 */
const HALF_WRITTEN = 60;
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const;

interface Begun {
  child: ChildProcess;
  project: LoadedProject;
  /** Texts of files that were known before. */
  before: Texts;
}

interface Reading {
  started: number;
  finish: (result: SentResult) => void;
  timer: NodeJS.Timeout;
}

/** Reads a deck in a process, which it starts again when the process or the project ends. */
export class ProcessReader implements DeckReader {
  readonly #start: ReaderStart;
  /** The project has changed since the process was started. */
  #outdated = false;
  /** The project's files as they were when they were loaded. */
  #project: Texts = new Map();
  readonly #events: ReaderEvents;
  readonly #watched = new Set<string>();
  #child: ChildProcess | undefined;
  /** It loads the project. */
  #starting: ChildProcess | undefined;
  #reading: Reading | undefined;
  /** The version that the process sent last. */
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

  changed(file: string): void {
    if (this.#project.has(file) && (this.#starting || hasChanged(this.#project))) this.#outdated = true;
  }

  async read(request: { styles: boolean }): Promise<ReadResult> {
    this.#hurried = false;
    // A file that was noticed half-written may be as it was before.
    if (this.#outdated && !hasChanged(this.#project)) this.#outdated = false;
    if (this.#outdated) await this.#reload();
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
      watched: [...watched, ...this.#project.keys()],
      error: error && errorFrom(error),
      deck: whole,
      lost: this.#child === undefined,
    };
  }

  async #attempt(request: { styles: boolean }): Promise<SentResult> {
    this.#accident = false;
    const child = this.#child ?? (await this.#begin());
    if (!child) return this.#failed('the talk is over');
    if ('sources' in child) return child;
    return new Promise<SentResult>((resolve) => {
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
    await Promise.all([this.#child, this.#starting].map((child) => child && endChild(child)));
    this.#lost('the talk is over');
    const folder = await this.#folder?.catch(() => undefined);
    if (folder !== undefined) await rm(folder, REMOVAL).catch(() => {});
    // Until here this process may itself be ended for having taken too long.
    process.off('exit', this.#endNow);
  }

  /** @returns the process, or why there is none; `undefined` where the talk is over. */
  async #begin(): Promise<ChildProcess | SentResult | undefined> {
    const begun = await this.#launch();
    if (!begun) return undefined;
    const { child, project } = begun;
    if (!project.error) return this.#take(begun);
    this.#accident = project.ended === true;
    killChild(child);
    this.#follow([...this.#project.keys(), ...project.files], begun.before);
    const { error } = project;
    const faults = [{ file: this.#start.name, reason: sentences(error) }];
    // Files that were watched before may change while the project is repaired.
    return { sources: [], faults, watched: [...this.#watched], error };
  }

  /** Goes on with a process that knows the project as it is now; where it is broken, with the one that there is. */
  async #reload(): Promise<void> {
    this.#outdated = false;
    let begun = await this.#launch();
    if (begun?.project.error) {
      killChild(begun.child);
      await sleep(HALF_WRITTEN);
      begun = await this.#launch();
    }
    if (!begun) return;
    const { child, project } = begun;
    if (project.error) {
      killChild(child);
      this.#follow([...this.#project.keys(), ...project.files], begun.before);
      this.#events.onProject(errorFrom(project.error));
      return;
    }
    const before = this.#child;
    this.#take(begun);
    if (before) await endChild(before);
    this.#events.onProject();
  }

  /** Starts a process and waits until it has loaded the project; `undefined` where the talk is over. */
  async #launch(): Promise<Begun | undefined> {
    this.#folder ??= mkdtemp(path.join(os.tmpdir(), 'lectern-present-'));
    const folder = await this.#folder;
    this.#folderName = folder;
    if (this.#closed) return undefined;
    const before = readTexts(this.#project.keys());
    const { child, project } = startProjectChild(this.#start, folder);
    this.#starting = child;
    const loaded = await project;
    this.#starting = undefined;
    if (!this.#closed) return { child, project: loaded, before };
    killChild(child);
    return undefined;
  }

  #take({ child, project, before }: Begun): ChildProcess {
    this.#child = child;
    this.#before = undefined;
    this.#follow(project.files, before);
    this.#events.onNotices(project.notices);
    child.on('message', (reply: ReaderReply) => this.#hear(reply, child));
    child.on('exit', (code, signal) => {
      if (this.#child !== child) return;
      const idle = !this.#reading;
      this.#accident = !idle;
      this.#lost(`its process ended (${signal ?? `code ${code}`}), perhaps because memory ran out`);
      if (idle) this.#events.onGone();
    });
    return child;
  }

  /** @param before - texts that were read before the project was loaded: what was written meanwhile is a change. */
  #follow(files: readonly string[], before: Texts): void {
    this.#project = readTexts(files, before);
    for (const file of files) this.#events.onLocated(file);
  }

  #hear(reply: ReaderReply, from: ChildProcess): void {
    if (from !== this.#child) return;
    if (reply.type === 'located') {
      this.#watched.add(reply.file);
      this.#events.onLocated(reply.file);
    } else if (reply.type === 'read') this.#finish(reply.result);
    else if (reply.type === 'pages') this.#events.onPages(reply.version, reply.pages);
    else if (reply.type === 'findings') this.#events.onFindings(reply.findings);
    else if (reply.type === 'check-error') this.#events.onCheckError(errorFrom(reply.error));
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
    const advice = 'Shorten or remove the last change';
    const faults = [{ file: name, reason: `the deck could not be compiled: ${reason}. ${advice}` }];
    return { sources: [], faults, watched: [...this.#watched] };
  }

  #finish(result: SentResult): void {
    const reading = this.#reading;
    this.#reading = undefined;
    reading?.finish(result);
  }

  /** Cleanup for the end of this process itself. */
  readonly #endNow = (): void => {
    for (const child of [this.#child, this.#starting]) if (child) killChild(child);
    if (this.#folderName !== undefined) rmSync(this.#folderName, REMOVAL);
  };
}
