import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeFault, OLDEST_NODE } from '../../src/cli/node-version.ts';
import { sentences } from '../../src/model/errors.ts';
import { root } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

test.each(['20.20.2', '22.17.1', '22.5.0', '18.0.0', '21.99.0', '0.12.0'])('Node %s is too old', (version) => {
  expect(nodeFault(version)).toBe(
    `lectern: needs Node 22.18 or newer, this is ${version}. Install a newer one from https://nodejs.org.`,
  );
});

test.each(['22.18.0', '22.19.3', '24.0.0', '100.1.0', '23.0.0-nightly'])('Node %s is new enough', (version) => {
  expect(nodeFault(version)).toBeUndefined();
});

test('package.json asks for the same version of Node, and README names it', () => {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(engines.node).toBe(`>=${OLDEST_NODE}`);
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain(`Node.js ${OLDEST_NODE} or newer`);
});

test('an older Node ends with one line', () => {
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
  const main = path.join(root, 'src/cli/main.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURI(old)}`, main], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^lectern: needs Node 22\.18 or newer, this is 20\.20\.2\. Install .*\n$/);
  // What an older Node does not export must not be imported by its name before that.
  const source = readFileSync(main, 'utf8');
  const imports = [...source.matchAll(/^import (.*) from '(.*)';$/gm)].map(([, names, from]) => `${names} ${from}`);
  expect(imports).toEqual(['module node:module', '{ nodeFault } ./node-version.ts']);
});

test('patterns that a shell passes on are expanded', async () => {
  const cwd = project({ 'talks/b.md': '# B\n', 'talks/a.md': '# A\n', 'talks/c.txt': '', 'odd[1].md': '# C\n' });
  const { code, stdout, stderr } = await lectern(['build', 'talks/*.md', 'talks/a.md', 'odd[1].md', '--to', 'html'], {
    cwd,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/^\S+/gm)).toEqual(['talks/a.md', 'talks/b.md', 'odd[1].md']);
  expect(globSync('*.html', { cwd: path.join(cwd, 'dist') }).toSorted()).toEqual(['a.html', 'b.html', 'odd[1].html']);
  const nothing = await lectern(['build', 'talks/*.mdx'], { cwd });
  expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining('no file matches “talks/*.mdx”. Check') });
  expect(existsSync(path.join(cwd, 'dist/c.html'))).toBe(false);
  const one = await lectern(['rehearsals', 'talks/a*.md'], { cwd });
  expect(one.stdout).toContain('talks/a.md: no rehearsals yet');
  const several = await lectern(['present', 'talks/*.md'], { cwd });
  expect(several).toMatchObject({ code: 2, stderr: expect.stringContaining('one talk at a time') });
});

test('sentences end once', async () => {
  expect(sentences({ message: 'did you mean “a”?', advice: 'Name it.' })).toBe('did you mean “a”? Name it.');
  expect(sentences({ message: 'it is missing', advice: 'Name it.' })).toBe('it is missing. Name it.');
  const cwd = project({ 'talk.md': '---\ntheme: foliio\n---\n\n# A\n', 'lectern.json': '{"to": "html"}' });
  const { stderr } = await lectern(['build', 'talk.md'], { cwd });
  expect(stderr).toMatch(/theme “foliio”; did you mean “folio”\? Using folio until this is fixed theme$/m);
  const given = await lectern(['build', 'talk.md', '--theme', 'foliio'], { cwd });
  expect(given.stderr).toMatch(/unknown theme “foliio”; did you mean “folio”\? Name a/);
});
