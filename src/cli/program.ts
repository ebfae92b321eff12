/** The program of `lectern`, as one entry for bundlers. */
export { run } from './run.ts';
export { ownProcess } from '../model/own-process.ts';
