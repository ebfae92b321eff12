import type { createPlayerControls } from './player-controls.ts';
import type { syncPlayers } from './sync-players.ts';

/** The parts of the script for decks with videos and sounds. */
export interface PlayerParts {
  syncPlayers: typeof syncPlayers;
  createPlayerControls: typeof createPlayerControls;
}
