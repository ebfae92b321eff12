import type { FetchRules } from '../files/fetch-picture.ts';
import { LecternError } from '../model/errors.ts';

export interface FetchChoice {
  /** Fetch images of the web into the project, once; with rules of one's own for where to connect to. @default false */
  fetch?: boolean | FetchRules | undefined;
  /** The deck comes from somebody else. @default false */
  untrusted?: boolean | undefined;
}

/**
 * Reads whether images may be fetched.
 *
 * @throws LecternError `USAGE` where the deck comes from somebody else
 */
export function fetchRules({ fetch = false, untrusted = false }: FetchChoice): FetchRules | undefined {
  if (fetch === false) return undefined;
  if (untrusted) {
    throw new LecternError('USAGE', '--fetch cannot be combined with --untrusted, which makes no network requests', {
      advice: 'Leave out one of them; the config may set “fetch” as well.',
    });
  }
  return fetch === true ? {} : fetch;
}
