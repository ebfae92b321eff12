/** Runs a job again and again, as often as there is reason to, and never twice at a time. */
export interface CoalescedJob {
  /** There is a reason to. */
  wake: () => void;
  /** When nothing is left to do. */
  idle: () => Promise<void>;
  stop: () => void;
}

/** Editors write a file in several steps; this is how long they take between two of them, in ms. */
const SETTLE = 4;

/** @param onError - called with errors of the job; the next one is still done. */
export function coalesce(job: () => Promise<void>, onError: (error: unknown) => void): CoalescedJob {
  const reasons = { wanted: false, stopped: false };
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (reasons.wanted && !reasons.stopped) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE));
      reasons.wanted = false;
      try {
        await job();
      } catch (error) {
        onError(error);
      }
    }
    running = undefined;
  };
  return {
    wake() {
      reasons.wanted = true;
      running ??= run();
    },
    idle: async () => running,
    stop() {
      reasons.stopped = true;
    },
  };
}
