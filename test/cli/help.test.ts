import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseCall } from '../../src/cli/read-call.ts';
import { lectern, project } from '../support/cli.ts';

const root = path.join(import.meta.dirname, '..', '..');

test('--version says the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  expect(await lectern(['--version'], { cwd: root })).toMatchObject({ code: 0, stdout: `${version}\n` });
});

test.each([
  [['--help'], 'Usage: lectern <command>'],
  [['build', '--help'], 'Usage: lectern build'],
  [['doctor', '--help'], 'Usage: lectern doctor'],
  [['help', 'theme'], 'Usage: lectern theme'],
])('%j shows the usage', async (args, usage) => {
  const result = await lectern(args, { cwd: root });
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(result.stdout.startsWith(usage)).toBe(true);
});

test('a misspelled option before the command is an option', async () => {
  const stderr = 'lectern: unknown option --verison. Did you mean --version?\n';
  expect(await lectern(['--verison'], { cwd: root })).toMatchObject({ code: 2, stderr });
});

test('the deck that the help proposes builds, and passes the check', async () => {
  const { stdout } = await lectern(['--help'], { cwd: root });
  expect(stdout).toContain(String.raw`printf '# Hello\n\n## World\n\nIt works.\n' > talk.md && lectern build talk.md`);
  const cwd = project({ 'talk.md': '# Hello\n\n## World\n\nIt works.\n' });
  const result = await lectern(['build', 'talk.md'], { cwd });
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(result.stdout).toBe('talk.md → dist/talk.html, dist/talk.pdf (2 slides)\n');
  expect(await lectern(['check', 'talk.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('doctor finds a browser that prints', async () => {
  const result = await lectern(['doctor'], { cwd: root });
  expect(result.stdout).toMatch(/Printing works/);
  expect(result.code).toBe(0);
});

test.each([
  ['watch', 'build', 'To see the slides change as you write, use “lectern present” with the deck.'],
  ['pdf', 'build', 'Write --to pdf.'],
  ['powerpoint', 'build', 'Write --to pptx.'],
  ['stict', 'build', 'Did you mean --strict?'],
  ['pfd', 'build', 'To write that output: --to pdf.'],
  ['pdf', 'check', 'lectern check --help lists the options.'],
] as const)('--%s of lectern %s is not an option, and the message says what to write', (unknown, command, advice) => {
  expect(() => parseCall(command, [`--${unknown}`])).toThrow(
    expect.objectContaining({ code: 'USAGE', message: `unknown option --${unknown}`, advice }),
  );
});
