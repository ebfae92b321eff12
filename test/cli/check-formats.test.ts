import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../src/app/check.ts';
import { checkGithub } from '../../src/cli/check-github.ts';
import { checkGitlab } from '../../src/cli/check-gitlab.ts';
import { inRepository, repositoryFolder } from '../../src/cli/environment.ts';
import { fail, warn } from '../../src/model/messages.ts';

/** A report about one deck, with an error and the same warning twice. */
function report(name: string, firstLine = 3): CheckReport {
  const file = new VFile({ path: name });
  const at = (line: number) => ({ start: { line, column: 2 }, end: { line: line + 1, column: 1 } });
  fail(file, 'Broken: 100 %, as\never', { place: at(firstLine), ruleId: 'file-missing' });
  warn(file, 'Too long', { place: at(firstLine + 4), ruleId: 'words' });
  warn(file, 'Too long', { place: at(firstLine + 8), ruleId: 'words' });
  const deck = { file, included: [], slides: 1, order: [], size: { width: 1280, height: 720 }, findings: [], fixed: 0 };
  return { decks: [{ ...deck, pictures: [], error: undefined, seconds: 1 }], ok: false, notices: [], rules: [] };
}

test('annotations of GitHub cannot be broken by names of files and texts', () => {
  const [first, ...others] = checkGithub(report('a:b,c%\n::error::x.md')).split('\n');
  expect(first).toBe(
    '::error file=a%3Ab%2Cc%25\\n%3A%3Aerror%3A%3Ax.md,line=3,col=2,endLine=4,title=file-missing::Broken: 100 %25, as\\never',
  );
  expect(others).toHaveLength(2);
});

describe('a report of GitLab’s Code Quality', () => {
  interface Finding {
    fingerprint: string;
  }
  const read = (firstLine?: number): Finding[] =>
    JSON.parse(checkGitlab(report('talks/talk.md', firstLine))) as Finding[];

  test('has each finding with its rule, severity and place', () => {
    const [first, second] = read();
    expect(first).toEqual({
      description: 'Broken: 100 %, as\never',
      check_name: 'file-missing',
      fingerprint: expect.stringMatching(/^[\da-f]{64}$/) as unknown,
      severity: 'major',
      location: { path: 'talks/talk.md', lines: { begin: 3, end: 4 } },
    });
    expect(second).toMatchObject({ check_name: 'words', severity: 'minor', location: { lines: { begin: 7 } } });
  });

  test('knows the same findings again on other lines, and tells them apart', () => {
    const prints = read().map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(read(20).map(({ fingerprint }) => fingerprint)).toEqual(prints);
  });
});

test.skipIf(process.platform === 'win32')('files are named from the folder of the repository', () => {
  expect(repositoryFolder({ GITHUB_WORKSPACE: '/repo' }, '/repo/docs/talks')).toBe('/repo');
  expect(repositoryFolder({ CI_PROJECT_DIR: '/repo' }, '/repo')).toBe('/repo');
  for (const env of [{}, { GITHUB_WORKSPACE: '/other' }, { CI_PROJECT_DIR: '/re' }, { GITHUB_WORKSPACE: 'docs' }])
    expect(repositoryFolder(env, '/repo/docs')).toBe('/repo/docs');
  const folder = path.dirname(process.cwd());
  const below = path.basename(process.cwd());
  expect(inRepository('talks/talk.md', folder)).toBe(`${below}/talks/talk.md`);
  expect(inRepository('../../../other.md', folder)).toBe('../../../other.md');
});
