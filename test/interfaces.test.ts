import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../src/app/check.ts';
import { RULES } from '../src/check/rules.ts';
import { THEME_RULES } from '../src/check/theme-rules.ts';
import { checkJson } from '../src/cli/check-json.ts';
import { optionsOf } from '../src/cli/command-options.ts';
import { COMMANDS, type CommandName } from '../src/cli/commands.ts';
import { diagnosisJson } from '../src/cli/diagnosis-json.ts';
import * as exitCodes from '../src/cli/exit-codes.ts';
import { jsonReport } from '../src/cli/json-report.ts';
import { OUTPUTS } from '../src/export/formats.ts';
import * as api from '../src/index.ts';
import { FRONT_MATTER_KEYS } from '../src/markdown/deck-meta.ts';
import { SLIDE_SETTINGS } from '../src/markdown/slide-settings.ts';
import { CONTAINER_DIRECTIVES, LEAF_DIRECTIVES, TEXT_DIRECTIVES } from '../src/model/directive-names.ts';
import { LAYOUT_NAMES } from '../src/model/layouts.ts';
import { fail } from '../src/model/messages.ts';
import { COMPILER_RULES } from '../src/model/rule-ids.ts';
import { configKey, PROJECT_OPTIONS } from '../src/project/options.ts';
import { PLUGIN_KEYS } from '../src/project/plugin-keys.ts';
import { builtInThemes } from '../src/styles/find-theme.ts';
import { GIVEN_TOKENS, TOKEN_NAMES } from '../src/theme/tokens.ts';

/**
 * Holds the promise of `docs/versions.md`: names that people and programs rely on never disappear within a major version.
 * `npm run test:update` records new names, and a release has all of them. A name that shall go is taken out of the file by hand, which is a breaking change.
 */
const FILE = path.join(import.meta.dirname, 'fixtures', 'interfaces.json');

type Names = Record<string, string[]>;

/** Names of fields, with those of objects inside, as in `decks[].messages[].line`. */
function fieldsOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => fieldsOf(item, `${prefix}[]`)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return [name].concat(fieldsOf(inner, name));
  });
}

function reports(): { build: unknown; check: unknown; doctor: unknown } {
  const file = new VFile({ path: 'talk.md' });
  fail(file, 'Broken', {
    place: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    ruleId: 'file-missing',
  });
  const error = new api.LecternError('UNEXPECTED', 'a', { advice: 'b' });
  const shared = { file, included: [], slides: 1, seconds: 1, error };
  const built = { ...shared, title: '', outputs: ['a'], failed: ['b'] };
  const checked = { ...shared, order: [], size: { width: 1, height: 1 }, findings: [], fixed: 0, pictures: [] };
  const check: CheckReport = { decks: [checked], ok: false, notices: [], rules: [] };
  const plugin = { name: 'a', version: '1', place: 'b' };
  const doctor = diagnosisJson({
    ok: true,
    lectern: '1',
    node: '1',
    system: { platform: 'a', arch: 'b', release: 'c', cores: 1, memoryMB: 1 },
    cacheFolder: 'a',
    project: { file: 'a', problem: 'b', plugins: [{ ...plugin, brings: [] }], parts: {}, unused: [plugin] },
    browsers: [{ kind: 'named', place: 'a', version: undefined }],
    endpoint: undefined,
    printing: { product: 'a', milliseconds: 1 },
  });
  return {
    build: JSON.parse(jsonReport({ decks: [built], ok: false, notices: [] }, { index: 1, count: 2, of: 3 })),
    check: JSON.parse(checkJson(check)),
    doctor: JSON.parse(doctor),
  };
}

function currentNames(): Names {
  const source = readFileSync(path.join(import.meta.dirname, '../src/index.ts'), 'utf8');
  const types = [...source.matchAll(/\btype (\w+)|\btype \{([^}]+)\}/g)].flatMap(([, one, several]) =>
    one === undefined ? (several ?? '').split(',') : [one],
  );
  const codes = readFileSync(path.join(import.meta.dirname, '../src/model/errors.ts'), 'utf8');
  const { build, check, doctor } = reports();
  const names: Names = {
    commands: Object.keys(COMMANDS),
    ...Object.fromEntries(
      (Object.keys(COMMANDS) as CommandName[]).map((name) => [
        `options of ${name}`,
        optionsOf(name).flatMap(({ name: long, short }) =>
          short === undefined ? [`--${long}`] : [`--${long}`, `-${short}`],
        ),
      ]),
    ),
    'exit codes': Object.values(exitCodes).map(String),
    outputs: OUTPUTS.map(({ name }) => name),
    'front matter': [...FRONT_MATTER_KEYS],
    'slide settings': [...SLIDE_SETTINGS],
    directives: [...CONTAINER_DIRECTIVES, ...LEAF_DIRECTIVES, ...TEXT_DIRECTIVES],
    layouts: [...LAYOUT_NAMES],
    themes: builtInThemes(),
    tokens: [...TOKEN_NAMES, ...GIVEN_TOKENS.map(({ name }) => name)],
    'config keys': [...PROJECT_OPTIONS.map(configKey), ...PLUGIN_KEYS, 'check'],
    'rules of the compiler': Object.keys(COMPILER_RULES),
    'rules of the check': RULES.map(({ id, severity }) => `${id}: ${severity}`),
    'rules of themes': THEME_RULES.map(({ id, severity }) => `${id}: ${severity}`),
    'error codes': [...codes.matchAll(/^ {2}\| '([A-Z_]+)'/gm)].map(([, code = '']) => code),
    exports: Object.keys(api),
    types: types.map((name) => name.trim()).filter(Boolean),
    'JSON of build': fieldsOf(build),
    'JSON of check': fieldsOf(check),
    'JSON of doctor': fieldsOf(doctor),
  };
  return Object.fromEntries(Object.entries(names).map(([kind, all]) => [kind, [...new Set(all)].toSorted()]));
}

const now = currentNames();

function recorded(): Names {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Names;
}

if (process.env['UPDATE_FIXTURES']) {
  const known = recorded();
  const all = Object.entries(now).map(([kind, names]) => [
    kind,
    [...new Set([...(known[kind] ?? []), ...names])].toSorted(),
  ]);
  writeFileSync(FILE, `${JSON.stringify({ ...known, ...Object.fromEntries(all) }, null, 2)}\n`);
}

describe('names that people and programs rely on', () => {
  test.each(Object.entries(recorded()))('%s', (kind, names) => {
    const gone = names.filter((name) => !now[kind]?.includes(name));
    expect(
      gone,
      'gone, which breaks decks and scripts: keep them, or take them out of interfaces.json by hand',
    ).toEqual([]);
  });

  test('are found for every kind', () => {
    expect(Object.keys(now).filter((kind) => now[kind]?.length === 0)).toEqual([]);
  });
});
