import type { VFile } from 'vfile';
import type { Node } from 'unist';
import type { Attributes } from '../model/attributes.ts';
import { warn, type Spelling } from '../model/messages.ts';
import { spellingOf, didYouMean } from '../model/did-you-mean.ts';
import { isOpenData } from '../model/own-data.ts';
import type { RuleId } from '../model/rule-ids.ts';

/** Reads values that authors gave; what is not of the expected form is a message at one place. */
export interface SettingReader<Key extends string = string> {
  has: (key: Key) => boolean;
  text: (key: Key) => string | undefined;
  flag: (key: Key, otherwise: boolean) => boolean;
  choice: <T extends string>(key: Key, allowed: readonly T[]) => T | undefined;
  /** A value that `read` understands. */
  parsed: <T>(key: Key, read: (text: string) => T | undefined, expected: string) => T | undefined;
  /** Tells of every key that is not among `known`. */
  refuseOthers: (known: readonly string[]) => void;
}

export interface SettingReaderOptions<Key extends string> {
  file: VFile;
  place: Node | undefined;
  /** Subject of the settings, for messages. */
  what: string;
  /** Rule of keys that are not known. */
  unknown: RuleId;
  /** Rule of values that a key cannot have. */
  valueRule: (key: Key) => RuleId;
}

/** Creates readers for typed settings that report invalid values. */
export function settingReader<Key extends string>(
  values: Attributes['values'],
  { file, place, what, unknown, valueRule }: SettingReaderOptions<Key>,
): SettingReader<Key> {
  const complain = (reason: string, ruleId: RuleId, spelling?: Spelling): void => {
    warn(file, reason, { place, ruleId, spelling });
  };
  const given = (key: Key): string | undefined => {
    const value = values.get(key);
    return value === true ? '' : value;
  };
  const refuse = (key: Key, value: string, expected: string, spelling?: Spelling): undefined => {
    complain(`Invalid ${key} “${value}”${expected}`, valueRule(key), spelling);
  };
  const reader: SettingReader<Key> = {
    has: (key) => values.has(key),
    text: (key) => given(key),
    choice(key, allowed) {
      const value = given(key);
      if (value === undefined) return undefined;
      return (
        allowed.find((name) => name === value) ??
        refuse(key, value, didYouMean(value, allowed), spellingOf(value, allowed))
      );
    },
    flag(key, otherwise) {
      const value = given(key);
      if (value === undefined) return otherwise;
      if (value === '' || value === 'true') return true;
      if (value !== 'false') refuse(key, value, ', expected true, false or nothing');
      return value === 'false' ? false : otherwise;
    },
    parsed(key, read, expected) {
      const value = given(key);
      if (value === undefined) return undefined;
      return read(value) ?? refuse(key, value, `, expected ${expected}`);
    },
    refuseOthers(known) {
      for (const key of values.keys()) {
        if (known.includes(key) || isOpenData(key)) continue;
        const [noun, owner] = what.split(/ of (.+)/);
        const named = `${noun} “${key}”${owner === undefined ? '' : ` of ${owner}`}`;
        complain(`Unknown ${named}${didYouMean(key, known)}`, unknown, spellingOf(key, known));
      }
    },
  };
  return reader;
}
