import { LecternError } from './errors.ts';
import { didYouMean } from './did-you-mean.ts';

/**
 * An option of the command line, in one place: help, the tables in `docs/`, the schema and the types of configs and the
 * reader of arguments come from it.
 */
export interface Option<Value = unknown> {
  /** The name after `--`. */
  name: string;
  /** The key in a config. @default the name in camel case */
  configKey?: string;
  /** The letter after `-`. */
  short?: string;
  /** Stands for the value in help, as in `DIR`, or is an example of one. Flags have none. */
  value?: string;
  /** Says what it does, in Markdown on one line; links are relative to `docs/`. */
  help: string;
  /** Says what holds where it is left out, in Markdown. */
  default?: string;
  /** Can be given several times; `read` gets the values with line breaks between them. */
  repeats?: true;
  /** Values there are, and what each means. */
  choices?: Readonly<Record<string, string>>;
  /** Reads the value. @throws LecternError `USAGE` */
  read: (text: string) => Value;
  /** Makes text of a value in a config that is not text; `undefined` where it is wrong. */
  fromConfig?: (value: unknown) => string | undefined;
  /** JSON Schema of the value in a config. */
  schema: Readonly<Record<string, unknown>>;
  /** Belongs to a call: configs have no such key, or it is refused with this advice. */
  callsOnly?: true | string;
}

type Facts = Pick<Option, 'name' | 'configKey' | 'short' | 'value' | 'help' | 'default' | 'callsOnly'>;

/** Defines an option without a value. */
export function flag(facts: Omit<Facts, 'value'>): Option<boolean> {
  return { default: 'off', ...facts, read: () => true, schema: { type: 'boolean' } };
}

/** Defines an option with any text as its value, or with what `read` makes of it. */
export function text(facts: Facts & { value: string }): Option<string>;
export function text<Value>(facts: Facts & Pick<Option<Value>, 'read'> & { value: string }): Option<Value>;
export function text(facts: Facts & Partial<Pick<Option, 'read'>>): Option {
  return { read: (given) => given, ...facts, schema: { type: 'string' } };
}

/** Defines an option with several settings as its value, as in `KEY=VALUE,KEY=VALUE`; a config has them in an object. */
export function settings<Value>(
  facts: Facts & {
    /** A clause that says which settings there are, for the advice. */
    forms: string;
    /** A right value, for the advice. */
    example: string;
    /** JSON Schema of the object. */
    object: Readonly<Record<string, unknown>>;
    /** Reads the settings; `undefined` where one is unknown or has a wrong value. */
    readSettings: (text: string) => Value | undefined;
  },
): Option<Value> {
  const { forms, example, object, readSettings, ...rest } = facts;
  return {
    ...rest,
    read: (given) => {
      const read = readSettings(given);
      if (read !== undefined) return read;
      throw new LecternError('USAGE', `invalid value “${given}” for --${facts.name}`, {
        advice: `Write it as in --${facts.name} ${example}; ${forms}.`,
      });
    },
    fromConfig: (value) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value)
            .map((entry) => entry.join('='))
            .join(',')
        : undefined,
    schema: { anyOf: [{ type: 'string' }, object] },
  };
}

/** Defines an option with one of several words as its value. */
export function choice<const Word extends string>(
  facts: Facts & { of: readonly Word[]; advice?: string },
): Option<Word> {
  const { of, advice, ...rest } = facts;
  return { ...rest, read: (given) => oneOf(facts.name, given, { of, advice }), schema: { enum: of } };
}

/** Reads one of several words. @throws LecternError `USAGE` */
export function oneOf<const Word extends string>(
  option: string,
  given: string,
  { of, advice }: { of: readonly Word[]; advice?: string | undefined },
): Word {
  const found = of.find((word) => word === given);
  if (found !== undefined) return found;
  throw new LecternError('USAGE', `invalid value “${given}” for --${option}${didYouMean(given, of)}`, {
    advice: advice ?? `Write ${of.map((word) => `--${option} ${word}`).join(' or ')}.`,
  });
}

interface NumberFacts extends Facts {
  /** The expected value, for the message. */
  expected: string;
  advice: string;
  isValid: (number: number, given: string) => boolean;
  schema: Readonly<Record<string, number>>;
}

/** Defines an option with a number as its value. */
export function number({ expected, advice, isValid, schema, ...facts }: NumberFacts): Option<number> {
  const read = (given: string): number => {
    const found = Number(given);
    if (isValid(found, given)) return found;
    throw new LecternError('USAGE', `--${facts.name} is “${given}”, expected ${expected}`, { advice });
  };
  return { ...facts, read, schema: { type: 'number', ...schema } };
}
