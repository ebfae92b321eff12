import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundleOwn } from '../../src/styles/bundle-styles.ts';
import { createDoor } from '../../src/files/door.ts';
import { embedStyleFiles } from '../../src/styles/embed-style-files.ts';
import { findStyle } from '../../src/styles/find-style.ts';
import { findDeckTheme } from '../../src/styles/find-theme.ts';
import type { StyleSheet } from '../../src/theme/theme.ts';
import { project } from '../support/cli.ts';

const SECRET = 'the secret';

/** A project in a folder beside a secret one, with links that lead there. */
function besideSecrets(files: Record<string, string>): string {
  const folder = project({
    'secret/k.png': SECRET,
    'secret/k.woff2': SECRET,
    'secret/style.css': `.leak { content: "${SECRET}" }`,
    'secret/theme.css': `.leak { content: "${SECRET}" }`,
    'secret/package.json': '{"name": "another"}',
    'project/node_modules/plain/package.json': '{"name": "plain"}',
    'project/node_modules/plain/a.css': '.plain { background: url(a.png) }',
    'project/node_modules/plain/a.png': 'of a package',
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`project/${name}`, text])),
  });
  const root = path.join(folder, 'project');
  symlinkSync('../secret', path.join(root, 'linked'));
  symlinkSync('../secret/k.png', path.join(root, 'link.png'));
  symlinkSync('../../secret', path.join(root, 'node_modules/linked'));
  return root;
}

async function read(cwd: string, door = createDoor({ projectRoot: cwd })): Promise<[css: string, sheet: StyleSheet]> {
  const sheet = await bundleOwn([path.join(cwd, 's.css')], door);
  return [
    await embedStyleFiles(sheet, {
      glyphs: { text: new Set([97]), code: new Set(), math: new Set(), langs: new Set(), styles: '' },
    }),
    sheet,
  ];
}

test.each([
  '.a { background: url(../secret/k.png) }',
  '.a { background: url("below/../../secret/k.png") }',
  '.a { background: url(%2e%2e/secret/k.png) }',
  '.a { background: u\\72l(../secret/k.png) }',
  '.a { background: url(link.png) }',
  '.a { background: url(linked/k.png) }',
  '.a { background: url(node_modules/linked/k.png) }',
  '.a { background: image-set("../secret/k.png" 1x) }',
  '.a { cursor: url(../secret/k.png), auto }',
  '.a { unknown: url(../secret/k.png) }',
  '.a { background: var(--x, url(../secret/k.png)) }',
  ':root { --x: url(../secret/k.png) }',
  '@property --x { syntax: "<url>"; inherits: false; initial-value: url(../secret/k.png) }',
  '@font-face { font-family: X; src: url(../secret/k.woff2) }',
  '@font-face { font-family: X; src: url(linked/k.woff2), local(Y) }',
])('%s puts no file from outside the project into a deck', async (rule) => {
  const [css, { faults }] = await read(besideSecrets({ 's.css': `${rule} .kept { color: red }` }));
  expect(css).not.toContain(Buffer.from(SECRET).toString('base64'));
  expect(css).toContain('.kept{color:red}');
  expect(faults).toMatchObject([
    {
      ruleId: 'file-outside',
      line: 1,
      message: expect.stringContaining('the file is outside the project; copy it into'),
    },
  ]);
});

test('an absolute path and one in another package lead nowhere, either', async () => {
  const cwd = besideSecrets({});
  const secret = path.join(path.dirname(cwd), 'secret');
  writeFileSync(path.join(cwd, 's.css'), `.a { background: url(${secret}/k.png) } :root { --x: url(${secret}/k.png) }`);
  const [css, { faults }] = await read(cwd);
  expect(css).not.toContain('base64');
  expect(faults).toHaveLength(2);
});

test.each([
  '"../secret/style.css"',
  'url(../secret/style.css)',
  '"./linked/style.css"',
  '"linked/style.css"',
  '"\\2e./secret/style.css"',
])('@import %s is refused', async (specifier) => {
  const cwd = besideSecrets({ 's.css': `@import ${specifier};` });
  await expect(read(cwd)).rejects.toMatchObject({
    ruleId: 'file-outside',
    message: expect.stringContaining('outside'),
  });
});

test.each(['../secret/style.css', 'linked/style.css', './linked/style.css'])('style: %s is refused', (name) => {
  const cwd = besideSecrets({});
  expect(findStyle(name, cwd, createDoor({ projectRoot: cwd }))).toMatchObject({ ruleId: 'file-outside' });
});

test.each(['../secret', '../secret/style.css', './linked', 'linked/theme.css', 'linked'])(
  'theme: %s is refused',
  (name) => {
    const cwd = besideSecrets({});
    expect(findDeckTheme(name, cwd, createDoor({ projectRoot: cwd }))).toMatchObject({ ruleId: 'file-outside' });
  },
);

test('packages are read, those of a workspace as well', async () => {
  const cwd = besideSecrets({ 's.css': '@import "plain/a.css"; @import "@acme/looks/b.css";' });
  const elsewhere = path.join(path.dirname(cwd), 'packages/looks');
  mkdirSync(elsewhere, { recursive: true });
  writeFileSync(path.join(elsewhere, 'package.json'), '{"name": "@acme/looks"}');
  writeFileSync(path.join(elsewhere, 'b.css'), '.b { background: url(b.png) }');
  writeFileSync(path.join(elsewhere, 'b.png'), 'of a workspace');
  mkdirSync(path.join(cwd, 'node_modules/@acme'));
  symlinkSync(elsewhere, path.join(cwd, 'node_modules/@acme/looks'));
  const [css] = await read(cwd);
  for (const text of ['of a package', 'of a workspace']) expect(css).toContain(Buffer.from(text).toString('base64'));
  await expect(read(cwd, createDoor({ projectRoot: cwd, untrusted: true }))).rejects.toMatchObject({
    ruleId: 'file-outside',
  });
});

test('a deck of somebody else reads nothing hidden', async () => {
  const cwd = besideSecrets({
    's.css': '.a { background: url(.hidden/a.png) } .b { background: url(b.png) } .c { background: url(c.png) }',
    '.hidden/a.png': SECRET,
    '.hidden/s.css': '.a { color: red }',
    'b.png': 'shown',
  });
  symlinkSync('.hidden/a.png', path.join(cwd, 'c.png'));
  const door = createDoor({ projectRoot: cwd, untrusted: true });
  const [css, { faults }] = await read(cwd, door);
  expect(css).not.toContain(Buffer.from(SECRET).toString('base64'));
  expect(css).toContain(Buffer.from('shown').toString('base64'));
  expect(faults?.map(({ ruleId }) => ruleId)).toEqual(['file-hidden', 'file-hidden']);
  expect(findStyle('.hidden/s.css', cwd, door)).toMatchObject({ ruleId: 'file-hidden' });
  expect((await read(cwd))[1].faults).toBeUndefined();
});

test.each([
  '@import',
  `@import${' '.repeat(300_000)}`,
  '@import "x"'.repeat(50_000),
  `:root{${'-'.repeat(500_000)}`,
  `:root{${'--a:'.repeat(200_000)}`,
  `:root{--a:${'url('.repeat(200_000)}`,
])('odd text of a style sheet is read in the time that it takes (%#)', async (text) => {
  const cwd = besideSecrets({ 's.css': text });
  await expect(read(cwd)).rejects.toMatchObject({ name: 'StyleFault' });
});
