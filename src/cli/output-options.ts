import { QUALITIES } from '../export/print-pictures.ts';
import type { OutputOptions } from '../export/export-job.ts';
import { HANDOUT_FORMS, readHandoutText } from '../markdown/handout-settings.ts';
import type { HandoutSettings } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { didYouMean } from '../model/did-you-mean.ts';

/** What the command line says of outputs. */
export interface OutputArguments {
  slides?: string | undefined;
  steps?: string | undefined;
  annotate?: boolean | undefined;
  quality?: string | undefined;
  handout?: string | undefined;
  ink?: string | undefined;
  large?: boolean | undefined;
  scale?: string | undefined;
  transparent?: boolean | undefined;
  assets?: boolean | undefined;
  'no-notes'?: boolean | undefined;
  publish?: string | undefined;
  timeout?: string | undefined;
}

/** @throws LecternError `USAGE` */
export function readOutputOptions(given: OutputArguments): OutputOptions {
  const ink = oneOf('ink', given.ink, ['full', 'save']);
  const handout = { ...readHandout(given.handout), ...(ink && { ink }) };
  const quality = oneOf('quality', given.quality, QUALITIES);
  const scale = readScale(given.scale);
  const timeout = readTimeout(given.timeout);
  return {
    ...(given.slides !== undefined && { slides: given.slides }),
    stepPages: oneOf('steps', given.steps, ['last', 'pages']) === 'pages',
    annotate: given.annotate ?? false,
    ...(quality && { quality }),
    ...(Object.keys(handout).length > 0 && { handout }),
    large: given.large ?? false,
    ...(scale !== undefined && { scale }),
    ...(timeout !== undefined && { timeout }),
    transparent: given.transparent ?? false,
    assets: given.assets ?? false,
    withoutNotes: given['no-notes'] ?? false,
    ...(given.publish !== undefined && { publish: readAddress(given.publish) }),
  };
}

function oneOf<const T extends string>(option: string, value: string | undefined, words: readonly T[]): T | undefined {
  const found = words.find((word) => word === value);
  if (value === undefined || found !== undefined) return found;
  throw new LecternError('USAGE', `invalid value “${value}” for --${option}${didYouMean(value, words)}`, {
    advice: `Write ${words.map((word) => `--${option} ${word}`).join(' or ')}.`,
  });
}

function readHandout(text: string | undefined): Partial<HandoutSettings> {
  const read = text === undefined ? {} : readHandoutText(text);
  if (read) return read;
  throw new LecternError('USAGE', `invalid value “${text}” for --handout`, {
    advice: `Write it as in --handout slides=6,ink=save; there are ${HANDOUT_FORMS}.`,
  });
}

function readScale(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const scale = Number(text);
  if (scale >= 0.1 && scale <= 8) return scale;
  throw new LecternError('USAGE', `--scale is “${text}”, expected a number from 0.1 to 8`, {
    advice: 'At --scale 1.5 a slide of 1280 × 720 becomes a picture of 1920 × 1080.',
  });
}

export function readTimeout(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 86_400) return seconds;
  throw new LecternError('USAGE', `--timeout is “${text}”, expected seconds`, {
    advice: 'It is how long the browser may take for one document, as in --timeout 120.',
  });
}

function readAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new LecternError('USAGE', `--publish is “${text}”, expected the address of a folder on the web`, {
    advice: 'Write it as in --publish https://example.org/talks/.',
  });
}
