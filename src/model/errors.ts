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
  | 'PACKAGE_BROKEN';

export interface LecternErrorOptions {
  /** What the reader can do about it, as one sentence. */
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
