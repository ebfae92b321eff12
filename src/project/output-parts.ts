import { DIALECT_NAMES } from '../dialects/signs.ts';
import { OUTPUTS } from '../export/formats.ts';
import { SEVERITIES } from '../model/check-settings.ts';
import type { Dialect } from '../model/dialect.ts';
import type { OptionDefaults, ProjectOutput, ProjectRule } from '../model/project-parts.ts';
import { RULE_IDS } from '../model/rule-ids.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import {
  expectFields,
  expectFlag,
  expectFunction,
  expectList,
  expectText,
  expectWord,
  ifGiven,
  wrong,
} from './expect.ts';
import { isObject } from './read-config.ts';

const OUTPUT_KEYS = ['name', 'about', 'options', 'browser', 'render'];
const DIALECT_KEYS = ['name', 'title', 'detect', 'read'];
const RULE_KEYS = ['id', 'about', 'severity', 'options', 'check'];

/** Reads outputs of a project. @throws ConfigFault */
export function readOutputs(value: unknown, at: ConfigPath): ProjectOutput[] {
  return expectList(value, at).map((entry, index) => {
    const place = [...at, index];
    const output = expectFields(entry, place, OUTPUT_KEYS);
    const name = expectText(output['name'], [...place, 'name']);
    if (!/^[a-z\d][a-z\d.-]*$/.test(name)) {
      throw new ConfigFault([...place, 'name'], `an output cannot have the name “${name}”`, NAME_ADVICE);
    }
    refuseTaken(
      name,
      OUTPUTS.map((known) => known.name),
      ['output', [...place, 'name']],
    );
    expectFunction(output['render'], [...place, 'render']);
    expectFlag(output['browser'], [...place, 'browser']);
    ifGiven(output['about'], (about) => expectText(about, [...place, 'about']));
    readDefaults(output['options'], [...place, 'options'], ['string', 'number', 'boolean']);
    return entry as ProjectOutput;
  });
}

/** Reads rules of a project. @throws ConfigFault */
export function readRules(value: unknown, at: ConfigPath): ProjectRule[] {
  return expectList(value, at).map((entry, index) => {
    const place = [...at, index];
    const rule = expectFields(entry, place, RULE_KEYS);
    const id = expectText(rule['id'], [...place, 'id']);
    if (!/^[a-z\d][a-z\d/-]*$/.test(id)) {
      throw new ConfigFault([...place, 'id'], `a rule cannot have the id “${id}”`, NAME_ADVICE);
    }
    refuseTaken(id, [...RULE_IDS], ['rule', [...place, 'id']]);
    expectText(rule['about'], [...place, 'about']);
    expectFunction(rule['check'], [...place, 'check']);
    expectWord(rule['severity'], [...place, 'severity'], { of: SEVERITIES, usual: 'warning' });
    readDefaults(rule['options'], [...place, 'options'], ['number']);
    return entry as ProjectRule;
  });
}

/** Reads dialects of a project. @throws ConfigFault */
export function readDialects(value: unknown, at: ConfigPath): Dialect[] {
  return expectList(value, at).map((entry, index) => {
    const place = [...at, index];
    const dialect = expectFields(entry, place, DIALECT_KEYS);
    const name = expectText(dialect['name'], [...place, 'name']);
    if (!/^[a-z][a-z\d-]*$/.test(name)) {
      throw new ConfigFault([...place, 'name'], `a dialect cannot have the name “${name}”`, NAME_ADVICE);
    }
    refuseTaken(name, ['lectern', ...DIALECT_NAMES], ['dialect', [...place, 'name']]);
    ifGiven(dialect['title'], (title) => expectText(title, [...place, 'title']));
    ifGiven(dialect['detect'], (detect) => expectFunction(detect, [...place, 'detect']));
    expectFunction(dialect['read'], [...place, 'read']);
    return entry as Dialect;
  });
}

const NAME_ADVICE = 'Use lower-case letters, digits and “-”.';

function refuseTaken(name: string, taken: readonly string[], [what, at]: [what: string, at: ConfigPath]): void {
  if (!taken.includes(name)) return;
  throw new ConfigFault(
    at,
    `Lectern has an ${what} “${name}”`.replace(/^(Lectern has a)n (rule|dialect)/, '$1 $2'),
    'Choose another name.',
  );
}

function readDefaults(value: unknown, at: ConfigPath, kinds: readonly string[]): void {
  if (value === undefined) return;
  if (!isObject(value)) throw wrong(value, at, 'an object');
  for (const [name, usual] of Object.entries(value)) {
    if (!kinds.includes(typeof usual)) throw wrong(usual, [...at, name], kinds.join(', '));
  }
}

/** Reads options of a project's outputs, by the outputs' names. @throws ConfigFault */
export function readOutputOptions(
  value: unknown,
  outputs: readonly ProjectOutput[],
  at: ConfigPath,
): ReadonlyMap<string, OptionDefaults> {
  const found = new Map<string, OptionDefaults>();
  if (value === undefined) return found;
  const byName = new Map(outputs.map((output) => [output.name, output.options ?? {}]));
  for (const [name, given] of Object.entries(expectFields(value, at, [...byName.keys()]))) {
    const usual = byName.get(name) ?? {};
    const options = expectFields(given, [...at, name], Object.keys(usual));
    for (const [key, option] of Object.entries(options)) {
      const kind = typeof usual[key];
      if (typeof option !== kind) throw wrong(option, [...at, name, key], `a ${kind}`);
    }
    found.set(name, options as OptionDefaults);
  }
  return found;
}
