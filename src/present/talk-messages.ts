import { readAudienceMessage } from './audience/read-messages.ts';
import type { PageMessage } from '../client/live-messages.ts';
import type { Drawing, SlideStep, Stroke, Talk } from '../client/talk.ts';

/** Largest message of a page in bytes: a slide full of drawings. */
export const LONGEST_MESSAGE: number = 512 * 1024;
const MOST_STROKES = 500;
const MOST_POINTS = 20_000;

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
  if (type === 'pointer') {
    const { point } = message;
    if (point === null) return { type, point };
    return isNumbers(point) && point.length === 2 ? { type, point: [point[0] ?? 0, point[1] ?? 0] } : undefined;
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
  return { at, shown, timer, changed, black: black === true, frozen: frozen === true };
}

function readSlideStep(value: unknown): SlideStep | undefined {
  if (!isRecord(value)) return undefined;
  const slide = readId(value['slide']);
  const { step } = value;
  return slide !== undefined && Number.isInteger(step) && (step as number) >= 0 && (step as number) < 10_000
    ? { slide, step: step as number }
    : undefined;
}

function readTimer(value: unknown): Talk['timer'] | undefined {
  if (!isRecord(value)) return undefined;
  const { since, spent } = value;
  return (since === null || isNumber(since)) && isNumber(spent) ? { since, spent } : undefined;
}

function readDrawing(value: unknown): Drawing | undefined {
  if (!isRecord(value) || !Array.isArray(value['strokes']) || !isNumber(value['changed'])) return undefined;
  if (value['strokes'].length > MOST_STROKES) return undefined;
  const strokes = value['strokes'].map(readStroke);
  const whole = strokes.filter((stroke) => stroke !== undefined);
  return whole.length === strokes.length ? { strokes: whole, changed: value['changed'] } : undefined;
}

function readStroke(value: unknown): Stroke | undefined {
  if (!isRecord(value)) return undefined;
  const { colour, points } = value;
  if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) return undefined;
  return isNumbers(points) && points.length <= MOST_POINTS ? { colour, points } : undefined;
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
