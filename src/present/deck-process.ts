/** The process that reads and compiles the deck of a talk: whatever a deck does to it, the talk goes on. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { serveDeck, ownProcess } = await import('./deck-program.ts');
ownProcess();
serveDeck();
