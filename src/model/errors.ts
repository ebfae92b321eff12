import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Permanent names of everything that can go wrong outside the author's text. */
export type ErrorCode =
  | 'USAGE'
  | 'INPUT_MISSING'
  | 'INPUT_IS_DIRECTORY'
  | 'INPUT_UNREADABLE'
  | 'OUTPUT_UNWRITABLE'
  | 'THEME_UNREADABLE'
  | 'BROWSER_MISSING'
  | 'BROWSER_FAILED'
  | 'BROWSER_MEMORY'
  | 'BROWSER_TIMEOUT'
  | 'PACKAGE_BROKEN'
  | 'UNEXPECTED';

export interface LecternErrorOptions {
  /** The action to take, as one sentence. */
  advice: string;
  cause?: unknown;
}

/**
 * A failure of the environment or of the call, never of the deck's text (those are vfile messages).
 * `message` says what happened, `advice` what to do.
 */
export class LecternError extends Error {
  readonly code: ErrorCode;
  readonly advice: string;

  constructor(code: ErrorCode, message: string, options: LecternErrorOptions) {
    super(message, { cause: options.cause });
    this.name = 'LecternError';
    this.code = code;
    this.advice = options.advice;
  }
}

/** Joins what happened and what to do to sentences. */
export function sentences({ message, advice }: { message: string; advice: string }): string {
  return `${message}${/[.?!]$/.test(message) ? '' : '.'} ${advice}`;
}

/** Converts anything thrown while a deck is processed into an error; anything but a `LecternError` is a bug. */
export function errorOf(thrown: unknown): LecternError {
  if (thrown instanceof LecternError) return thrown;
  return new LecternError('UNEXPECTED', `unexpected error: ${reasonOf(thrown)}`, {
    advice: 'This is a bug in Lectern; run again with DEBUG=lectern:* and report what it prints.',
    cause: thrown,
  });
}

/** Tells whether no browser was available; outputs that need none can still be made. */
export function isBrowserError(error: unknown): error is LecternError {
  return error instanceof LecternError && error.code.startsWith('BROWSER_');
}

/** Says in one line why something was thrown. */
export function reasonOf(thrown: unknown): string {
  const reason =
    thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : JSON.stringify(thrown);
  return (reason ?? '').split('\n', 1)[0]?.slice(0, 200) || 'no reason was given';
}

/** Leaves out what ends a sentence, where another one takes it in. */
export function withoutFullStop(sentence: string): string {
  let end = sentence.length;
  while (end > 0 && /[.\s]/.test(sentence.charAt(end - 1))) end -= 1;
  return sentence.slice(0, end);
}

/** Returns the address and the line in a frame of a stack, as in `at run (file:///talk/config.ts?1:3:9)`. */
function placeIn(frame: string): [address?: string, line?: string] {
  const start = frame.indexOf('file:///');
  const [, line] = /:(\d{1,9}):\d{1,9}\)?$/.exec(frame.slice(-24)) ?? [];
  if (start === -1 || line === undefined) return [];
  const address = frame.slice(start, frame.lastIndexOf(`:${line}:`));
  return [address.replace(/\?.*/, ''), line];
}

/** Says why code of a project failed, with the place in it where that is in the working folder. */
export function failureOf(thrown: unknown): string {
  const reason = withoutFullStop(reasonOf(thrown));
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  for (const frame of stack.split('\n')) {
    const [address = '', line] = placeIn(frame);
    if (line === undefined) continue;
    const file = path.relative('', fileURLToPath(address));
    if (!file.startsWith('..') && !file.includes('node_modules')) return `${reason} (${file}:${line})`;
  }
  return reason;
}
