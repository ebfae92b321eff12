import { sentences, type LecternError } from '../model/errors.ts';
import { debugs } from './environment.ts';
import { complain, complainWhole } from './terminal.ts';

/** Prints what the environment, or a bug, did; with DEBUG=lectern also where it comes from. */
export function reportError(error: LecternError, deck?: string): void {
  const { code, cause } = error;
  const text = sentences(error);
  // Other errors name the file themselves where it matters.
  if (deck !== undefined && code === 'UNEXPECTED') complain`lectern: ${deck}: ${text}`;
  else complain`lectern: ${text}`;
  if (debugs()) complainWhole(cause ?? error);
}

/** Returns a function that prints errors of decks: that there is no browser only once, as it is the same for all. */
export function deckErrorReporter(): (error: LecternError, deck: string) => void {
  const printed = new Set<string>();
  return (error, deck) => {
    const text = sentences(error);
    if (error.code !== 'BROWSER_MISSING' || !printed.has(text)) reportError(error, deck);
    printed.add(text);
  };
}
