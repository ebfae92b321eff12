/** The process of a talk's deck in the published package: as deck-process.ts, with the bundle of deck-program.ts. */
import { loadBundle } from '../files/load-bundle.ts';

const { serveDeck, ownProcess } = loadBundle<typeof import('./deck-program.ts')>('deck-program');
ownProcess();
serveDeck();
