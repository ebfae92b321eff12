import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RevealPlugin } from '../../src/model/plugins.ts';
import { readRevealPlugin } from '../../src/project/read-reveal-plugin.ts';
import type { PluginChoice } from '../support/plugin-deck.ts';

const root = path.join(import.meta.dirname, '..', '..');
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Reads a plugin of which some files are given. */
async function read(files: Record<string, string | Buffer>, more: Partial<PluginChoice> = {}): Promise<RevealPlugin> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-plugin-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const styles = (more.styles ?? []).map((name) => path.join(folder, name));
  const script = path.join(folder, 'plugin.js');
  return readRevealPlugin({ name: 'dial', script, options: {}, network: [], ...more, styles });
}

test('marks of editors and pointers to source maps are left out', async () => {
  const { script } = await read({ 'plugin.js': '\uFEFFvar RevealDial = 1;\r\n//# sourceMappingURL=plugin.js.map\r\n' });
  expect(script.startsWith('var RevealDial = 1;\n\n')).toBe(true);
});

describe('files that the script loads from beside itself are inside', () => {
  const picture = `data:image/png;base64,${PNG.toString('base64')}`;
  test.each([
    [`image.src = path + 'img/a.png'`, `image.src = '${picture}'`],
    [`css = 'url(' + this.path + "img/a.png), auto"`, `css = 'url(' + "${picture}), auto"`],
    ['image.src = `${base}img/a.png`', `image.src = \`${picture}\``],
    [`image.src='./img/a.png'`, `image.src='${picture}'`],
    [`x = 'my-img/a.png'`, `x = 'my-img/a.png'`],
    [`x = 'img/a.png.txt'`, `x = 'img/a.png.txt'`],
    [`x = 'img/missing.png'`, `x = 'img/missing.png'`],
    [`x = '../secret.png'`, `x = '../secret.png'`],
  ])('%s', async (line, expected) => {
    const { script } = await read({ 'plugin.js': `var RevealDial = 1;${line}`, 'img/a.png': PNG });
    expect(script.split('\n')[0]).toBe(`var RevealDial = 1;${expected}`);
  });

  test('style sheets with what they show', async () => {
    const css =
      '@font-face{font-family:A;src:url(a.eot);src:url(a.eot?#iefix) format("embedded-opentype"),url(a.woff2)}b{background:url(img/a.png)}';
    const code = `var RevealDial = 1; load(path + 'look.css')`;
    const { script, warnings } = await read({
      'plugin.js': code,
      'look.css': css,
      'a.woff2': 'font',
      'img/a.png': PNG,
    });
    const [, data = ''] = /data:text\/css;charset=utf-8;base64,([\w+/=]+)/.exec(script) ?? [];
    const inside = Buffer.from(data, 'base64').toString();
    expect(inside).toContain(picture);
    expect(inside).toContain(`url(data:font/woff2;base64,${Buffer.from('font').toString('base64')})`);
    expect([warnings, inside.includes('eot')]).toEqual([[], false]);
  });
});

test('its own style sheets are inside as well, and say what is missing', async () => {
  const css = '@import "https://example.org/x.css";a{background:url(img/a.png)}b{background:url(none.png)}';
  const { style, warnings } = await read(
    { 'plugin.js': 'var RevealDial = 1', 'a.css': css, 'img/a.png': PNG },
    { styles: ['a.css'] },
  );
  expect(style).toContain('data:image/png;base64,');
  expect(warnings.map(({ reason, ruleId }) => [ruleId, /plugin “dial” has a style sheet/.test(reason)])).toContainEqual(
    ['theme-file', true],
  );
});

describe('a plugin that needs a network says so', () => {
  const NEEDS = { ruleId: 'needs-network', reason: expect.stringContaining('plugin “dial”') };
  test.each([
    ['a library', `load('https://cdn.example.com/npm/x')`],
    ['a file', `a.src = "//files.example.org/x.js?v=1"`],
    ['data', `fetch('https://example.org/data')`],
    ['a socket', `new WebSocket("wss://talk.example.org/")`],
    ['a module', `import('https://example.org/m')`],
  ])('of %s', async (_, line) => {
    expect((await read({ 'plugin.js': `var RevealDial = 1; ${line}` })).warnings).toEqual([NEEDS]);
  });

  test.each([
    ['a namespace', `create('http://www.w3.org/2000/svg')`],
    ['a comment', `// see https://cdn.example.com/x.js\n/* https://example.org/y.css */`],
    ['a link', `a.href = 'https://example.org/about'; open = "see https://example.org"`],
  ])('but not for %s', async (_, line) => {
    expect((await read({ 'plugin.js': `var RevealDial = 1; ${line}` })).warnings).toEqual([]);
  });

  test('declared or not, once', async () => {
    const code = `var RevealDial = 1; fetch('https://a.example/x.json'); fetch('https://a.example/y.json'); fetch('https://b.example/z.json')`;
    const { warnings, network } = await read({ 'plugin.js': code }, { network: ['https://a.example'] });
    expect(network).toEqual(['https://a.example']);
    expect(warnings.map(({ reason }) => /https:\/\/\w\.example/.exec(reason)?.[0])).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });

  test.each(['https://a.example/path', 'a.example', "https://a.example 'unsafe-eval'", '*', 'https://*', 'data:'])(
    'and not of “%s”, which is no origin',
    async (origin) => {
      await expect(read({ 'plugin.js': 'var RevealDial = 1' }, { network: [origin] })).rejects.toThrow(
        'is not an origin',
      );
    },
  );
});

test.each([
  [{ script: path.join(root, 'missing.js') }, 'no such file'],
  [{ styles: ['missing.css'] }, 'no such file'],
])('a missing file of a plugin is an error (%j)', async (more, reason) => {
  await expect(read({ 'plugin.js': 'var RevealDial = 1' }, more)).rejects.toMatchObject({
    code: 'USAGE',
    message: expect.stringContaining(reason),
  });
});
