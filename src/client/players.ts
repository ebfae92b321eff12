/** The script of decks with videos and sounds: other windows play them. */
export { createPlayerControls } from './player-controls.ts';
export { syncPlayers } from './sync-players.ts';
