import { describe, expect, test } from 'vitest';
import {
  elapsed,
  froze,
  newTalk,
  stepAfter,
  stepBefore,
  toggledTimer,
  wentTo,
  type PlannedSlide,
} from '../../src/client/talk.ts';

const slide = (id: string, steps: number): PlannedSlide => ({ id, title: id, section: '', steps, start: 0, length: 0 });
const plan = [slide('a', 0), slide('b', 2), slide('c', 0)];

describe('places in a talk', () => {
  test('go through steps and slides, and stop at the end', () => {
    const places = [{ slide: 'a', step: 0 }];
    for (let turn = 0; turn < 6; turn += 1) places.push(stepAfter(plan, places[turn] ?? { slide: '', step: 0 }));
    expect(places.map(({ slide, step }) => `${slide}${step}`)).toEqual(['a0', 'b0', 'b1', 'b2', 'c0', 'c0', 'c0']);
  });

  test('go back the same way', () => {
    const places = [{ slide: 'c', step: 0 }];
    for (let turn = 0; turn < 5; turn += 1) places.push(stepBefore(plan, places[turn] ?? { slide: '', step: 0 }));
    expect(places.map(({ slide, step }) => `${slide}${step}`)).toEqual(['c0', 'b2', 'b1', 'b0', 'a0', 'a0']);
  });

  test('from a slide that is gone the talk goes on at its start', () => {
    expect(stepAfter(plan, { slide: 'gone', step: 1 })).toEqual({ slide: 'a', step: 0 });
    expect(stepBefore(plan, { slide: 'gone', step: 0 })).toEqual({ slide: 'gone', step: 0 });
  });
});

describe('a talk', () => {
  test('starts its timer when the first slide is left, not at its steps, and only once', () => {
    const stepped = wentTo(newTalk('b'), { slide: 'b', step: 1 }, 5000);
    expect(stepped.timer.since).toBeNull();
    const left = wentTo(stepped, { slide: 'c', step: 0 }, 6000);
    expect(left.timer).toEqual({ since: 6000, spent: 0 });
    const stopped = toggledTimer(left, 8000);
    expect(stopped.timer).toEqual({ since: null, spent: 2000 });
    expect(wentTo(stopped, { slide: 'a', step: 0 }, 9000).timer.since).toBeNull();
    expect(elapsed(toggledTimer(stopped, 10_000), 11_500)).toBe(3500);
    expect(elapsed(left, 5998)).toBe(0);
  });

  test('is seen again when the speaker goes on, unless the audience is left alone', () => {
    const black = { ...newTalk('a'), black: true };
    expect(wentTo(black, { slide: 'b', step: 0 }, 0).black).toBe(false);
    expect(wentTo(froze(black, true), { slide: 'b', step: 0 }, 0).black).toBe(true);
  });

  test('frozen, it goes on without the audience', () => {
    const frozen = wentTo(froze(newTalk('a'), true), { slide: 'c', step: 0 }, 0);
    expect([frozen.at.slide, frozen.shown.slide]).toEqual(['c', 'a']);
    expect(froze(frozen, false).shown.slide).toBe('c');
  });
});
