import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';
import { startTalk, type Running } from '../support/running-talk.ts';
import { waitFor } from '../support/talk.ts';

/** A plugin that adds a word to each paragraph. */
function adding(word: string): string {
  return `import type { Root } from 'mdast';
export const word: string = ${JSON.stringify(word)};
export function add() {
  return (tree: Root): void => {
    for (const node of tree.children) if (node.type === 'paragraph') node.children.push({ type: 'text', value: ' ' + word });
  };
}
`;
}

const CONFIG = `import { defineConfig } from 'lectern';
import { add } from './parts/add.ts';
export default defineConfig({ remarkPlugins: [add] });
`;
const FILES = { 'package.json': '{}', 'lectern.config.ts': CONFIG, 'parts/add.ts': adding('apple') };

function untilOutput(talk: Running, text: RegExp): Promise<void> {
  return waitFor(() => text.test(talk.output()), String(text), 20_000);
}

function untilPage(talk: Running, text: string): Promise<void> {
  return waitFor(async () => (await talk.page()).includes(text), text, 20_000);
}

/** How often the talk has reported that the config has changed. */
function reloads(talk: Running): number {
  return talk.output().match(/The config has changed/g)?.length ?? 0;
}

describe('a talk reads its project again', () => {
  test('when a file that the config imports has changed, be it broken in between', async () => {
    const talk = await startTalk(FILES, ['--no-check']);
    await untilPage(talk, 'first apple');
    talk.save(adding('pear'), 'parts/add.ts');
    await untilPage(talk, 'first pear');
    talk.save('export const add = (;\n', 'parts/add.ts');
    await untilOutput(talk, /parts\/add\.ts:\d+:\d+: invalid syntax: .* The talk goes on with the former options\./);
    // The deck is still shown, and compiled with what there was.
    talk.save('## One\n\nfirst\n\n## Two\n\nsecond\n');
    await untilPage(talk, 'second pear');
    talk.save(adding('plum'), 'parts/add.ts');
    await untilPage(talk, 'second plum');
    expect(talk.output()).not.toMatch(/^\s+at /m);
  });

  test('when the config has changed, appears or is taken away', async () => {
    const talk = await startTalk({ 'parts/add.ts': adding('apple') }, ['--no-check']);
    talk.save(CONFIG, 'lectern.config.ts');
    await untilPage(talk, 'first apple');
    talk.save('export default { remarkPlugin: [] };', 'lectern.config.ts');
    await untilOutput(talk, /lectern\.config\.ts:1:18: unknown key “remarkPlugin”; did you mean “remarkPlugins”\?/);
    talk.save('export default {};', 'lectern.json');
    await untilOutput(talk, /has several configs: lectern\.config\.ts, lectern\.json/);
    expect(await talk.page()).toContain('first apple');
    rmSync(path.join(talk.cwd, 'lectern.json'));
    rmSync(path.join(talk.cwd, 'lectern.config.ts'));
    await waitFor(async () => !(await talk.page()).includes('first apple'), 'the deck without the plugin', 20_000);
  });

  test('and not when the config was written and is the same', async () => {
    const talk = await startTalk(FILES, ['--no-check']);
    await untilPage(talk, 'first apple');
    talk.save(CONFIG, 'lectern.config.ts');
    talk.save('## One\n\nnext\n');
    await untilPage(talk, 'next apple');
    expect(reloads(talk)).toBe(0);
  });
});

test('a talk does not begin with a config that is wrong', async () => {
  const cwd = project({
    ...FILES,
    'talk.md': '# A',
    'parts/add.ts': 'export const add = 1;\nthrow new Error("boom");',
  });
  expect(await lectern(['present', 'talk.md', '--no-open', '--port', '0'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^lectern: parts\/add\.ts:2:7: it throws an error: boom\./),
  });
});

test('a talk runs no code beside a deck elsewhere, nor with --untrusted or --no-config', async () => {
  const evil =
    'import { writeFileSync } from "node:fs"; writeFileSync(new URL("ran", import.meta.url), ""); export default {};';
  for (const option of ['--untrusted', '--no-config']) {
    const talk = await startTalk({ 'lectern.config.mjs': evil }, ['--no-check', option]);
    expect(readdirSync(talk.cwd)).not.toContain('ran');
    if (option === '--untrusted') await untilOutput(talk, /lectern\.config\.mjs is not used with --untrusted\./);
    writeFileSync(path.join(talk.cwd, 'lectern.config.mjs'), `${evil} // more`);
    talk.save('## One\n\nnext\n');
    await untilPage(talk, 'next');
    expect(readdirSync(talk.cwd)).not.toContain('ran');
  }
});
