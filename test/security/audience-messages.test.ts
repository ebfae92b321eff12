import { expect, test } from 'vitest';
import { readPollResults } from '../../src/model/poll-results.ts';
import { readPageMessage } from '../../src/present/talk-messages.ts';

const RULES = { questions: true, checked: false, reactions: true, shown: null, join: false };

test.each([
  { type: 'ask', text: 'Why?' },
  { type: 'vote', question: 3, on: false },
  { type: 'answer', poll: 'tea', choices: [0, 2] },
  { type: 'react', reaction: 'applause' },
  { type: 'question', question: 3, act: 'block' },
  { type: 'poll', poll: 'tea', act: 'show' },
  { type: 'rules', rules: RULES },
  { type: 'save' },
  { type: 'renew' },
])('a message of an audience has the fields that are known, and no others: %j', (message) => {
  const more = { ...message, __proto__: null, evil: '<script>', rules: { ...RULES, evil: 1 } };
  const expected = 'rules' in message ? { ...message, rules: RULES } : message;
  expect(readPageMessage(JSON.stringify(more))).toEqual(expected);
});

test.each([
  { type: 'ask', text: 'x'.repeat(2000) },
  { type: 'ask', text: ['x'] },
  { type: 'ask' },
  { type: 'vote', question: '3', on: true },
  { type: 'vote', question: 1.5, on: true },
  { type: 'vote', question: -1, on: true },
  { type: 'vote', question: 3, on: 1 },
  { type: 'answer', poll: 'tea', choices: [1e9] },
  { type: 'answer', poll: 'tea', choices: [-1] },
  { type: 'answer', poll: 'tea', choices: ['__proto__'] },
  { type: 'answer', poll: 'tea', choices: Array.from({ length: 21 }, () => 0) },
  { type: 'answer', poll: 'x'.repeat(501), choices: [0] },
  { type: 'answer', poll: {}, choices: [0] },
  { type: 'react', reaction: 'constructor' },
  { type: 'react', reaction: 7 },
  { type: 'question', question: 3, act: 'toString' },
  { type: 'poll', poll: 'tea', act: '__proto__' },
  { type: 'rules', rules: { ...RULES, shown: '1' } },
  { type: 'rules', rules: { ...RULES, questions: 'yes' } },
  { type: 'rules' },
  { type: '__proto__' },
  { type: 'constructor' },
])('what an audience cannot mean is not read: %j', (message) => {
  expect(readPageMessage(JSON.stringify(message))).toBeUndefined();
});

test('answers beside a deck are read as far as they have the form of answers', () => {
  const poll = { id: 'tea', question: 'What?', choices: ['Tea', 'Coffee'], counts: [1, 2], voters: 3 };
  const broken = [
    { ...poll, counts: [1] },
    { ...poll, counts: [1, -2] },
    { ...poll, counts: [1, 'x'] },
    { ...poll, voters: Infinity },
    { ...poll, choices: [1, 2] },
    { ...poll, id: undefined },
    null,
    [],
  ];
  expect(readPollResults(JSON.stringify({ polls: [poll, ...broken], evil: 1 }))).toEqual([poll]);
  for (const text of ['', '[]', 'null', '{"polls":{}}', '{']) expect(readPollResults(text)).toEqual([]);
});
