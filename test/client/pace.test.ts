import { describe, expect, test } from 'vitest';
import { clockText, paceOf, paceText, sectionsOf } from '../../src/client/pace.ts';
import { stageWords } from '../../src/model/talk-words.ts';
import { newTalk, type PlannedSlide } from '../../src/client/talk.ts';

const words = await stageWords('en');
const minute = 60;
const plan: PlannedSlide[] = [
  { id: 'a', title: 'A', section: '', steps: 0, start: 0, length: 2 * minute },
  { id: 'b', title: 'B', section: 'One', steps: 0, start: 2 * minute, length: 3 * minute },
  { id: 'c', title: 'C', section: 'One', steps: 0, start: 5 * minute, length: 5 * minute },
];

function at(slide: string, seconds: number, slides = plan) {
  const talk = { ...newTalk(slide), timer: { since: 1_000_000, spent: 0 } };
  return paceOf(talk, slides, 1_000_000 + seconds * 1000);
}

describe('the pace of a talk', () => {
  test('is fine within the time of the slide that is shown', () => {
    expect(at('b', 3 * minute)).toEqual({ spent: 180, planned: 600, behind: 0 });
    expect(paceText(at('b', 3 * minute), words)).toEqual({ text: 'On time', state: 'fine' });
  });

  test('counts what a slide took too long, and what was saved before it', () => {
    expect(paceText(at('b', 5.5 * minute), words)).toEqual({ text: '0:30 behind', state: 'late' });
    expect(paceText(at('b', 7 * minute), words)).toEqual({ text: '2:00 behind', state: 'over' });
    expect(paceText(at('c', 3 * minute), words)).toEqual({ text: '2:00 ahead', state: 'ahead' });
  });

  test('takes seconds for nothing', () => {
    expect(paceText(at('b', 1.9 * minute), words).state).toBe('fine');
  });

  test('is nobody’s business where nothing is planned', () => {
    const unplanned = plan.map((slide) => ({ ...slide, start: 0, length: 0 }));
    expect(paceText(at('b', 90, unplanned), words)).toEqual({ text: '', state: 'none' });
  });
});

test('times are written as speakers say them', () => {
  expect([0, 65.9, 3600, 3725].map(clockText)).toEqual(['0:00', '1:05', '1:00:00', '1:02:05']);
});

test('sections have the time of their slides', () => {
  expect(sectionsOf(plan)).toEqual([
    { title: '', start: 0, length: 120 },
    { title: 'One', start: 120, length: 480 },
  ]);
});
