/** The script of pages that `lectern present` serves: the deck's, and what needs the server, such as the remote and the audience view. */
export { startServed as startDeck } from './start-served.ts';
