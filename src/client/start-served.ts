import { servedStage } from './served-stage.ts';
import { startDeck, type StartDeckOptions } from './start-deck.ts';
import type { withPlugins } from './with-plugins.ts';

/** Starts the deck in a page that comes from `lectern present`. */
export function startServed(options: StartDeckOptions, plugins?: typeof withPlugins): void {
  startDeck(options, plugins, servedStage);
}
