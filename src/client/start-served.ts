import type { ServedWords } from '../model/talk-words.ts';
import { servedStage } from './served-stage.ts';
import { startDeck, type StartDeckOptions } from './start-deck.ts';
import type { withPlugins } from './with-plugins.ts';

export interface ServedDeckOptions extends StartDeckOptions {
  words: ServedWords;
}

/** Starts the deck in a page that comes from `lectern present`. */
export function startServed(options: ServedDeckOptions, plugins?: typeof withPlugins): void {
  startDeck(options, plugins, servedStage(options.words));
}
