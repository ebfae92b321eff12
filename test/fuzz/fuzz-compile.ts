import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { FuzzResult } from './child.ts';

/** A deck without an answer after this time does not end, in ms. */
const TIMEOUT = 60_000;

export interface FuzzOptions {
  /** Seed of the first deck; the others follow it. */
  from: number;
  count: number;
  /** Called with every deck that has faults as soon as it is found. */
  onFault?: (result: FuzzResult) => void;
  onDone?: (finished: number) => void;
}

/** Compiles mutated decks in a process of their own and returns those with faults; a deck that does not end is one. */
export async function fuzzCompile({ from, count, onFault, onDone }: FuzzOptions): Promise<FuzzResult[]> {
  const faulty: FuzzResult[] = [];
  let child: ChildProcess | undefined;
  try {
    for (let seed = from; seed < from + count; seed += 1) {
      child ??= fork(path.join(import.meta.dirname, 'child.ts'));
      const faults = await answerOf(child, seed);
      if (!faults) {
        child.kill('SIGKILL');
        child = undefined;
      }
      const found = faults ?? ['the process ended, or did not answer'];
      if (found.length > 0) {
        faulty.push({ seed, faults: found });
        onFault?.({ seed, faults: found });
      }
      onDone?.(seed - from + 1);
    }
  } finally {
    child?.kill();
  }
  return faulty;
}

/** What is wrong with a deck; `undefined` where the process has no answer. */
function answerOf(child: ChildProcess, seed: number): Promise<string[] | undefined> {
  return new Promise((resolve) => {
    const end = (faults: string[] | undefined): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(faults);
    };
    const onMessage = ({ faults }: FuzzResult): void => end(faults);
    const onExit = (): void => end(undefined);
    const timer = setTimeout(onExit, TIMEOUT);
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(seed);
  });
}
