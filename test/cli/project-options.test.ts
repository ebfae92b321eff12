import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const DECK = '## One\n\ntext\n';

test('lectern.json holds options of a project, and a call has the last word', async () => {
  const cwd = project({
    'talk.md': DECK,
    'lectern.json': '{"to": "notes.md", "out-dir": "public", "strict": true, "scale": 2, "assets": false}',
  });
  expect(await lectern(['build', 'talk.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(path.join(cwd, 'public/talk.notes.md'))).toBe(true);
  expect(await lectern(['build', 'talk.md', '--to', 'html', '--out-dir', 'other'], { cwd })).toMatchObject({ code: 0 });
  expect(existsSync(path.join(cwd, 'other/talk.html'))).toBe(true);
});

test('the browser it names is everyone’s', async () => {
  const cwd = project({ 'talk.md': DECK, 'lectern.json': '{"browser": "nowhere/chrome", "to": "pdf"}' });
  for (const args of [['build', 'talk.md'], ['theme', 'check', 'folio'], ['doctor']]) {
    const { code, stdout, stderr } = await lectern(args, { cwd });
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/--browser names .*nowhere\/chrome, and there is no such program/);
  }
});

test.each([
  ['{"strikt": true}', 'lectern.json: there is no option “strikt”; did you mean “strict”?'],
  ['{"strict": "yes"}', 'lectern.json: “strict” is "yes", expected true or false'],
  ['{"theme": ["a"]}', 'lectern.json: “theme” is ["a"], expected text'],
  ['{"json": true}', 'lectern.json: there is no option “json”'],
  ['{', 'lectern.json: it is no JSON'],
  ['[]', 'lectern.json: it is no JSON object'],
])('%s is refused', async (text, says) => {
  const { code, stderr } = await lectern(['build', 'talk.md'], {
    cwd: project({ 'talk.md': DECK, 'lectern.json': text }),
  });
  expect(code).toBe(2);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/^\s+at /m);
});
