import { describe, expect, test } from 'vitest';
import type { AudienceAct, AudienceNews } from '../../src/client/audience-messages.ts';
import type { Poll } from '../../src/model/poll.ts';
import { answersOf } from '../../src/present/audience/answers.ts';
import { Audience } from '../../src/present/audience/audience.ts';
import { readableQuestion } from '../../src/present/audience/questions.ts';

const TEA: Poll = {
  id: 'tea',
  slide: 'morning',
  question: 'What do you drink?',
  choices: ['Tea', 'Coffee', 'Water'],
  letters: ['A', 'B', 'C'],
  multiple: false,
  results: ['later'],
};

type State = Extract<AudienceNews, { type: 'audience' }>;

/** An audience whose acts come a minute after each other. */
function audienceOf(polls: Poll[] = [TEA]) {
  const audience = new Audience();
  audience.setPolls(polls);
  audience.takeNews();
  let now = 0;
  const act = (voter: string | undefined, message: AudienceAct, later = 60_000): AudienceNews | undefined => {
    now += later;
    return audience.act(message, { voter, address: '10.0.0.1' }, now);
  };
  const ask = (voter: string, text: string, later?: number): AudienceNews | undefined =>
    act(voter, { type: 'ask', text }, later);
  const answer = (voter: string, ...choices: number[]): AudienceNews | undefined =>
    act(voter, { type: 'answer', poll: 'tea', choices });
  return { audience, act, ask, answer };
}

const questionsOf = ({ questions = [] }: State): string[] => questions.map(({ text, votes }) => `${text} ${votes}`);

