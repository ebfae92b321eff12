import { Script } from 'node:vm';
import type { DrawingJob } from '../model/drawing.ts';
import { drawJob } from './draw-job.ts';
import { LIMITS, type Within } from './limits.ts';
import { stopClock } from '../model/stop-clock.ts';

/**
 * Draws in a process of its own, one job after the other. The process that started it ends it where a job takes too
 * long. It ends by itself when that process is gone: immediately between jobs, and a little after the limit during one.
 */
stopClock(globalThis);

const work: { now?: () => unknown } = {};
Object.assign(globalThis, { lecternWork: work });
const run = new Script('lecternWork.now()');

const within: Within = <T>(task: () => T): T => {
  let result: { value: T } | undefined;
  work.now = () => {
    result = { value: task() };
  };
  try {
    run.runInThisContext({ timeout: (LIMITS.seconds + 2) * 1000 });
  } catch (error) {
    if (!result && error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      process.exit(1);
    }
    throw error;
  }
  if (!result) throw new Error('nothing was drawn');
  return result.value;
};

process.on('disconnect', () => process.exit());
// Ctrl+C reaches every process of a terminal; the one that waits for a drawing decides when to stop.
process.on('SIGINT', () => {});
// Some of what Vega does, nobody awaits.
process.on('unhandledRejection', (reason) => {
  process.send?.({ problem: reason instanceof Error ? reason.message : String(reason) }, () => process.exit(1));
});
process.on('message', (job: DrawingJob) => {
  void drawJob(job, within).then((drawn) => process.send?.(drawn));
});
process.send?.('ready');
