import { describe, expect, test } from 'vitest';
import { readPageMessage } from '../../src/present/talk-messages.ts';

const read = (message: object): unknown => readPageMessage(JSON.stringify(message));
const talk = (zoom: unknown): object => {
  const at = { slide: 'one', step: 1, zoom };
  return {
    type: 'talk',
    talk: { at, shown: at, black: false, frozen: false, timer: { since: null, spent: 0 }, changed: 1 },
  };
};
const placeOf = (message: unknown): unknown => (message as { talk: { at: unknown } }).talk.at;

describe('a page tells its server', () => {
  test('which part of a slide is shown large, and nothing more', () => {
    const zoom = { x: 640, y: 360.5, scale: 2.5 };
    expect(placeOf(read(talk({ ...zoom, more: '<script>' })))).toEqual({ slide: 'one', step: 1, zoom });
    for (const wrong of [null, 'x', { ...zoom, scale: 1 }, { ...zoom, scale: 21 }, { ...zoom, x: 1e6 }, { x: 1, y: 2 }])
      expect(placeOf(read(talk(wrong)))).toEqual({ slide: 'one', step: 1 });
  });

  test('which film plays, and where it is', () => {
    const media = { slide: 'one', index: 0, playing: true, time: 2.5, since: 1000, length: 60, blocked: false };
    const withMedia = (more: unknown): unknown => {
      const { talk: told } = talk(undefined) as { talk: object };
      return (read({ type: 'talk', talk: { ...told, media: more } }) as { talk: { media?: unknown } }).talk.media;
    };
    expect(withMedia({ ...media, more: '<script>' })).toEqual(media);
    for (const wrong of [{ index: -1 }, { index: 1.5 }, { index: 100 }, { time: -1 }, { length: 'x' }, { since: null }])
      expect(withMedia({ ...media, ...wrong })).toBeUndefined();
    for (const wrong of [null, 'x', [], { ...media, slide: 'x'.repeat(501) }]) expect(withMedia(wrong)).toBeUndefined();
  });

  test('where a spotlight is', () => {
    expect(read({ type: 'pointer', point: [1, 2], spot: 150 })).toEqual({ type: 'pointer', point: [1, 2], spot: 150 });
    for (const spot of [-1, 1e9, 'x', null])
      expect(read({ type: 'pointer', point: [1, 2], spot })).toEqual({ type: 'pointer', point: [1, 2] });
    expect(read({ type: 'pointer', point: null, spot: 150 })).toEqual({ type: 'pointer', point: null });
  });

  test('what was drawn with a pen or a marker', () => {
    const pen = { colour: '#e5262b', points: [1, 2, 3, 4] };
    const trace = (stroke: object): unknown => read({ type: 'trace', slide: 'one', stroke });
    expect(trace({ ...pen, marker: true, width: 900 })).toEqual({
      type: 'trace',
      slide: 'one',
      stroke: { ...pen, marker: true },
    });
    expect(trace({ ...pen, marker: 'red' })).toEqual({ type: 'trace', slide: 'one', stroke: pen });
    expect(trace({ ...pen, colour: 'url(https://example.org)' })).toBeUndefined();
    const drawing = { strokes: Array.from({ length: 501 }, () => pen), changed: 1 };
    expect(read({ type: 'drawing', slide: 'one', drawing })).toBeUndefined();
  });
});
