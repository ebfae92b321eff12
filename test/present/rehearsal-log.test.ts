import { expect, test } from 'vitest';
import { toggledTimer, wentTo, newTalk, type PlannedSlide, type Talk } from '../../src/client/talk.ts';
import {
  proposedDurations,
  readRehearsals,
  sectionTimes,
  totalOf,
  withRehearsal,
  type Rehearsal,
} from '../../src/model/rehearsal.ts';
import { RehearsalLog } from '../../src/present/rehearsal-log.ts';

const slide = (id: string, section: string, length: number, steps = 0): PlannedSlide => ({
  ...{ id, section, length, steps },
  title: id,
  start: 0,
});
const PLAN = [
  slide('one', 'Intro', 60),
  slide('two', 'Middle', 120, 2),
  slide('three', 'Middle', 0),
  slide('four', 'End', 30),
];

interface Recorded {
  log: RehearsalLog;
  ended: Rehearsal[];
  kept: () => readonly Rehearsal[];
  /** Lets seconds pass, and changes the talk. */
  after: (seconds: number, change: (talk: Talk, now: number) => Talk) => void;
}

function record(on = true): Recorded {
  const ended: Rehearsal[] = [];
  let kept: readonly Rehearsal[] = [];
  const nothing = (): void => {};
  const log = new RehearsalLog(
    {
      plan: () => PLAN,
      kept: [],
      keep: (all) => (kept = all),
      onKept: nothing,
      onChange: nothing,
      onEnd: (one) => ended.push(one),
    },
    on,
  );
  let [now, talk] = [1_000_000, newTalk('one')];
  return {
    log,
    ended,
    kept: () => kept,
    after(seconds, change) {
      now += seconds * 1000;
      talk = { ...change(talk, now), changed: now };
      log.hear(talk);
    },
  };
}

const go =
  (to: string, step = 0) =>
  (talk: Talk, now: number): Talk =>
    wentTo(talk, { slide: to, step }, now);
const reset = (talk: Talk): Talk => ({ ...talk, timer: { since: null, spent: 0 } });

test('the time on each slide and step is recorded while the timer runs', () => {
  const { log, after, ended } = record();
  after(0, (talk) => talk);
  after(5, toggledTimer);
  after(40, go('two'));
  after(20, go('two', 1));
  after(10, go('two', 2));
  // The timer stands still for an hour.
  after(5, toggledTimer);
  after(3600, toggledTimer);
  after(5, go('three'));
  // Back again.
  after(8, go('two', 2));
  after(2, go('four'));
  after(30, reset);
  expect(log.current).toBeUndefined();
  expect(ended).toHaveLength(1);
  expect(Object.fromEntries(ended[0]?.times ?? [])).toEqual({ one: [40], two: [20, 10, 12], three: [8], four: [30] });
  expect(ended[0]?.whole).toBe(true);
  expect(log.kept).toEqual(ended);
});

test('without a click on the timer it begins with the second slide, as the timer does', () => {
  const { log, after } = record();
  after(0, (talk) => talk);
  after(50, go('two'));
  after(7, go('three'));
  expect(log.current?.times).toEqual([['two', [7]]]);
  expect(log.current?.whole).toBe(false);
});

test('nothing is recorded unless somebody asks for it', () => {
  const { log, after, kept } = record(false);
  after(0, toggledTimer);
  after(40, go('two'));
  after(40, reset);
  expect([log.current, log.kept, kept()]).toEqual([undefined, [], []]);
});

test('trials are not kept, and an accident costs no more than a slide', () => {
  const { log, after, kept } = record();
  after(0, toggledTimer);
  after(12, go('two'));
  after(3, reset);
  expect(log.kept).toEqual([]);
  after(1, toggledTimer);
  after(30, go('three'));
  after(30, go('four'));
  expect(kept().map(totalOf)).toEqual([60]);
});

test('slides and steps that the deck does not have are not recorded', () => {
  const { log, after } = record();
  after(0, toggledTimer);
  after(1, go('__proto__'));
  after(30, go('one', 4000));
  after(30, go('four'));
  expect(log.current?.times).toEqual([['one', [1]]]);
});

test('ten are kept, the newest first', () => {
  let kept: Rehearsal[] = [];
  for (let started = 1; started <= 12; started += 1)
    kept = withRehearsal(kept, {
      started,
      whole: true,
      times: [
        ['one', [20]],
        ['two', [started]],
      ],
    });
  expect(kept.map(({ started }) => started)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
});

test('sections are compared with their plan', () => {
  const rehearsal: Rehearsal = {
    started: 1,
    whole: true,
    times: [
      ['one', [70]],
      ['two', [50, 20]],
      ['three', [9]],
    ],
  };
  expect(sectionTimes(PLAN, rehearsal)).toEqual([
    { title: 'Intro', planned: 60, actual: 70 },
    { title: 'Middle', planned: 120, actual: 79 },
    { title: 'End', planned: 30, actual: undefined },
  ]);
  expect([...proposedDurations(rehearsal)]).toEqual([
    ['one', 70],
    ['two', 70],
    ['three', 10],
  ]);
});

test.each([
  ['nothing', undefined],
  ['half a file', '[{"started":1,'],
  ['something else', '{"a":1}'],
  [
    'times that are none',
    '[{"started":1,"whole":true,"times":[["one",["x"]]]},{"started":1,"whole":true,"times":[null]}]',
  ],
])('of %s no rehearsals are read', (_, text) => {
  expect(readRehearsals(text)).toEqual([]);
});
