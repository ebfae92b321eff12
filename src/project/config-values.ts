import path from 'node:path';
import { createDoor, staysBelow } from '../files/door.ts';
import { kindOf } from '../files/plain-file.ts';
import { CHECK_FORM, readCheckSettings, type CheckSettings } from '../model/check-settings.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { LecternError } from '../model/errors.ts';
import type { Option } from '../model/option.ts';
import { builtInThemes, findDeckTheme } from '../styles/find-theme.ts';
import { ConfigFault } from './config-fault.ts';
import { brand, configKey, OUTPUT_OPTIONS, outDir, PROJECT_OPTIONS, REFUSED_OPTIONS, theme } from './options.ts';
import { PLUGIN_KEYS } from './plugin-keys.ts';
import type { ProjectValues } from './project.ts';
import { isObject, kindOfValue } from './read-config.ts';

/** How the values of a config are read. */
export interface ValueContext {
  /** Paths are relative to it. */
  folder: string;
  /** The working folder. */
  cwd: string;
  /** Places outside are refused; `undefined` for configs that are code, which can do anything anyway. */
  within: string | undefined;
}

const OTHER_KEYS = ['check', '$schema', ...PLUGIN_KEYS];

/** Reads the options in a config. @throws ConfigFault */
export function readValues(config: Readonly<Record<string, unknown>>, context: ValueContext): ProjectValues {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(config)) {
    if (OTHER_KEYS.includes(key) || value === undefined) continue;
    const option = optionOf(key);
    const read = valueOf(option, key, value);
    const name = OUTPUT_OPTIONS.find((known) => known === option)?.key ?? configKey(option);
    const before = found.get(name);
    // Several options may be parts of one.
    const isPart = isObject(read) && isObject(before);
    found.set(name, isPart ? { ...before, ...read } : placed(option, key, read, context));
  }
  return Object.fromEntries(found) as ProjectValues;
}

/** Reads the settings of rules. @throws ConfigFault */
export function readRuleSettings({ check }: Readonly<Record<string, unknown>>): CheckSettings {
  if (check === undefined) return new Map();
  const settings = readCheckSettings(check);
  if (settings) return settings;
  const wrong = isObject(check)
    ? Object.entries(check).find((entry) => !readCheckSettings(Object.fromEntries([entry])))
    : undefined;
  const [id, value] = wrong ?? [];
  const shown = id === undefined ? `“check” is ${kindOfValue(check)}` : `“${id}” in “check” is ${kindOfValue(value)}`;
  throw new ConfigFault(['check', ...(id === undefined ? [] : [id])], `${shown}, expected ${CHECK_FORM}`);
}

function optionOf(key: string): Option {
  const isNamed = (option: Option): boolean => option.name === key || configKey(option) === key;
  const advice = REFUSED_OPTIONS.find(isNamed)?.callsOnly;
  if (typeof advice === 'string') {
    throw new ConfigFault([key], `“${key}” cannot be set in a config, only on the command line`, advice);
  }
  const option = PROJECT_OPTIONS.find(isNamed);
  if (option) return option;
  const keys = [...PROJECT_OPTIONS.map(configKey), ...OTHER_KEYS];
  throw new ConfigFault([key], `unknown key “${key}”${didYouMean(key, keys)}`);
}

function valueOf(option: Option, key: string, value: unknown): unknown {
  const wrong = (expected: string): ConfigFault =>
    new ConfigFault([key], `“${key}” is ${kindOfValue(value)}, expected ${expected}`);
  if (option.value === undefined) {
    if (typeof value === 'boolean') return value;
    throw wrong('true or false');
  }
  const text = option.fromConfig?.(value) ?? value;
  if (typeof text !== 'string' && typeof text !== 'number') throw wrong('text');
  try {
    return option.read(String(text));
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    throw new ConfigFault([key], error.message.replaceAll(`--${option.name}`, `“${key}”`), error.advice);
  }
}

/** Paths in a config are relative to its folder. */
function placed(option: Option, key: string, value: unknown, context: ValueContext): unknown {
  if (option === outDir) return placedFolder(key, String(value), context);
  if (option === brand) return path.resolve(context.folder, String(value));
  if (option.name === 'pptx' && isObject(value)) return placedTemplate(value, context);
  return option === theme ? placedTheme(key, String(value), context) : value;
}

/** Outputs of a project whose config is data stay in it, wherever links lead. */
function placedFolder(key: string, value: string, { folder, within }: ValueContext): string {
  const target = path.resolve(folder, value);
  if (within === undefined || staysBelow(target, path.resolve(within))) return target;
  throw new ConfigFault(
    [key],
    `“${key}” is ${JSON.stringify(value)}, outside the project`,
    'Name a folder inside the project, or another one on the command line with --out-dir.',
  );
}

function placedTemplate(value: Readonly<Record<string, unknown>>, { folder }: ValueContext): unknown {
  const { template } = value;
  return typeof template === 'string' ? { ...value, template: path.resolve(folder, template) } : value;
}

/** A theme by its name, of the project, or of an installed package. */
function placedTheme(key: string, value: string, { folder, cwd, within }: ValueContext): string {
  const found = findDeckTheme(value, folder, createDoor({ projectRoot: within ?? path.parse(folder).root }));
  if (!('problem' in found)) {
    if (folder === cwd || builtInThemes().includes(value)) return value;
    const named = path.resolve(folder, value);
    return kindOf(named) === undefined ? found.file : named;
  }
  if (found.ruleId === 'file-missing') return value;
  throw new ConfigFault(
    [key],
    `“${key}” is ${JSON.stringify(value)}: ${found.problem}`,
    'Name a theme inside the project or of a package, or another one on the command line with --theme.',
  );
}
