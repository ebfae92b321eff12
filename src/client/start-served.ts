import type { ServedWords } from '../model/talk-words.ts';
import { servedStage } from './served-stage.ts';
import { startDeck, type DeckParts, type StartDeckOptions } from './start-deck.ts';
import * as players from './players.ts';

interface ServedDeckOptions extends StartDeckOptions {
  words: ServedWords;
}

/** Starts the deck in a page that comes from `lectern present`. */
export function startServed(options: ServedDeckOptions, { plugins }: Pick<DeckParts, 'plugins'>): void {
  startDeck(options, { plugins, players, served: servedStage(options.words) });
}
