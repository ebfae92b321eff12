import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { configTypes, PAGES, projectSchema, withOptions } from '../scripts/option-reference.ts';
import { COMMAND_OPTIONS, optionsOf } from '../src/cli/command-options.ts';
import { COMMANDS, type CommandName } from '../src/cli/commands.ts';
import { callOf, formatHelp, plain } from '../src/cli/format-help.ts';
import { outputOptions, parseCall } from '../src/cli/read-call.ts';
import * as options from '../src/cli/options.ts';
import { OUTPUTS } from '../src/export/formats.ts';
import { RULE_IDS } from '../src/model/rule-ids.ts';
import { readValues } from '../src/project/config-values.ts';
import { configKey, PROJECT_OPTIONS } from '../src/project/options.ts';
import { PLUGIN_KEYS } from '../src/project/plugin-keys.ts';
import { root } from './support/browser.ts';

const SCHEMA = path.join(root, 'schema/lectern.json');
const names = Object.keys(COMMANDS) as CommandName[];

/** The text of a file; with `npm run test:update`, after it was written. */
function current(file: string, made: string): string {
  if (process.env['UPDATE_FIXTURES']) writeFileSync(file, made);
  return readFileSync(file, 'utf8');
}

test('the docs have the tables that the options give', () => {
  for (const page of PAGES) {
    const file = path.join(root, page);
    const made = withOptions(readFileSync(file, 'utf8'), page.replace('docs/', ''));
    expect(current(file, made)).toBe(made);
  }
});

test.each(names)('docs/reference/commands.md has lectern %s with each of its options', (command) => {
  const text = readFileSync(path.join(root, 'docs/reference/commands.md'), 'utf8');
  const [section = ''] = text.split(`\n## lectern ${command}\n`)[1]?.split('\n## ') ?? [];
  const options = optionsOf(command).filter(({ name }) => name !== 'help');
  expect(options.filter(({ name }) => !section.includes(`\`--${name}`))).toEqual([]);
});

test('schema/lectern.json is what the options give', async () => {
  const made = await projectSchema();
  expect(current(SCHEMA, made)).toBe(made);
});

test('src/model/config-options.ts is what the options give', async () => {
  const made = await configTypes();
  expect(current(path.join(root, 'src/model/config-options.ts'), made)).toBe(made);
});

describe.each(names)('lectern %s', (command) => {
  const shown = formatHelp(COMMAND_OPTIONS[command]);

  test('its help has every option with its meaning, in lines that fit a terminal', () => {
    const words = shown.replace(/\s+/g, ' ');
    for (const option of optionsOf(command)) {
      expect(words).toContain(`${callOf(option)} `);
      expect(words).toContain(plain(option.help));
    }
    expect(shown.split('\n').filter((line) => line.length > 110)).toEqual([]);
  });

  test('its options have names of their own', () => {
    const written = optionsOf(command).flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]));
    expect(new Set(written).size).toBe(written.length);
  });
});

test('the help of lectern build has every output with what it is', () => {
  const words = formatHelp(COMMAND_OPTIONS.build).replace(/\s+/g, ' ');
  for (const output of OUTPUTS) {
    expect(words).toContain(plain(output.about));
    expect(optionsOf('build')).toEqual(expect.arrayContaining([...output.options]));
  }
});

describe('the schema and the reader of lectern.json are of one mind', () => {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { properties: Record<string, { description?: string }> };
  const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);
  const isRead = (project: Readonly<Record<string, unknown>>): boolean => {
    try {
      readValues(project, { folder: root, cwd: root, within: root });
      return true;
    } catch {
      return false;
    }
  };

  test('the schema has every option of a project, each with a description', () => {
    const options = PROJECT_OPTIONS.flatMap((option) => [option.name, configKey(option)]);
    const plugins = PLUGIN_KEYS.filter(
      (key) => !['fences', 'directives', 'outputs', 'rules', 'dialects'].includes(key),
    );
    const keys = [...options, ...plugins, 'check', '$schema'];
    expect(Object.keys(schema.properties).toSorted()).toEqual([...new Set(keys)].toSorted());
    for (const { description } of Object.values(schema.properties)) expect(description).toBeTruthy();
  });

  const FLAGS = ['assets', 'no-notes', 'annotate', 'large', 'transparent', 'strict', 'fetch', 'untrusted'];
  test.each<[key: string, good: unknown[], bad: unknown[]]>([
    [
      'to',
      ['html', 'html, notes.md', 'png,pdf', 'plugin', ['html', 'pdf']],
      ['', 'html,', 'html pdf', true, [5], ['a b']],
    ],
    ['outDir', ['public', 'a/b'], [true, ['public']]],
    ['out-dir', ['public', 'a/b'], [true, ['public']]],
    ['theme', ['folio'], [true, {}]],
    ['slides', ['3-7,12'], [true]],
    ['steps', ['last', 'pages'], ['all', true]],
    ['publish', ['https://example.org/talks/'], [true]],
    ['quality', ['print', 'screen'], ['best', 5]],
    ['handout', ['slides=6,ink=save', { slides: 6, ink: 'save' }], [true, { slides: 5 }, { colour: 'red' }]],
    ['ink', ['full', 'save'], ['none', true]],
    ['scale', [2, 0.1, 8], [0, 9, 'large', true]],
    ['timeout', [120, 0.5], [0, -1, 'long', 90_000]],
    ...FLAGS.map((key): [string, unknown[], unknown[]] => [key, [true, false], ['yes', 1]]),
    ['strikt', [], [true]],
    ['json', [], [true]],
    ['browser', [], ['./run.sh']],
    ['browser-url', [], ['http://127.0.0.1:1']],
    ['shard', [], ['1/2']],
    ['$schema', ['./node_modules/lectern/schema/lectern.json'], []],
  ])('%s', (key, good, bad) => {
    for (const [values, expected] of [
      [good, true],
      [bad, false],
    ] as const) {
      for (const value of values) {
        expect([value, isValid({ [key]: value })]).toEqual([value, expected]);
        expect([value, isRead({ [key]: value })]).toEqual([value, expected]);
      }
    }
  });

  test('settings of rules', () => {
    const rules = Object.fromEntries([...RULE_IDS].map((id) => [id, 'off']));
    for (const check of [
      rules,
      { words: false },
      { words: 'warn' },
      { words: { most: 60 } },
      { words: { severity: 'error', most: 5 } },
    ])
      expect([check, isValid({ check })]).toEqual([check, true]);
    for (const check of [
      'off',
      { word: 'off' },
      { words: 'loud' },
      { words: { least: 1 } },
      { 'slide-tone': { most: 1 } },
    ])
      expect([check, isValid({ check })]).toEqual([check, false]);
  });
});

