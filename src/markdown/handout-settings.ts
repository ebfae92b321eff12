import { PAPERS, type HandoutSettings } from '../model/handout.ts';

/** Settings whose values are any text. */
const TEXTS = ['head', 'foot'] as const;
type Text = (typeof TEXTS)[number];
type Values = { [K in Exclude<keyof HandoutSettings, Text>]: readonly HandoutSettings[K][] };

const VALUES: Values = {
  paper: Object.keys(PAPERS) as (keyof typeof PAPERS)[],
  orientation: ['portrait', 'landscape'],
  slides: [1, 2, 3, 4, 6, 8, 9, 12, 16],
  order: ['across', 'down'],
  notes: ['beside', 'below', 'none'],
  lines: [true, false],
  steps: [true, false],
  sections: [true, false],
  ink: ['full', 'save'],
  grey: [true, false],
  booklet: [true, false],
  frames: [true, false],
  solutions: [true, false],
};

/** The defaults of a handout. */
export const DEFAULT_HANDOUT: HandoutSettings = {
  paper: 'A4',
  orientation: undefined,
  slides: undefined,
  order: 'across',
  notes: undefined,
  lines: false,
  steps: false,
  sections: false,
  ink: 'full',
  grey: false,
  booklet: false,
  frames: true,
  solutions: false,
  head: undefined,
  foot: undefined,
};

/** The settings and their values, for messages. */
export const HANDOUT_FORMS: string = [
  ...Object.entries(VALUES).map(([key, values]) => `${key} (${values.join(', ')})`),
  ...TEXTS.map((key) => `${key} (text)`),
].join(', ');

/** JSON Schema of the settings. */
export const HANDOUT_SCHEMA: Readonly<Record<string, unknown>> = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(Object.entries(VALUES).map(([key, values]) => [key, { enum: values }])),
    ...Object.fromEntries(TEXTS.map((key) => [key, { type: 'string' }])),
  },
};

/** Reads settings of a handout; `undefined` where one is unknown or has a value of another kind. */
export function readHandout(value: unknown): Partial<HandoutSettings> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const sound = entries.every(([key, given]) => {
    if (isText(key)) return typeof given === 'string';
    const values: readonly unknown[] = Object.hasOwn(VALUES, key) ? VALUES[key as keyof Values] : [];
    return values.includes(given);
  });
  return sound ? (Object.fromEntries(entries) as Partial<HandoutSettings>) : undefined;
}

/**
 * Reads the same as text, as in `slides=6,ink=save`; a name alone is one that is on.
 */
export function readHandoutText(text: string): Partial<HandoutSettings> | undefined {
  const pairs = text.split(',').map((part) => {
    const [key = '', value = 'true'] = part.split('=').map((side) => side.trim());
    if (isText(key)) return [key, value];
    const known: readonly unknown[] = Object.hasOwn(VALUES, key) ? VALUES[key as keyof Values] : [];
    return [key, known.find((each) => String(each) === value)];
  });
  return readHandout(Object.fromEntries(pairs));
}

function isText(key: string): boolean {
  return TEXTS.some((text) => text === key);
}
