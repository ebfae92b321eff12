import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { STARTER_NAMES } from '../../src/app/starters.ts';
import { askNew, folderName } from '../../src/cli/ask-new.ts';
import { lectern, project } from '../support/cli.ts';

test('every starter makes a talk that the check has nothing to say about', async () => {
  const cwd = project();
  for (const starter of STARTER_NAMES) {
    const args = ['new', starter, '--starter', starter, '--title', 'A talk: mine', '--author', 'Ada'];
    const { code, stdout, stderr } = await lectern(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Next:\n  cd ${starter}\n  lectern present ${starter}.md\n`);
    const deck = readFileSync(path.join(cwd, starter, `${starter}.md`), 'utf8');
    expect(deck).toMatch(/^---\ntitle: "A talk: mine"\nauthor: Ada\ndate: \d{4}-\d\d-\d\d\n/);
    expect(readFileSync(path.join(cwd, starter, '.gitignore'), 'utf8')).toContain('dist/');
  }
  const decks = STARTER_NAMES.map((name) => path.join(name, `${name}.md`));
  expect(await lectern(['check', ...decks], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('a theme may be chosen', async () => {
  const cwd = project();
  expect(await lectern(['new', 'a b', '--theme', 'slate'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(cwd, 'a b', 'a-b.md'), 'utf8')).toContain('\ntheme: slate\n');
  const unknown = await lectern(['new', 'other', '--theme', 'slat'], { cwd });
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean “slate”?') as unknown });
  expect(readdirSync(cwd)).toEqual(['a b']);
});

test('npm run in a checkout works in the folder of the caller, and is what the next commands begin with', async () => {
  const [cwd, checkout] = [project({ 'only.md': '## One\n' }), project()];
  const env = { npm_package_name: 'lectern', npm_lifecycle_event: 'lectern', INIT_CWD: cwd };
  const { stdout } = await lectern(['new', 'mine', '--starter', 'lecture'], { cwd: checkout, env });
  expect(stdout).toContain('Next:\n  cd mine\n  npm run --silent lectern -- present mine.md\n');
  expect(readdirSync(cwd)).toEqual(['mine', 'only.md']);
  // A script of another project starts where npm starts it.
  const other = { ...env, npm_package_name: 'talks' };
  expect(await lectern(['new', 'mine'], { cwd: checkout, env: other })).toMatchObject({ code: 0 });
  expect(readdirSync(checkout)).toEqual(['mine']);
});

test('nothing is written over', async () => {
  const cwd = project({ 'mine/talk.md': '# Mine\n', file: '' });
  expect(await lectern(['new', 'mine'], { cwd })).toMatchObject({
    code: 2,
    stderr: 'lectern: mine is not empty. Choose another name; existing files are never overwritten.\n',
  });
  expect(await lectern(['new', 'file'], { cwd })).toMatchObject({ code: 2 });
  expect(readdirSync(path.join(cwd, 'mine'))).toEqual(['talk.md']);
});

test('where nobody can answer, a call without a folder is refused', async () => {
  expect(await lectern(['new'], { cwd: project() })).toMatchObject({
    code: 2,
    stderr: 'lectern: no folder was named. Write: lectern new my-talk --starter talk|lecture|report|product\n',
  });
});

/** Answers questions as someone at a terminal does, each when it is asked. */
async function answering(keys: readonly (readonly [question: string, keys: string])[]): ReturnType<typeof askNew> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  let next = 0;
  output.on('data', (data: Buffer) => {
    shown += data.toString();
    const waiting = keys[next];
    if (!waiting || !shown.includes(waiting[0])) return;
    next += 1;
    setImmediate(() => input.write(waiting[1]));
  });
  return askNew({}, { input, output });
}

test('questions are asked one by one', async () => {
  const answers = await answering([
    ['Title of the talk', 'Größe & Maß\r'],
    ['Folder', '\r'],
    ['Start from', '\u001B[B\r'],
    ['Your name', 'Ada\r'],
    ['Theme', '\r'],
  ]);
  expect(answers).toEqual({
    title: 'Größe & Maß',
    folder: 'größe-maß',
    starter: 'lecture',
    author: 'Ada',
    theme: undefined,
  });
});

test('and can be cancelled', async () => {
  expect(await answering([['Title of the talk', '\u0003']])).toBeUndefined();
});

test('a title without letters makes a folder all the same', () => {
  expect(folderName('…')).toBe('my-talk');
});
