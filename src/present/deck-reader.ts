import type { VFile } from 'vfile';
import type { LiveFault, LiveFinding, LiveOptions } from '../client/live-messages.ts';
import type { LecternError } from '../model/errors.ts';
import type { ReaderRequest } from './deck-messages.ts';
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
  /** Marks the deck that is being read as outdated. */
  hurry: () => void;
  /** A file has changed: where it is part of the project, the next deck is read with the project as it is then. */
  changed: (file: string) => void;
  close: () => Promise<void>;
}

export interface ReaderEvents {
  /** The project was loaded again, or `problem` says why the former one stays. */
  onProject: (problem?: LecternError) => void;
  /** Gets the parts of the project that are not used, in sentences. */
  onNotices: (notices: readonly string[]) => void;
  /** The deck that is being read names this file. */
  onLocated: (file: string) => void;
  onPages: (version: string, pages: ReadonlyMap<LiveOptions['view'], string>) => void;
  onFindings: (findings: LiveFinding[]) => void;
  onCheckError: (error: LecternError) => void;
  /** The process ended when the deck was read already; pages of that may not have come. */
  onGone: () => void;
}
