import type { createPlayerControls } from './player-controls.ts';
import type { syncPlayers } from './sync-players.ts';

/** What the script of decks with videos and sounds has. */
export interface PlayerParts {
  syncPlayers: typeof syncPlayers;
  createPlayerControls: typeof createPlayerControls;
}
