/** The script of an exported deck: the slides and the presenter view. What needs a server is in `served.ts`. */
export { startDeck } from './start-deck.ts';
