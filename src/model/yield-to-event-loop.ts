import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work between two turns. */
const STRIDE = 4;

/**
 * Gives way to others now and then during long work: the browser that starts meanwhile asks for many small answers.
 *
 * @returns a function to await as often as one likes.
 */
export function eventLoopYielder(): () => Promise<void> | undefined {
  let next = performance.now() + STRIDE;
  return () => {
    if (performance.now() < next) return undefined;
    return setImmediate().then(() => {
      next = performance.now() + STRIDE;
    });
  };
}
