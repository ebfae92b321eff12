/** The script of decks with films and sounds: other windows play them. */
export { createPlayerControls } from './player-controls.ts';
export { syncPlayers } from './sync-players.ts';
