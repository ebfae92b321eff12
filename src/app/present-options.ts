import type { BrowserPlaces } from '../browser/find-browser.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Size } from '../model/deck.ts';
import type { LecternError } from '../model/errors.ts';
import type { DeckNews } from '../present/deck-state.ts';
import type { Role } from '../present/access.ts';
import type { LiveFinding } from '../client/live-messages.ts';
import type { PlannedSlide } from '../client/talk.ts';
import type { Rehearsal } from '../model/rehearsal.ts';

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
  /** Check the slides while no edits are made, and show the speaker what was found. @default true */
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
