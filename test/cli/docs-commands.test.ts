import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawingsFile } from '../../src/model/drawings-file.ts';
import { parseCall } from '../../src/cli/read-call.ts';
import { check } from '../../src/app/check.ts';
import { places, root } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

const text = readFileSync(path.join(root, 'docs/print.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);
const commands = blocks('sh').flatMap((block) => block.split('\n').filter((line) => line.startsWith('lectern build')));

const DECK = `---
title: A talk
---

## One {duration=1m}

- a thing
- another thing
- a third thing
- a fourth thing
- a fifth thing

:::notes
Hello.
:::

## Two

text
`;

describe('docs/print.md', () => {
  test.each(commands.filter((command) => !command.includes('--browser-url')))('%s', async (command) => {
    const cwd = project({ 'talk.md': DECK });
    const args = command.split(' ').slice(1);
    expect(await lectern(args, { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(path.join(cwd, 'dist')).length).toBeGreaterThan(0);
  });

  test('its other calls have known options', () => {
    const inRecipes = [...text.matchAll(/npx lectern build ([^>\n]+)/g)].map(([, args = '']) => args);
    const others = commands.filter((command) => command.includes('--browser-url'));
    expect(inRecipes.length + others.length).toBeGreaterThan(1);
    for (const call of [...inRecipes, ...others.map((command) => command.replace('lectern build ', ''))]) {
      const args = call
        .replaceAll(/\$\{\{[^}]*\}\}/g, '1')
        .trim()
        .split(/\s+/);
      expect(() => parseCall('build', args)).not.toThrow();
    }
  });

  test('its settings are JSON that is understood', async () => {
    for (const block of blocks('json')) {
      // Nobody is at its endpoint here.
      const { 'browser-url': _, ...settings } = JSON.parse(block) as Record<string, unknown>;
      const cwd = project({ 'talk.md': DECK, 'lectern.json': JSON.stringify(settings) });
      const { code } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
      expect(code).toBe(0);
    }
  });
});

describe('docs/present.md', () => {
  const presenting = readFileSync(path.join(root, 'docs/present.md'), 'utf8');
  const calls = [...presenting.matchAll(/^lectern (\w+) (.+)$/gm)].map(
    ([, command = '', args = '']) => [command, args] as const,
  );

  test.each(calls)('lectern %s %s', async (command, text) => {
    const size = { width: 1280, height: 720, title: '', nameOf: String };
    const pem = (name: string): Buffer => readFileSync(path.join(root, 'test/fixtures/certificates', name));
    const cwd = project({
      'talk.md': DECK,
      'talk.drawings.svg': drawingsFile([], size),
      'deck.example.org.pem': pem('talk.pem'),
      'deck.example.org-key.pem': pem('talk-key.pem'),
    });
    const args = text.split(' ');
    if (command !== 'present' && command !== 'record')
      return expect(await lectern([command, ...args], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const done = await lectern([command, ...args, '--no-open', '--port', '0'], {
      cwd,
      onStart: (child) => child.stdout?.on('data', () => child.kill('SIGINT')),
    });
    expect(done).toMatchObject({ code: 0, stderr: '' });
    return expect(done.stdout).toMatch(/talk\.md is served at https?:\/\//);
  });
});

describe('docs/check.md', () => {
  const checks = readFileSync(path.join(root, 'docs/check.md'), 'utf8');
  const calls = [...checks.matchAll(/^\| `lectern ([^`]+)` \|/gm)]
    .map(([, call = '']) => call)
    .filter((call) => !call.startsWith('present') && !call.includes('--online'));

  test.each(calls)('lectern %s', async (call) => {
    const cwd = project({ 'talk.md': DECK });
    expect(await lectern(call.split(' '), { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

test('docs/getting-started.md leads from nothing to a handout', async () => {
  const page = readFileSync(path.join(root, 'docs/getting-started.md'), 'utf8');
  const calls = [...page.matchAll(/^lectern (\w+)(.*)$/gm)].map(
    ([, command = '', args = '']) => [command, args] as const,
  );
  expect(calls.map(([command]) => command)).toEqual(['doctor', 'new', 'present', 'check', 'build']);
  const folder = project();
  const cwd = path.join(folder, 'my-talk');
  for (const [command, args] of calls) {
    // A browser is there, and `present` ends only when it is stopped.
    if (command === 'doctor' || command === 'present') continue;
    const call = [command, ...args.trim().split(' ').filter(Boolean)];
    expect(await lectern(call, { cwd: command === 'new' ? folder : cwd })).toMatchObject({ code: 0, stderr: '' });
  }
  for (const [, file = ''] of page.matchAll(/^- `(my-talk\.[\w.]+)`:/gm))
    expect(readdirSync(path.join(cwd, 'dist'))).toContain(file);
});

test('the decks of the guides pass the check', async () => {
  const pages = [
    'getting-started',
    'first-talk',
    'write',
    ...['marp', 'powerpoint', 'quarto', 'reveal', 'slidev'].map((name) => `from/${name}`),
  ];
  const examples = pages.flatMap((page) => {
    const text = readFileSync(path.join(root, 'docs', `${page}.md`), 'utf8');
    return [...text.matchAll(/^(`{3,})markdown\n([^]*?)^\1$/gm)].map(
      ([, , deck = ''], index) => [`${page.replace('/', '-')}-${index}.md`, deck] as const,
    );
  });
  const cwd = project(Object.fromEntries(examples));
  cpSync(path.join(root, 'slides/images'), path.join(cwd, 'images'), { recursive: true });
  cpSync(path.join(root, 'slides/parts'), path.join(cwd, 'parts'), { recursive: true });
  const report = await check({ decks: examples.map(([name]) => name), cwd, browser: places });
  const told = report.decks.flatMap(({ file }) =>
    file.messages.filter(({ fatal }) => typeof fatal === 'boolean').map(({ ruleId }) => `${file.path} ${ruleId}`),
  );
  // The first deck of a talk has nothing but notes.
  expect([...new Set(told)]).toEqual(['first-talk-0.md slide-empty']);
});
