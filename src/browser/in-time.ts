/**
 * Waits for work, but not for ever: a browser that hangs or dies at the wrong moment leaves Puppeteer waiting for an
 * answer that nobody will give.
 *
 * @param limit - milliseconds.
 * @throws Error when the time is up, and whatever the work fails with
 */
export async function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutOfTime(limit)), limit);
  });
  work.catch(() => {});
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

class OutOfTime extends Error {
  constructor(limit: number) {
    super(`no answer within ${Math.round(limit / 1000)} s`);
  }
}