describe('a call', () => {
  test('takes precedence over the project, and values have their types', () => {
    const call = parseCall('build', ['--scale=1', '--strict', 'a.md', '--scale', '2', '--to', 'html, png', '-o', 'x']);
    expect(call?.operands).toEqual(['a.md']);
    expect(call?.get(options.to)).toEqual(['html', 'png']);
    expect(call?.get(options.outDir)).toBe('x');
    expect(call?.get(options.strict)).toBe(true);
    expect(call?.get(options.untrusted)).toBeUndefined();
    expect(call && outputOptions(call)).toEqual({ scale: 2 });
  });

  test('names options of outputs as programs do', () => {
    const args =
      '--steps pages --no-notes --handout slides=6,ink=full --ink save --quality screen --timeout 5 --assets';
    const call = parseCall('build', args.split(' '));
    expect(call && outputOptions(call)).toEqual({
      stepPages: true,
      withoutNotes: true,
      handout: { slides: 6, ink: 'save' },
      quality: 'screen',
      timeout: 5,
      assets: true,
    });
    const last = parseCall('build', ['--steps', 'last']);
    expect(last && outputOptions(last)).toEqual({ stepPages: false });
  });

  test('asks for help whatever else is wrong with its values', () => {
    expect(parseCall('build', ['--scale', '99', '-h'])).toBeUndefined();
  });

  test.each([
    [
      ['--steps', 'page'],
      'invalid value “page” for --steps; did you mean “pages”?',
      'Write --steps last or --steps pages.',
    ],
    [
      ['--scale', '9'],
      '--scale is “9”, expected a number from 0.1 to 8',
      'At --scale 1.5 a slide of 1280 × 720 becomes',
    ],
    [
      ['--handout', 'x=1'],
      'invalid value “x=1” for --handout',
      'Write it as in --handout slides=6,ink=save; there are',
    ],
    [
      ['--publish', 'talks'],
      '--publish is “talks”, expected the address',
      'Write it as in --publish https://example.org/',
    ],
    [['--timeout', 'x'], '--timeout is “x”, expected seconds', 'Write the seconds for one document'],
    [['--shard', '3/2'], '--shard is “3/2”, expected a shard such as 2/5', 'Write the number of the shard and'],
    [['--to', 'pdf,,html'], 'invalid value “pdf,,html” for --to', 'Separate outputs with commas'],
    [['--to'], '--to needs a value, as in --to html,pdf', 'lectern build --help lists the options.'],
    [['--theme', '--strict'], '--theme needs a value, as in --theme THEME', 'lectern build --help lists the options.'],
    [['--strict=yes'], '--strict takes no value', 'lectern build --help lists the options.'],
    [['--stict'], 'unknown option --stict', 'Did you mean --strict?'],
  ])('%j is refused', (args, message, advice) => {
    expect(() => parseCall('build', args)).toThrow(
      expect.objectContaining({
        code: 'USAGE',
        message: expect.stringContaining(message),
        advice: expect.stringContaining(advice),
      }),
    );
  });

  test.each<[CommandName, string[], string, string]>([
    [
      'check',
      ['--format', 'sarf'],
      'invalid value “sarf” for --format; did you mean “sarif”?',
      'as in --format sarif.',
    ],
    ['check', ['--html', 'talk.md'], '--html is “talk.md”, expected the name of a page', 'as in --html report.html.'],
    ['present', ['--port', '65536'], '--port is “65536”, expected a number from 0 to 65535', 'Leave it out'],
    ['present', ['--port', ''], '--port is “”, expected a number', 'Leave it out'],
    [
      'theme',
      ['--to', 'pdf'],
      'invalid value “pdf” for --to; expected one of html, png',
      'Write --to html for one page',
    ],
  ])('lectern %s refuses %j', (command, args, message, advice) => {
    expect(() => parseCall(command, args)).toThrow(
      expect.objectContaining({
        code: 'USAGE',
        message: expect.stringContaining(message),
        advice: expect.stringContaining(advice),
      }),
    );
  });
});
