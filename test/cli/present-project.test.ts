import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { startTalk, type Running } from '../support/running-talk.ts';
import { waitFor } from '../support/talk.ts';

const TRUSTED = '---\nhtml: trusted\n---\n\n## One\n\nfirst <b onclick="no()">bold</b>\n\n![](.hidden.svg)\n';
const FILES = {
  'talk.md': TRUSTED,
  '.hidden.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>',
  'loud.css': ':root { --accent: #123456 }\n',
};

function untilOutput(talk: Running, text: RegExp): Promise<void> {
  return waitFor(() => text.test(talk.output()), String(text), 20_000);
}

/** Saves as editors do that never leave half a file. */
function replace({ cwd }: Running, text: string): void {
  writeFileSync(path.join(cwd, 'lectern.json~'), text);
  renameSync(path.join(cwd, 'lectern.json~'), path.join(cwd, 'lectern.json'));
}

async function styles(talk: Running): Promise<string> {
  const [sheet = ''] = /\/style-[\w-]+\.css/.exec(await talk.page()) ?? [];
  return (await fetch(new URL(sheet, talk.address))).text();
}

describe('lectern.json is read again while a talk is given:', () => {
  test('a deck is taken for one of others, and for one’s own again', async () => {
    const talk = await startTalk(FILES, ['--no-check']);
    expect(await talk.page()).toContain('onclick=');
    talk.save('{"untrusted": true}', 'lectern.json');
    await untilOutput(talk, /names begin with “\.” are not read with --untrusted/);
    await waitFor(async () => !(await talk.page()).includes('onclick='), 'the deck without scripts');
    rmSync(path.join(talk.cwd, 'lectern.json'));
    await waitFor(async () => (await talk.page()).includes('onclick='), 'the deck as it was', 20_000);
  });

  test('what the call says stays', async () => {
    const talk = await startTalk({ ...FILES, 'lectern.json': '{}' }, ['--no-check', '--untrusted']);
    replace(talk, '{"untrusted": false, "theme": "loud.css"}');
    await waitFor(async () => (await styles(talk)).includes('#123456'), 'the theme', 20_000);
    expect(await talk.page()).not.toContain('onclick=');
  });

  test('a broken one is reported, and the talk goes on with the previous options', async () => {
    const talk = await startTalk({ ...FILES, 'lectern.json': '{"theme": "loud.css"}' }, ['--no-check']);
    for (const [text, problem] of [
      ['{"theme": ', /lectern\.json:1:11: invalid JSON: .* The talk goes on with the former options/s],
      ['{"them": "folio"}', /unknown key “them”.*did you mean “theme”/s],
      ['{"theme": "../../etc/theme.css"}', /outside the project/],
      ['{"fetch": true, "untrusted": true}', /--fetch cannot be combined with --untrusted/],
      ['{"check": 5}', /“check” is 5/],
    ] as const) {
      replace(talk, text);
      await untilOutput(talk, problem);
      expect(await styles(talk)).toContain('#123456');
    }
    replace(talk, '{"theme": "nocturne"}');
    await untilOutput(talk, /The config has changed/);
    await waitFor(async () => !(await styles(talk)).includes('#123456'), 'the next theme', 20_000);
  });

  test('rules of the check hold from then on', async () => {
    const talk = await startTalk({ 'talk.md': '## One\n\n<p style="background:#999;color:#bbb">first</p>\n' });
    await untilOutput(talk, /1 slide has problems/);
    replace(talk, '{"check": {"contrast": "off"}}');
    await untilOutput(talk, /No problems found/);
  });
});
