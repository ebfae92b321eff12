import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { BrowserPlaces } from '../browser/find-browser.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Size } from '../model/deck.ts';
import { LecternError, type ErrorCode } from '../model/errors.ts';
import type { LiveFault, LiveFinding, LiveOptions, WrittenDurations } from '../client/live-messages.ts';
import type { ShownDeck, ShownFile, ShownSlide } from './shown-deck.ts';

/** The first message to the process that compiles the deck. */
export interface ReaderStart {
  /** Path of the deck, relative to `cwd`. */
  name: string;
  /** The project's config, where the call chooses one. */
  config: false | string | undefined;
  /** Options of the call; `undefined` leaves one to the project. */
  theme: string | undefined;
  size: Size | undefined;
  brand: string | undefined;
  dialect: string | undefined;
  untrusted: boolean | undefined;
  fetch: boolean | undefined;
  rules: CheckSettings | undefined;
  /** Slides are checked in a browser. */
  check: boolean;
  cwd: string;
  browser: BrowserPlaces;
  /** Views that somebody may have. */
  views: LiveOptions['view'][];
  /** Of this run of the server. */
  run: string;
  /** Of hashes that others get to see. */
  key: string;
}

/** Messages to that process. */
export type ReaderRequest =
  | ({ type: 'start' } & ReaderStart)
  /** `styles`: style sheets have changed as well. */
  | { type: 'read'; styles: boolean }
  /** Write durations of slides, in seconds by their ids, into the sources. */
  | { type: 'write-durations'; seconds: ReadonlyMap<string, number> };

/** Messages from that process. */
export type ReaderReply =
  /** The project was loaded, or why not; always the first. */
  | { type: 'project'; project: LoadedProject }
  /** The deck names this file, whether it exists or not. */
  | { type: 'located'; file: string }
  | { type: 'read'; result: SentResult }
  | { type: 'durations'; result: WrittenDurations }
  | { type: 'pages'; version: string; pages: Map<LiveOptions['view'], string> }
  | { type: 'findings'; findings: LiveFinding[] }
  | { type: 'check-error'; error: SentError };

/** Facts about its project that the talk needs. */
export interface LoadedProject {
  /** Files that change it, be they there or not. */
  files: string[];
  /** Parts that are not used, in sentences. */
  notices: readonly string[];
  error?: SentError;
  /** The process ended meanwhile, which may be an accident. */
  ended?: true;
}

/** The result of compiling the deck, as plain data. */
export interface SentResult {
  sources: SentFile[];
  faults: LiveFault[];
  watched: string[];
  /** The environment, or the call, kept the deck from being read. */
  error?: SentError;
  deck?: SentDeck;
}

/** A deck without what was sent with the one before. */
export interface SentDeck extends Omit<ShownDeck, 'slides' | 'css' | 'images'> {
  slides: (Pick<ShownSlide, 'id' | 'hash'> & { texts?: Pick<ShownSlide, 'html' | 'publicHtml'> })[];
  css?: string;
  images: Map<string, ShownFile | undefined>;
}

export interface SentError {
  code: ErrorCode;
  message: string;
  advice: string;
}

/** A source with its messages; processes cannot send each other errors as they are. */
interface SentFile {
  path: string;
  cwd: string;
  messages: Pick<VFileMessage, 'reason' | 'place' | 'ruleId' | 'source' | 'fatal'>[];
}

/** Converts an error into plain data. */
export function sendError({ code, message, advice }: LecternError): SentError {
  return { code, message, advice };
}

/** Restores an error from plain data. */
export function errorFrom({ code, message, advice }: SentError): LecternError {
  return new LecternError(code, message, { advice });
}

/** Converts a file and its messages into plain data. */
export function sendFile({ path, cwd, messages }: VFile): SentFile {
  return {
    path,
    cwd,
    messages: messages.map(({ reason, place, ruleId, source, fatal }) => ({ reason, place, ruleId, source, fatal })),
  };
}

/** Restores a file and its messages from plain data. */
export function fileFrom({ path, cwd, messages }: SentFile): VFile {
  const file = new VFile({ path, cwd });
  for (const { reason, place, ruleId, source, fatal } of messages) {
    const message = new VFileMessage(reason, { place, ruleId, source });
    message.fatal = fatal;
    message.file = path;
    file.messages.push(message);
  }
  return file;
}

/** Prepares a deck to be sent to a receiver that has the one before. */
export function sendDeck(deck: ShownDeck, before: ShownDeck | undefined): SentDeck {
  const known = new Set(before?.slides.map(({ hash }) => hash));
  const { css, ...others } = deck;
  return {
    ...others,
    ...(css !== before?.css && { css }),
    slides: deck.slides.map(({ id, hash, html, publicHtml }) =>
      known.has(hash) ? { id, hash } : { id, hash, texts: { html, publicHtml } },
    ),
    images: new Map(
      [...deck.images].map(([address, file]) => [address, before?.images.has(address) ? undefined : file]),
    ),
  };
}

export function deckFrom(sent: SentDeck, before: ShownDeck | undefined): ShownDeck {
  const known = new Map(before?.slides.map((slide) => [slide.hash, slide]));
  return {
    ...sent,
    css: sent.css ?? before?.css ?? '',
    slides: sent.slides.flatMap(({ id, hash, texts }) => {
      const slide = texts ?? known.get(hash);
      return slide ? [{ id, hash, html: slide.html, publicHtml: slide.publicHtml }] : [];
    }),
    images: new Map(
      [...sent.images].flatMap(([address, file]) => {
        const image = file ?? before?.images.get(address);
        return image ? [[address, image]] : [];
      }),
    ),
  };
}
