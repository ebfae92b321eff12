import { readAudienceMessage } from './audience/read-messages.ts';
import type { PageMessage } from '../client/live-messages.ts';
import type { Drawing, SlideStep, Talk } from '../client/talk.ts';
import { readStroke, readStrokes } from '../model/stroke.ts';

/** Largest message of a page in bytes: a slide full of drawings. */
export const LONGEST_MESSAGE: number = 512 * 1024;
/** Px of a slide, and times that a part of it can be shown larger. */
const WIDEST = 100_000;
const CLOSEST = 20;

/** Reads a message of a page, known fields only; returns `undefined` for anything else. */
export function readPageMessage(text: string): PageMessage | undefined {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(message)) return undefined;
  const { type } = message;
  if (type === 'hello') {
    const talk = readTalk(message['talk']);
    return typeof message['version'] === 'string'
      ? { type, version: message['version'], presents: message['presents'] === true, ...(talk && { talk }) }
      : undefined;
  }
  if (type === 'talk') {
    const talk = readTalk(message['talk']);
    return talk && { type, talk };
  }
  if (type === 'rehearse') return typeof message['on'] === 'boolean' ? { type, on: message['on'] } : undefined;
  if (type === 'forget-rehearsal' || type === 'write-durations') {
    return isNumber(message['started']) ? { type, started: message['started'] } : undefined;
  }
  if (type === 'keep-drawings') {
    const { size } = message;
    const isSize = isNumbers(size) && size.length === 2 && size.every((side) => side > 0 && side <= WIDEST);
    return isSize ? { type, size: [size[0] ?? 1, size[1] ?? 1] } : undefined;
  }
  if (type === 'pointer') {
    const { point, spot } = message;
    if (point === null) return { type, point };
    if (!isNumbers(point) || point.length !== 2) return undefined;
    const light = isNumber(spot) && spot > 0 && spot <= WIDEST && { spot };
    return { type, point: [point[0] ?? 0, point[1] ?? 0], ...light };
  }
  const ofAudience = readAudienceMessage(message);
  if (ofAudience) return ofAudience;
  const slide = readId(message['slide']);
  if (slide === undefined) return undefined;
  if (type === 'drawing') {
    const drawing = readDrawing(message['drawing']);
    return drawing && { type, slide, drawing };
  }
  if (type !== 'trace') return undefined;
  const stroke = message['stroke'] === null ? null : readStroke(message['stroke']);
  return stroke === undefined ? undefined : { type, slide, stroke };
}

function readTalk(value: unknown): Talk | undefined {
  if (!isRecord(value)) return undefined;
  const { black, frozen, changed } = value;
  const [at, shown, timer] = [readSlideStep(value['at']), readSlideStep(value['shown']), readTimer(value['timer'])];
  if (!at || !shown || !timer || !isNumber(changed)) return undefined;
  // The latest change wins: a clock that is a day ahead must not win for a day.
  if (changed > Date.now() + 60_000) return undefined;
  const media = readPlayback(value['media']);
  return { at, shown, timer, changed, black: black === true, frozen: frozen === true, ...(media && { media }) };
}

function readPlayback(value: unknown): Talk['media'] {
  if (!isRecord(value)) return undefined;
  const { index, playing, time, since, length, blocked } = value;
  const slide = readId(value['slide']);
  const isPlayer = Number.isInteger(index) && (index as number) >= 0 && (index as number) < 100;
  if (slide === undefined || !isPlayer || !isNumber(time) || !isNumber(since) || !isNumber(length)) return undefined;
  if (Math.min(time, length) < 0) return undefined;
  return { slide, index: index as number, playing: playing === true, time, since, length, blocked: blocked === true };
}

function readSlideStep(value: unknown): SlideStep | undefined {
  if (!isRecord(value)) return undefined;
  const slide = readId(value['slide']);
  const { step } = value;
  const zoom = readZoom(value['zoom']);
  return slide !== undefined && Number.isInteger(step) && (step as number) >= 0 && (step as number) < 10_000
    ? { slide, step: step as number, ...(zoom && { zoom }) }
    : undefined;
}

function readZoom(value: unknown): SlideStep['zoom'] {
  if (!isRecord(value)) return undefined;
  const { x, y, scale } = value;
  const isNear = isNumber(x) && isNumber(y) && Math.abs(x) <= WIDEST && Math.abs(y) <= WIDEST;
  return isNear && isNumber(scale) && scale > 1 && scale <= CLOSEST ? { x, y, scale } : undefined;
}

function readTimer(value: unknown): Talk['timer'] | undefined {
  if (!isRecord(value)) return undefined;
  const { since, spent } = value;
  return (since === null || isNumber(since)) && isNumber(spent) ? { since, spent } : undefined;
}

function readDrawing(value: unknown): Drawing | undefined {
  if (!isRecord(value) || !isNumber(value['changed'])) return undefined;
  const strokes = readStrokes(value['strokes']);
  return strokes && { strokes, changed: value['changed'] };
}

function readId(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= 500 ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isNumber);
}
