import { fileURLToPath } from 'node:url';
import { LecternError } from '../model/errors.ts';

/** The way to a value in a config, as in `['remarkPlugins', 0, 'scope']`. */
export type ConfigPath = readonly (string | number)[];

/** A position in a text; both from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/** A place in a file of the project. */
export interface FilePlace {
  file: string;
  position: TextPosition | undefined;
}

/** A problem with a value in a config. */
export class ConfigFault extends Error {
  readonly at: ConfigPath;
  readonly advice: string | undefined;

  constructor(at: ConfigPath, reason: string, advice?: string) {
    super(reason);
    this.at = at;
    this.advice = advice;
  }
}

/** A problem with a module that a config loads, or with the config as a module. */
export class ModuleFault extends Error {
  /** `undefined` where the module, not a place in it, causes the problem. */
  readonly place: FilePlace | undefined;
  readonly advice: string | undefined;

  constructor(reason: string, { place, advice, cause }: Partial<Pick<ModuleFault, 'place' | 'advice' | 'cause'>> = {}) {
    super(reason, { cause });
    this.place = place;
    this.advice = advice;
  }
}

const ADVICE = 'Correct the config, or run without it: --no-config.';

/** Makes an error of a problem in a file. @param shown - the file as messages name it. */
export function configError(
  shown: string,
  {
    position,
    reason,
    advice = ADVICE,
    cause,
  }: {
    position?: TextPosition | undefined;
    reason: string;
    advice?: string | undefined;
    cause?: unknown;
  },
): LecternError {
  const place = position ? `${shown}:${position.line}:${position.column}` : shown;
  return new LecternError('USAGE', `${place}: ${reason}`, { advice, cause });
}

/** Returns the path of a module's address; `undefined` where it is not on the disk. */
export function fileOf(url: string): string | undefined {
  return url.startsWith('file:') ? fileURLToPath(url.replace(/\?.*$/, '')) : undefined;
}

/** Returns the line and column of an offset in a text. */
export function positionAt(text: string, offset: number): TextPosition {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
