import { expect, test } from 'vitest';
import { readPageMessage } from '../../src/present/talk-messages.ts';

test.each([
  { type: 'rehearse', on: true },
  { type: 'forget-rehearsal', started: 1 },
  { type: 'write-durations', started: 1 },
])('a message about rehearsals has the fields that are known, and no others: %j', (message) => {
  // What is written is what the server has recorded: no window names files, slides or times.
  const more = { ...message, file: '/etc/passwd', seconds: { one: 1 }, times: [['one', [1]]] };
  expect(readPageMessage(JSON.stringify(more))).toEqual(message);
});

test.each([
  { type: 'rehearse' },
  { type: 'rehearse', on: 'true' },
  { type: 'forget-rehearsal', started: '1' },
  { type: 'write-durations', started: null },
  { type: 'write-durations', started: [1] },
])('anything else is none: %j', (message) => {
  expect(readPageMessage(JSON.stringify(message))).toBeUndefined();
});
