import { HANDOUT_FORMS, HANDOUT_SCHEMA, readHandoutText } from '../markdown/handout-settings.ts';
import type { HandoutSettings } from '../model/handout.ts';
import type { PptxSettings } from '../model/pptx.ts';
import { LecternError } from '../model/errors.ts';
import { choice, flag, number, oneOf, settings, text, type Option } from '../model/option.ts';
import { QUALITIES, type Quality } from './print-pictures.ts';

/** Options of outputs that callers may set, beyond the deck's own. */
export interface OutputOptions {
  /** Slides to print, as in `3-7,12`, by their numbers. @default all */
  slides?: string;
  /** Print a page for each step of a slide, not the last one alone. @default false */
  stepPages?: boolean;
  /** Put in what was drawn on the slides in a talk and is kept beside the deck. @default false */
  drawings?: boolean;
  /** Add speaker notes to the PDF of the slides, as comments. @default false */
  annotate?: boolean;
  /** The purpose of images in PDFs. @default 'print' */
  quality?: Quality;
  /** Settings of the handout, instead of the deck's. @default the deck's */
  handout?: Partial<HandoutSettings>;
  /** Settings of presentations for PowerPoint, instead of the deck's. @default the deck's */
  pptx?: Partial<PptxSettings>;
  /** Print the speaker's pages with large letters. @default false */
  large?: boolean;
  /** Scale factor of images of slides. @default 1.5 */
  scale?: number;
  /** Seconds that videos show each step of a slide. @default 2 */
  hold?: number;
  /** Leave the background of slides out of their images. @default false */
  transparent?: boolean;
  /** Address of the folder that the deck will be in on the web, `https:` or `http:`. @default nowhere */
  publish?: string;
  /** Seconds that the browser may take for a document, each time. @default 60, plus 0.5 per slide */
  timeout?: number;
  /** Leave the notes out of the deck. @default false */
  withoutNotes?: boolean;
  /** Keep images, fonts and scripts in files of their own. @default false */
  assets?: boolean;
}

/** The same with what holds where nothing is asked. `undefined` is what the deck, or each output, has by itself. */
export type ResolvedOptions = Required<
  Pick<
    OutputOptions,
    | 'stepPages'
    | 'drawings'
    | 'hold'
    | 'annotate'
    | 'quality'
    | 'handout'
    | 'pptx'
    | 'large'
    | 'transparent'
    | 'withoutNotes'
    | 'assets'
  >
> &
  Pick<OutputOptions, 'slides' | 'scale' | 'publish' | 'timeout'>;

/** Resolves the options of a call, once for all that is made. */
export function resolveOptions(given: OutputOptions): ResolvedOptions {
  const { slides, scale, publish, timeout } = given;
  return {
    ...(slides !== undefined && { slides }),
    ...(scale !== undefined && { scale }),
    ...(publish !== undefined && { publish }),
    ...(timeout !== undefined && { timeout }),
    stepPages: given.stepPages ?? false,
    drawings: given.drawings ?? false,
    hold: given.hold ?? USUAL_HOLD,
    annotate: given.annotate ?? false,
    quality: given.quality ?? USUAL_QUALITY,
    handout: given.handout ?? {},
    pptx: given.pptx ?? {},
    large: given.large ?? false,
    transparent: given.transparent ?? false,
    withoutNotes: given.withoutNotes ?? false,
    assets: given.assets ?? false,
  };
}

/** An option of outputs: a call by the command line and a call by a program mean the same by it. */
export interface OutputOption<Key extends keyof OutputOptions = keyof OutputOptions> extends Option<
  NonNullable<OutputOptions[Key]>
> {
  /** The name that programs have for it. */
  key: Key;
}

/** Scale of images: a slide of 1280 × 720 becomes an image of 1920 × 1080. */
export const USUAL_SCALE = 1.5;
/** Seconds. */
const USUAL_HOLD = 2;
const USUAL_QUALITY: Quality = 'print';

export const slides: OutputOption<'slides'> = {
  key: 'slides',
  ...text({
    name: 'slides',
    value: '3-7,12',
    help: 'only these slides; `html` always has all',
    default: 'all',
  }),
};

export const steps: OutputOption<'stepPages'> = {
  key: 'stepPages',
  ...choice({
    name: 'steps',
    value: 'pages',
    help: '`pages`: a page or image for each step, labelled 3.1, 3.2 …; `last`: one per slide, after its last step',
    default: '`last`',
    of: ['last', 'pages'],
  }),
  read: (given) => oneOf('steps', given, { of: ['last', 'pages'] }) === 'pages',
};

