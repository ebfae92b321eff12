/** The script of a deck's page: the deck itself, the presenter view, the remote control and the audience view. */
export { startDeck } from './start-deck.ts';
