import { elapsed, type PlannedSlide, type Talk } from '../client/talk.ts';
import { newRehearsal, withRehearsal, withTime, type Rehearsal } from '../model/rehearsal.ts';

/** Parts of the talk that rehearsals need. */
export interface RehearsalParts {
  plan: () => readonly PlannedSlide[];
  /** Rehearsals of former days, newest first. */
  kept: readonly Rehearsal[];
  /** Keeps them for other days. */
  keep: (rehearsals: readonly Rehearsal[]) => void;
  /** There are other ones than before. */
  onKept: () => void;
  /** The rehearsal being recorded has changed. */
  onChange: () => void;
  /** A rehearsal was ended and is kept. */
  onEnd: (rehearsal: Rehearsal) => void;
}

/**
 * Records how long the speaker stays on each slide and step, as long as the timer of the talk runs. It learns that from the
 * changes of the talk that all windows tell each other, so that any of them may lead, and each be closed.
 */
export class RehearsalLog {
  readonly #parts: RehearsalParts;
  #kept: readonly Rehearsal[];
  #on: boolean;
  #current: Rehearsal | undefined;
  #talk: Talk | undefined;
  /** Until when time was recorded, in ms since 1970. */
  #until = 0;

  /** @param on - records from the beginning. */
  constructor(parts: RehearsalParts, on: boolean) {
    this.#parts = parts;
    this.#kept = parts.kept;
    this.#on = on;
  }

  /** Records are made, as soon as the timer runs. */
  get on(): boolean {
    return this.#on;
  }

  /** The rehearsal being recorded. */
  get current(): Rehearsal | undefined {
    return this.#current;
  }

  /** Ended rehearsals, newest first. */
  get kept(): readonly Rehearsal[] {
    return this.#kept;
  }

  /** Takes a change of the talk. */
  hear(talk: Talk): void {
    const before = this.#talk;
    this.#record(talk.changed);
    this.#talk = talk;
    this.#until = talk.changed;
    if (!this.#on) return;
    if (before && elapsed(before, talk.changed) > 0 && elapsed(talk, talk.changed) === 0) this.#end();
    if (talk.timer.since !== null) this.#current ??= newRehearsal(talk.timer.since);
    // An accident costs no more than a slide.
    if (this.#current && before?.at.slide !== talk.at.slide) this.#parts.keep(withRehearsal(this.#kept, this.#current));
    this.#parts.onChange();
  }

  /** Begins or ends recording. */
  turn(on: boolean): void {
    const now = Date.now();
    this.#record(now);
    if (!on) this.#end();
    this.#on = on;
    this.#until = now;
    if (on && this.#talk?.timer.since != null) this.#current ??= newRehearsal(now);
    this.#parts.onChange();
  }

  /** Forgets a rehearsal that was ended. */
  forget(started: number): void {
    this.#kept = this.#kept.filter((one) => one.started !== started);
    this.#parts.keep(this.#kept);
    this.#parts.onKept();
  }

  /** Keeps what was recorded until now, at the end of the talk. */
  close(): void {
    this.#record(Date.now());
    this.#end();
  }

  #record(now: number): void {
    const talk = this.#talk;
    if (!talk || talk.timer.since === null || !this.#current) return;
    const seconds = (now - Math.max(this.#until, talk.timer.since)) / 1000;
    this.#current = withTime(this.#current, { ...talk.at, seconds }, this.#parts.plan());
    this.#until = Math.max(now, this.#until);
  }

  #end(): void {
    const ended = this.#current;
    this.#current = undefined;
    if (!ended) return;
    this.#kept = withRehearsal(this.#kept, ended);
    this.#parts.keep(this.#kept);
    this.#parts.onKept();
    if (this.#kept.includes(ended)) this.#parts.onEnd(ended);
  }
}
