import type { VFile } from 'vfile';
import type { DeckMeta } from '../model/deck.ts';
import { fail, warn } from '../model/messages.ts';

/** Returns why a deck has no slides: the error that was reported already, or a new one about just that. */
export function emptyReason(file: VFile, hasHidden: boolean): string {
  const fatal = file.messages.find(({ fatal }) => fatal === true);
  if (fatal) return fatal.reason;
  const reason = `The deck is empty, expected at least ${hasHidden ? 'one slide that is not hidden' : 'one slide'}`;
  fail(file, reason, { place: undefined, ruleId: 'deck-empty' });
  return reason;
}

/** Keeps the HTML of decks of others from running anything. */
export function keepSafe(meta: DeckMeta, file: VFile): void {
  if (meta.html !== 'trusted') return;
  meta.html = 'safe';
  const reason = 'Unexpected “html: trusted”: with --untrusted, HTML stays safe; take the key out';
  warn(file, reason, { place: meta.positions.get('html'), ruleId: 'html-untrusted' });
}
