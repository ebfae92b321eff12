import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SHELLS, type Shell } from '../../src/cli/completion/words.ts';
import { COMMANDS, type CommandName } from '../../src/cli/commands.ts';
import { optionsOf } from '../../src/cli/command-options.ts';
import { lectern, project } from '../support/cli.ts';

/** A folder with a deck, a report and the script for a shell. */
async function prepare(shell: Shell): Promise<{ cwd: string; file: string }> {
  const cwd = project({ 'talk.md': '# Talk\n', 'report.json': '{}' });
  mkdirSync(path.join(cwd, 'out'));
  const { code, stdout } = await lectern(['completion', shell], { cwd });
  expect(code).toBe(0);
  const file = path.join(cwd, `lectern.${shell}`);
  writeFileSync(file, stdout);
  return { cwd, file };
}

test.each(SHELLS)('the script for %s knows every command and option', async (shell) => {
  const stdout = readFileSync((await prepare(shell)).file, 'utf8');
  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    expect(stdout).toContain(name);
    for (const option of optionsOf(name))
      expect(stdout).toContain(shell === 'fish' ? `-l ${option.name}` : `--${option.name}`);
  }
});

const CALLS: [words: string[], expected: string[]][] = [
  [['lectern', 'b'], ['build']],
  [['lectern', 'build', '--tra'], ['--transparent']],
  [['lectern', 'build', '--to', 'ht'], ['html']],
  [
    ['lectern', 'build', '--to', 'html,p'],
    ['html,pdf', 'html,pptx', 'html,pptx.pictures', 'html,png'],
  ],
  [['lectern', 'build', '-t', 'no'], ['nocturne']],
  [['lectern', 'build', 'ta'], ['talk.md']],
  [['lectern', 'check', '--size', 'A'], ['A4']],
  [['lectern', 'report', 'r'], ['report.json']],
  [['lectern', 'theme', 'pre'], ['preview']],
  [['lectern', 'check', '--format', 's'], ['sarif']],
  [['lectern', 'completion', 'z'], ['zsh']],
  [
    ['lectern', 'docs', 'lang'],
    ['language', 'language-models'],
  ],
];

test('bash completes commands, options, values, lists and files', async () => {
  const { cwd, file } = await prepare('bash');
  const calls = CALLS.map(([words]) => `complete_call ${words.map((word) => `'${word}'`).join(' ')}`).join('\n');
  const program = `source ${file}
complete_call() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _lectern; echo "\${COMPREPLY[*]}"; }
${calls}`;
  const output = execFileSync('bash', ['--norc', '-c', program], { cwd, encoding: 'utf8' });
  expect(output.trimEnd().split('\n')).toEqual(CALLS.map(([, expected]) => expected.join(' ')));
});

test.skipIf(!has('fish'))('fish completes the same', async () => {
  const { cwd, file } = await prepare('fish');
  for (const [words, expected] of CALLS) {
    const program = `source ${file}; complete -C '${words.join(' ')}'`;
    const output = execFileSync('fish', ['--no-config', '-c', program], { cwd, encoding: 'utf8' });
    expect(output.split('\n').map((line) => line.split('\t')[0])).toEqual(expect.arrayContaining(expected));
  }
});

test.skipIf(!has('zsh'))('zsh can read its script', async () => {
  const { file } = await prepare('zsh');
  expect(execFileSync('zsh', ['-n', file], { encoding: 'utf8' })).toBe('');
});

test('other shells are named', async () => {
  expect(await lectern(['completion', 'fisch'], { cwd: project() })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no completion script for “fisch”. Did you mean “fish”?') as unknown,
  });
});

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
