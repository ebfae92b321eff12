import { setImmediate } from 'node:timers/promises';
import type { BrowserPool } from './browser-pool.ts';

/**
 * Ends a pool's browser as soon as the last document is printed or pictured, while this process finishes what it got.
 *
 * @param documents - how many will be printed or pictured; another one after that starts a browser again.
 */
export function endAfter(pool: BrowserPool, documents: number): BrowserPool {
  let made = 0;
  let ending: Promise<void> | undefined;
  const counted = async <T>(document: Promise<T>): Promise<T> => {
    const result = await document;
    made += 1;
    if (made === documents) {
      ending = pool.close();
      // The browser gets its signal before this process is busy.
      await setImmediate();
    }
    return result;
  };
  return {
    ...pool,
    print: (job) => counted(pool.print(job)),
    takePictures: (job) => counted(pool.takePictures(job)),
    async close() {
      await ending;
      await pool.close();
    },
  };
}
