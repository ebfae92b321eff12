import type { PageMessage, RehearsalMessage, ServerMessage, WrittenDurations } from '../client/live-messages.ts';
import type { PlannedSlide, Talk } from '../client/talk.ts';
import { proposedDurations, type Rehearsal } from '../model/rehearsal.ts';
import { coalesce, type CoalescedJob } from './coalesce.ts';
import { RehearsalLog } from './rehearsal-log.ts';

/** The part that the hub has in rehearsals. */
export interface HubRehearsals {
  /** Takes a change of the talk. */
  hear: (talk: Talk) => void;
  /** Does what the speaker asks for. */
  take: (message: RehearsalMessage) => void;
  /** Returns the first messages for a window of the speaker. */
  news: () => ServerMessage[];
}

export interface RehearsalsParts {
  plan: () => readonly PlannedSlide[];
  /** Rehearsals of former days, newest first. */
  kept: readonly Rehearsal[];
  /** Keeps them for other days; never fails. */
  keep: (rehearsals: readonly Rehearsal[]) => Promise<void>;
  /** Tells the speaker's windows. */
  send: (message: ServerMessage) => void;
  /** Writes durations into the sources; never fails. */
  write: (seconds: ReadonlyMap<string, number>) => Promise<WrittenDurations>;
  /** A rehearsal was ended and is kept. */
  onEnd: (rehearsal: Rehearsal) => void;
  /** Record from the beginning. */
  on: boolean;
}

/** Tells whether a message is about rehearsals. */
export function isAboutRehearsals(message: PageMessage): message is RehearsalMessage {
  return /^(?:rehearse|forget-rehearsal|write-durations)$/.test(message.type);
}

/** Rehearsals of a talk: what is recorded, what is kept, and what becomes of it. */
export class Rehearsals implements HubRehearsals {
  readonly #parts: RehearsalsParts;
  readonly #log: RehearsalLog;
  /** Rehearsals to keep; of several versions only the last is written. */
  #toKeep: readonly Rehearsal[] = [];
  readonly #keeping: CoalescedJob;
  #writing = false;

  constructor(parts: RehearsalsParts) {
    const { plan, kept, send, onEnd, on } = parts;
    this.#parts = parts;
    this.#keeping = coalesce(
      () => parts.keep(this.#toKeep),
      () => {},
    );
    this.#log = new RehearsalLog(
      {
        plan,
        kept,
        onEnd,
        onChange: () => send(this.#rehearsing()),
        keep: (rehearsals) => {
          this.#toKeep = rehearsals;
          this.#keeping.wake();
        },
        onKept: () => send(this.#kept()),
      },
      on,
    );
  }

  hear(talk: Talk): void {
    this.#log.hear(talk);
  }

  take(message: RehearsalMessage): void {
    if (message.type === 'rehearse') this.#log.turn(message.on);
    else if (message.type === 'forget-rehearsal') this.#log.forget(message.started);
    else void this.#write(message.started);
  }

  news(): ServerMessage[] {
    return [this.#kept(), this.#rehearsing()];
  }

  /** Ends what is being recorded, and waits until it is kept. */
  async close(): Promise<void> {
    this.#log.close();
    await this.#keeping.idle();
  }

  /** One after the other: each changes the sources that the next one reads. */
  async #write(started: number): Promise<void> {
    const rehearsal = this.#log.kept.find((one) => one.started === started);
    if (!rehearsal || this.#writing) return;
    this.#writing = true;
    const result = await this.#parts.write(proposedDurations(rehearsal));
    this.#writing = false;
    this.#parts.send({ type: 'durations', ...result });
  }

  #kept(): ServerMessage {
    return { type: 'rehearsals', kept: this.#log.kept };
  }

  #rehearsing(): ServerMessage {
    return { type: 'rehearsing', on: this.#log.on, current: this.#log.current };
  }
}
