import { expect, test } from 'vitest';
import { coalesce } from '../../src/present/coalesce.ts';

test('an unexpected error is reported, and the next job is done', async () => {
  const reported: unknown[] = [];
  let jobs = 0;
  const work = coalesce(
    async () => {
      jobs += 1;
      if (jobs === 1) throw new TypeError('nobody foresaw this');
    },
    (error) => reported.push(String(error)),
  );
  work.wake();
  await work.idle();
  work.wake();
  await work.idle();
  expect([jobs, reported]).toEqual([2, ['TypeError: nobody foresaw this']]);
});