describe('questions', () => {
  test('are seen by the speaker alone until they are let through, and get a vote of each', () => {
    const { audience, act, ask } = audienceOf();
    expect(ask('ann', 'Why?')).toEqual({ type: 'asked' });
    expect(audience.takeNews()?.leads.questions).toEqual([{ id: 1, text: 'Why?', votes: 0, state: 'waiting' }]);
    expect(audience.whole(false).questions).toEqual([]);
    // What others cannot see has no votes.
    act('bob', { type: 'vote', question: 1, on: true });
    audience.order({ type: 'question', question: 1, act: 'shown' });
    for (const voter of ['bob', 'bob', 'eve']) act(voter, { type: 'vote', question: 1, on: true });
    expect(questionsOf(audience.whole(false))).toEqual(['Why? 2']);
    act('eve', { type: 'vote', question: 1, on: false });
    expect(questionsOf(audience.takeNews()?.followers ?? audience.whole(false))).toEqual(['Why? 1']);
    expect(audience.mine('bob')).toEqual({ type: 'mine', votes: [1], answers: {} });
    audience.order({ type: 'question', question: 1, act: 'waiting' });
    expect(audience.takeNews()?.followers).toEqual({ type: 'audience', gone: [1] });
  });

  test('of one who is blocked are thrown away, and so are those that wait', () => {
    const { audience, ask } = audienceOf();
    ask('ann', 'A');
    ask('rude', 'B');
    ask('rude', 'C');
    audience.order({ type: 'question', question: 2, act: 'block' });
    expect(ask('rude', 'D')).toEqual({ type: 'asked' });
    expect(questionsOf(audience.whole(true))).toEqual(['A 0']);
  });

  test('come at a pace, three at a time, and to a number', () => {
    const { audience, ask } = audienceOf();
    expect(['1', '2', '3'].map((text) => ask('ann', text, 1))).toEqual(['1', '2', '3'].map(() => ({ type: 'asked' })));
    expect(ask('ann', '4', 1)).toEqual({ type: 'asked', refused: 'soon' });
    expect(ask('ann', '5')).toEqual({ type: 'asked', refused: 'full' });
    audience.order({ type: 'question', question: 1, act: 'answered' });
    expect(ask('ann', '6')).toEqual({ type: 'asked' });
    for (let index = 0; index < 400; index += 1) ask(`voter${index}`, 'Again?');
    expect(audience.whole(true).questions).toHaveLength(300);
    expect(ask('late', 'And now?')).toEqual({ type: 'asked', refused: 'full' });
    audience.order({
      type: 'rules',
      rules: { questions: false, checked: true, reactions: true, shown: null, join: false },
    });
    expect(ask('late', 'And now?')).toEqual({ type: 'asked', refused: 'off' });
  });

  test('on the slides are seen by all, and leave them with their answer', () => {
    const { audience, ask } = audienceOf();
    ask('ann', 'Why?');
    const rules = { questions: true, checked: true, reactions: true, join: false };
    audience.order({ type: 'rules', rules: { ...rules, shown: 1 } });
    expect(audience.whole(false)).toMatchObject({ rules: { shown: 1 }, questions: [{ state: 'shown' }] });
    audience.order({ type: 'question', question: 1, act: 'answered' });
    expect(audience.whole(false).rules?.shown).toBeNull();
    audience.order({ type: 'rules', rules: { ...rules, shown: 99 } });
    expect(audience.whole(false).rules?.shown).toBeNull();
  });

  test.each([
    ['  Is  this\n\tone line?  ', 'Is this one line?'],
    ['‮txt.exe\u0000', 'txt.exe'],
    ['می‌خواهم 👩‍💻', 'می‌خواهم 👩‍💻'],
    [`Z${'\u0301'.repeat(40)}`, 'Ź\u0301\u0301\u0301\u0301'],
    ['\u200b\u2060 ', undefined],
    ['x'.repeat(281), undefined],
    ['x'.repeat(280), 'x'.repeat(280)],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('are one line that can be read: %j', (text, expected) => {
    expect(readableQuestion(text)).toBe(expected);
  });
});

describe('polls', () => {
  test('begin with their slide, count one answer of each, and show results when the speaker wants', () => {
    const { audience, answer } = audienceOf();
    answer('ann', 0);
    expect(audience.whole(false).polls).toEqual([]);
    audience.reach('morning');
    for (const [voter, choice] of [
      ['ann', 0],
      ['ann', 1],
      ['bob', 1],
      ['eve', 7],
    ] as const)
      answer(voter, choice);
    expect(audience.whole(true).polls).toMatchObject([{ open: true, counts: [0, 2, 0], voters: 2 }]);
    expect(audience.whole(false).polls).toMatchObject([{ id: 'tea', open: true, shown: false, counts: [], voters: 2 }]);
    audience.order({ type: 'poll', poll: 'tea', act: 'show' });
    expect(audience.takeNews()?.followers.polls).toMatchObject([{ counts: [0, 2, 0] }]);
    audience.order({ type: 'poll', poll: 'tea', act: 'close' });
    answer('eve', 2);
    expect(audience.whole(true).polls).toMatchObject([{ open: false, counts: [0, 2, 0] }]);
    expect(audience.mine('ann')).toEqual({ type: 'mine', votes: [], answers: { tea: [1] } });
    // Nothing is taken up again when the slide is.
    audience.reach('morning');
    expect(audience.whole(true).polls).toMatchObject([{ open: false }]);
    audience.order({ type: 'poll', poll: 'tea', act: 'reset' });
    expect(audience.whole(true).polls).toMatchObject([{ counts: [0, 0, 0], voters: 0 }]);
  });

  test('with several choices count each once', () => {
    const { audience, answer } = audienceOf([{ ...TEA, multiple: true }]);
    audience.reach('morning');
    answer('ann', 2, 0, 0, 2);
    answer('bob', 0);
    expect(audience.whole(true).polls).toMatchObject([{ counts: [2, 0, 1], voters: 2 }]);
    answer('bob');
    expect(audience.whole(true).polls).toMatchObject([{ counts: [1, 0, 1], voters: 1 }]);
  });

  test('show results on the slides that are made for them', () => {
    const { audience } = audienceOf();
    audience.reach('later');
    expect(audience.whole(false).polls).toMatchObject([{ open: false, shown: true, counts: [0, 0, 0] }]);
  });

  test('keep their answers while the deck is edited, and when the server is started again', () => {
    const { audience, answer } = audienceOf();
    audience.reach('morning');
    answer('ann', 2);
    answer('bob', 0);
    audience.setPolls([{ ...TEA, choices: ['Tea', 'Coffee'] }]);
    expect(audience.whole(true).polls).toMatchObject([{ open: true, counts: [1, 0], voters: 1 }]);
    audience.setPolls([TEA]);
    const again = new Audience(structuredClone(audience.kept()));
    again.setPolls([TEA]);
    expect(again.whole(true).polls).toMatchObject([{ open: true, counts: [1, 0, 1], voters: 2 }]);
    expect(again.mine('bob')).toEqual({ type: 'mine', votes: [], answers: { tea: [0] } });
    expect(JSON.stringify(audience.kept())).not.toContain('10.0.0.1');
  });
});

describe('strangers', () => {
  test('without a number of this server do nothing', () => {
    const { audience, act } = audienceOf();
    audience.reach('morning');
    act(undefined, { type: 'answer', poll: 'tea', choices: [0] });
    act(undefined, { type: 'react', reaction: 'like' });
    expect(act(undefined, { type: 'ask', text: 'Why?' })).toEqual({ type: 'asked', refused: 'full' });
    expect(audience.whole(true)).toMatchObject({ questions: [], polls: [{ voters: 0 }] });
    expect(audience.takeReactions()).toBeUndefined();
  });

  test('with thousands of numbers count for hundreds, and reactions have a pace', () => {
    const { audience, act, answer } = audienceOf();
    audience.reach('morning');
    for (let index = 0; index < 5000; index += 1) answer(`voter${index}`, 0);
    expect(audience.whole(true).polls).toMatchObject([{ voters: 600 }]);
    for (let index = 0; index < 100; index += 1) act('voter1', { type: 'react', reaction: 'applause' }, 1);
    expect(audience.takeReactions()).toEqual([0, 5, 0, 0, 0]);
    expect(audience.takeReactions()).toBeUndefined();
  });
});

test('another audience finds nothing of the one before', () => {
  const { audience, ask, answer } = audienceOf();
  audience.reach('later');
  audience.reach('morning');
  answer('ann', 1);
  ask('ann', 'Why?');
  audience.takeNews();
  audience.order({ type: 'renew' });
  const nothing = { questions: [], polls: [{ open: false, shown: false, counts: [0, 0, 0], voters: 0 }] };
  expect(audience.whole(true)).toMatchObject(nothing);
  expect(audience.takeNews()?.leads).toMatchObject({ gone: [1], polls: nothing.polls });
  expect(audience.mine('ann')).toBeUndefined();
  expect(audience.kept()).toMatchObject({ questions: [], voters: [] });
});

test('what is saved says nothing about who it was', () => {
  const { audience, ask, answer } = audienceOf();
  audience.reach('morning');
  answer('ann', 1);
  ask('bob', 'Why?');
  expect(answersOf(audience.whole(true))).toEqual({
    polls: [
      { id: 'tea', question: 'What do you drink?', choices: ['Tea', 'Coffee', 'Water'], counts: [0, 1, 0], voters: 1 },
    ],
    questions: [{ text: 'Why?', votes: 0, answered: false }],
  });
});