export const drawings: OutputOption<'drawings'> = {
  key: 'drawings',
  ...flag({
    name: 'drawings',
    help: 'include your [drawings on slides](present.md#point-zoom-and-draw) from `talk.drawings.svg`, next to the deck',
  }),
};

export const assets: OutputOption<'assets'> = {
  key: 'assets',
  ...flag({ name: 'assets', help: '`html`: write `NAME/index.html` and hashed asset files instead of a single file' }),
};

export const publish: OutputOption<'publish'> = {
  key: 'publish',
  ...text({
    name: 'publish',
    value: 'URL',
    help: '`html`: the URL of the folder you publish to; adds a canonical address and a link preview',
  }),
  read: readAddress,
};

export const noNotes: OutputOption<'withoutNotes'> = {
  key: 'withoutNotes',
  ...flag({ name: 'no-notes', help: '`html`: leave out the speaker notes, for publishing' }),
};

export const annotate: OutputOption<'annotate'> = {
  key: 'annotate',
  ...flag({
    name: 'annotate',
    help: '`pdf`: add the speaker notes as PDF comments',
  }),
};

export const quality: OutputOption<'quality'> = {
  key: 'quality',
  ...choice({
    name: 'quality',
    value: 'screen',
    help: 'image resolution in PDFs: `print`, or `screen` for smaller files',
    default: `\`${USUAL_QUALITY}\``,
    of: QUALITIES,
  }),
};

export const handout: OutputOption<'handout'> = {
  key: 'handout',
  ...settings({
    name: 'handout',
    value: 'KEY=VALUE,…',
    help: `settings of the [handout](print.md#handouts): ${HANDOUT_FORMS}`,
    default: "the deck's",
    forms: `there are ${HANDOUT_FORMS}`,
    example: 'slides=6,ink=save',
    object: HANDOUT_SCHEMA,
    readSettings: readHandoutText,
  }),
};

export const ink: OutputOption<'handout'> = {
  key: 'handout',
  ...choice({
    name: 'ink',
    value: 'save',
    help: '`handout`, `notes`: `save` prints every slide in its light tone; `full` prints it as shown',
    default: "the deck's",
    of: ['full', 'save'],
  }),
  read: (given) => ({ ink: oneOf('ink', given, { of: ['full', 'save'] }) }),
};

export const large: OutputOption<'large'> = {
  key: 'large',
  ...flag({ name: 'large', help: '`notes`: large type' }),
};

export const scale: OutputOption<'scale'> = {
  key: 'scale',
  ...number({
    name: 'scale',
    value: 'N',
    help: '`png`, `jpeg`, `webp`, `gif`, `webm`: image scale factor',
    default: `\`${USUAL_SCALE}\`; \`1\` for \`webm\`, \`0.75\` for \`gif\``,
    schema: { minimum: 0.1, maximum: 8 },
    isValid: (found) => found >= 0.1 && found <= 8,
    expected: 'a number from 0.1 to 8',
    advice: 'At --scale 1.5 a slide of 1280 × 720 becomes an image of 1920 × 1080.',
  }),
};

export const hold: OutputOption<'hold'> = {
  key: 'hold',
  ...number({
    name: 'hold',
    value: 'SECONDS',
    help: '`gif`, `webm`: how long each step of a slide is shown',
    default: `\`${USUAL_HOLD}\``,
    schema: { minimum: 0.1, maximum: 60 },
    isValid: (seconds) => seconds >= 0.1 && seconds <= 60,
    expected: 'a number from 0.1 to 60',
    advice: 'Write the seconds for one step of a slide, as in --hold 1.5.',
  }),
};

export const transparent: OutputOption<'transparent'> = {
  key: 'transparent',
  ...flag({ name: 'transparent', help: '`png`, `webp`: transparent background' }),
};

export const timeout: OutputOption<'timeout'> = {
  key: 'timeout',
  ...number({
    name: 'timeout',
    value: 'SECONDS',
    help: 'timeout per document, in seconds',
    default: '60, plus 0.5 per slide',
    schema: { exclusiveMinimum: 0, maximum: 86_400 },
    isValid: (seconds) => seconds > 0 && seconds <= 86_400,
    expected: 'seconds',
    advice: 'Write the seconds for one document, as in --timeout 120.',
  }),
};

function readAddress(given: string): string {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
  throw new LecternError('USAGE', `--publish is “${given}”, expected the address of a folder on the web`, {
    advice: 'Write it as in --publish https://example.org/talks/.',
  });
}
