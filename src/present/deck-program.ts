/** The process of a talk's deck, as one entry for bundlers. */
export { serveDeck } from './deck-work.ts';
export { ownProcess } from '../model/own-process.ts';
