/**
 * Waits for work up to a limit: Puppeteer goes on waiting for a browser that hangs, or dies at the wrong moment.
 *
 * @param limit - milliseconds.
 * @throws Error when the time is up, and whatever the work fails with
 */
export function withTimeout<T>(work: Promise<T>, limit: number): Promise<T> {
  return whileItGoesOn(() => work, limit);
}

/**
 * Does the same for work that reports progress: the time starts again each time.
 *
 * @param limit - milliseconds.
 * @throws Error when the time is up, and whatever the work fails with
 */
export async function whileItGoesOn<T>(start: (goesOn: () => void) => Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutOfTime(limit)), limit);
  });
  const work = start(() => timer?.refresh());
  work.catch(() => {});
  return Promise.race([work, timeout]).finally(() => {
    clearTimeout(timer);
    timer = undefined;
  });
}

export class OutOfTime extends Error {
  readonly seconds: number;

  constructor(limit: number) {
    const seconds = Math.round(limit / 1000);
    super(`no answer within ${seconds} s`);
    this.seconds = seconds;
  }
}
