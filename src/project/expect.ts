import { didYouMean } from '../model/did-you-mean.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import { isObject, kindOfValue } from './read-config.ts';

type Fields = Readonly<Record<string, unknown>>;
type Anything = (this: never, ...values: never[]) => unknown;

/** Expects an object with some keys and no others. @throws ConfigFault */
export function expectFields(value: unknown, at: ConfigPath, keys: readonly string[]): Fields {
  if (!isObject(value)) throw wrong(value, at, 'an object');
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown === undefined) return value;
  throw new ConfigFault([...at, unknown], `unknown key “${unknown}” in ${shownPath(at)}${didYouMean(unknown, keys)}`);
}

/** Expects a list; nothing is an empty one. @throws ConfigFault */
export function expectList(value: unknown, at: ConfigPath): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw wrong(value, at, 'a list');
}

/** Expects a list of texts; nothing is an empty one. @throws ConfigFault */
export function expectTexts(value: unknown, at: ConfigPath): readonly string[] {
  return expectList(value, at).map((item, index) => expectText(item, [...at, index]));
}

/** Expects a text. @throws ConfigFault */
export function expectText(value: unknown, at: ConfigPath): string {
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(value, at, 'text');
}

/** Expects true or false; nothing is false. @throws ConfigFault */
export function expectFlag(value: unknown, at: ConfigPath): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw wrong(value, at, 'true or false');
}

/** Expects one of some words; nothing is the usual one. @throws ConfigFault */
export function expectWord<const Word extends string>(
  value: unknown,
  at: ConfigPath,
  { of, usual }: { of: readonly Word[]; usual: Word },
): Word {
  if (value === undefined) return usual;
  const found = of.find((word) => word === value);
  if (found !== undefined) return found;
  throw wrong(value, at, of.map((word) => `“${word}”`).join(' or '));
}

/** Expects a function. @throws ConfigFault */
export function expectFunction(value: unknown, at: ConfigPath): Anything {
  if (typeof value === 'function') return value as Anything;
  throw wrong(value, at, 'a function');
}

/** Does something with a value if there is one. */
export function ifGiven<Value>(value: unknown, read: (value: unknown) => Value): Value | undefined {
  return value === undefined ? undefined : read(value);
}

export function wrong(value: unknown, at: ConfigPath, expected: string): ConfigFault {
  return new ConfigFault(at, `${shownPath(at)} is ${kindOfValue(value)}, expected ${expected}`);
}

/** Writes a path as code does: `remarkPlugins[0].scope`. */
function shownPath(at: ConfigPath): string {
  return `“${at
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .slice(1)}”`;
}
