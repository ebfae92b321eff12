import { expect, test } from 'vitest';
import { captionsOf } from '../../src/model/captions.ts';

const NOTES: Record<string, string> = {
  one: 'Say hello. Then wait.',
  two: 'This is a long sentence that goes on and on, so that it has to be cut into several captions, each of which can be read in time.',
  three: 'A < B & C --> D',
};
const make = (seen: { slide: string; from: number }[], until: number, lang = 'en'): string =>
  captionsOf(seen, until, (slide) => NOTES[slide] ?? '', lang);

test('captions have the times of their slides', () => {
  const seen = [
    { slide: 'one', from: 0 },
    { slide: 'none', from: 4000 },
    { slide: 'three', from: 3_599_000 },
  ];
  expect(make(seen, 3_601_500)).toBe(
    `WEBVTT

00:00:00.000 --> 00:00:04.000
Say hello. Then wait.

00:59:59.000 --> 01:00:01.500
A &lt; B &amp; C --&gt; D
`,
  );
});

test('long notes become several captions of two lines', () => {
  const cues = make([{ slide: 'two', from: 1000 }], 9000)
    .split('\n\n')
    .slice(1);
  expect(cues.length).toBeGreaterThan(1);
  for (const cue of cues) {
    const [, ...lines] = cue.trim().split('\n');
    expect(lines.length).toBeLessThan(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(50);
  }
  const times = cues.map((cue) => cue.split('\n')[0]?.split(' --> '));
  expect([times[0]?.[0], times.at(-1)?.[1]]).toEqual(['00:00:01.000', '00:00:09.000']);
  times.slice(1).forEach(([start] = [], index) => expect(start).toBe(times[index]?.[1]));
  const text = cues.flatMap((cue) => cue.trim().split('\n').slice(1)).join(' ');
  expect(text).toBe(NOTES['two']);
});

test('a slide that is seen again has its captions where it is seen longest', () => {
  const seen = [
    { slide: 'one', from: 0 },
    { slide: 'none', from: 500 },
    { slide: 'one', from: 2000 },
  ];
  expect(make(seen, 9000)).toContain('00:00:02.000 --> 00:00:09.000\nSay hello.');
  expect(make(seen, 9000).match(/Say hello/g)).toHaveLength(1);
});

test('an unknown language does not fail', () => {
  expect(make([{ slide: 'one', from: 0 }], 1000, 'not a language')).toContain('Say hello.');
});
