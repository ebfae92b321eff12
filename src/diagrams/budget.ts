import type { Drawn, DrawingProblem } from '../model/drawing.ts';
import { LIMITS } from './limits.ts';

/** Runs a drawing, or says why it is not tried. */
export type Budget = (work: () => Promise<Drawn | DrawingProblem>) => Promise<Drawn | DrawingProblem>;

/**
 * Counts the time of the slow drawings of one deck, so that many of them do not take hours. The quick ones are free: a deck may
 * have any number of those.
 *
 * @param now - milliseconds.
 */
export function createBudget(now: () => number = () => performance.now()): Budget {
  let left = LIMITS.slowSeconds * 1000;
  return async (work) => {
    if (left <= 0) {
      return {
        problem: `not tried, since other drawings of the deck take more than ${LIMITS.slowSeconds} s; make them smaller`,
      };
    }
    const start = now();
    try {
      return await work();
    } finally {
      left -= Math.max(0, now() - start - LIMITS.quickSeconds * 1000);
    }
  };
}
