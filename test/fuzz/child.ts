import { faultsOf } from './compile-twice.ts';
import { mutatedDeck } from './mutate.ts';

/** A deck that was compiled, and what is wrong with it. */
export interface FuzzResult {
  seed: number;
  faults: string[];
}

/** Processor time that compiling a deck twice may take, in ms: other work on the machine does not change it. */
const LONGEST = 2 * 2000;

process.on('message', async (seed: number) => {
  const before = process.cpuUsage();
  const faults = await faultsOf(mutatedDeck(seed));
  const { user, system } = process.cpuUsage(before);
  const spent = (user + system) / 1000;
  if (spent > LONGEST) faults.push(`it takes ${(spent / 1000).toFixed(1)} s of processor time`);
  const result: FuzzResult = { seed, faults };
  process.send?.(result);
});
