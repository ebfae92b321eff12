import type { DrawingProblem } from '../model/drawing.ts';
import { LIMITS } from './limits.ts';

/**
 * The time that slow drawings of one deck may take together, so that many of them do not take hours. The quick ones are free:
 * a deck may have any number of those.
 */
export interface Budget {
  /** Milliseconds left. */
  left: number;
}

/** Creates the budget of a deck. */
export function createBudget(): Budget {
  return { left: LIMITS.slowSeconds * 1000 };
}

/** Returns why nothing more is drawn; `undefined` where there is time left. */
export function overBudget({ left }: Budget): DrawingProblem | undefined {
  if (left > 0) return undefined;
  return {
    problem: `not tried, since other drawings of the deck take more than ${LIMITS.slowSeconds} s; make them smaller`,
  };
}

/** Takes the time of a drawing off the budget. */
export function spend(budget: Budget, milliseconds: number): void {
  budget.left -= Math.max(0, milliseconds - LIMITS.quickSeconds * 1000);
}
