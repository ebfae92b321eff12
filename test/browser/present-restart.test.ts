import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { present, type PresentOptions, type Presentation } from '../../src/app/present.ts';
import { places, useBrowser } from '../support/browser.ts';
import { project } from '../support/cli.ts';
import { untilShown } from '../support/presenter.ts';
import { accept, get } from '../support/talk-client.ts';
import { giveTalk, openTalk, untilText } from '../support/talk.ts';

const browser = useBrowser();
const DECK = '## One\n\nfirst\n\n## Two\n\nsecond\n\n## Three\n\nthird\n';
const open = { host: '0.0.0.0', share: true, remote: true } as const;

/** The server of a talk started anew, at the same port. */
async function again(
  talk: { address: string; folder: string },
  options: Partial<PresentOptions>,
): Promise<Presentation> {
  const { port } = new URL(talk.address);
  const next = await present({
    deck: 'talk.md',
    cwd: talk.folder,
    browser: places,
    check: false,
    port: Number(port),
    ...options,
  });
  onTestFinished(() => next.close());
  return next;
}

describe('after the server was started anew', () => {
  test('windows, phones and followers find back, and load again', async () => {
    const cacheFolder = project();
    const options = { ...open, browser: { ...places, cacheFolder } };
    const talk = await giveTalk({ 'talk.md': DECK }, options);
    const deck = await openTalk(browser(), talk.address, 'apart');
    const phone = await openTalk(browser(), talk.remote ?? '', 'apart');
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    await deck.keyboard.press('ArrowRight');
    await untilShown(reader, 'two');
    await deck.keyboard.press('d');
    await deck.mouse.move(300, 300);
    await deck.mouse.down();
    await deck.mouse.move(500, 300);
    await deck.mouse.up();
    const drawn = `document.querySelectorAll('.talk-ink path').length`;
    await reader.waitForFunction(`${drawn} > 0`);
    await talk.close();
    for (const page of [deck, phone, reader]) await page.waitForSelector('html[data-connected="false"]');
    await deck.evaluate(`globalThis.marked = true`);
    const next = await again(talk, options);
    for (const page of [deck, phone, reader])
      await page.waitForSelector('html[data-connected="true"]', { timeout: 12_000 });
    expect(await deck.evaluate(`globalThis.marked === true`)).toBe(true);
    await phone.click('#remote >>> button[data-do="next"]');
    await untilShown(deck, 'three');
    await untilShown(reader, 'three');
    for (const page of [deck, phone, reader]) {
      expect((await page.reload())?.status()).toBe(200);
      await page.waitForSelector('html[data-connected="true"]');
    }
    await untilText(reader, 'third');
    // The speaker's window has told the new server what was drawn.
    await deck.keyboard.press('ArrowLeft');
    const late = await openTalk(browser(), next.share ?? '', 'apart');
    await untilShown(late, 'two');
    await late.waitForFunction(`${drawn} > 0`);
    expect(next.share).toBe(talk.share);
  });

  test('a client whose invitation has ended is refused, and another deck knows no client', async () => {
    const cacheFolder = project();
    const options = { ...open, browser: { ...places, cacheFolder } };
    const talk = await giveTalk({ 'talk.md': DECK, 'other.md': DECK }, options);
    const cookies = {
      '/': await accept(talk.address),
      '/remote': await accept(talk.remote ?? ''),
      '/follow': await accept(talk.share ?? ''),
    };
    const seen = (address: string): Promise<number[]> =>
      Promise.all(Object.entries(cookies).map(async ([raw, cookie]) => (await get(address, raw, { cookie })).status));
    expect(await seen(talk.address)).toEqual([200, 200, 200]);
    const other = await again(talk, { ...options, deck: 'other.md', port: 0 });
    expect(await seen(other.address)).toEqual([401, 401, 401]);
    await talk.close();
    const alone = await again(talk, { ...options, remote: false });
    expect(await seen(alone.address)).toEqual([200, 401, 200]);
  });

  test('what is kept of it is for this user alone', async () => {
    const cacheFolder = project();
    await giveTalk({ 'talk.md': DECK }, { ...open, browser: { ...places, cacheFolder } });
    const folder = path.join(cacheFolder, 'talks');
    const modes = await Promise.all(
      [folder, ...readdirSync(folder).map((name) => path.join(folder, name))].map(
        async (file) => (await stat(file)).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o700, 0o600]);
  });
});

describe('invitations to lead', () => {
  test('are good once, and the one for a program that opens the page is another', async () => {
    const paired: string[] = [];
    const talk = await giveTalk({ 'talk.md': DECK }, { ...open, onPaired: (address) => paired.push(address) });
    const opening = talk.addressToOpen();
    expect(opening).not.toBe(talk.address);
    expect((await accept(opening)).length).toBeGreaterThan(0);
    expect(await accept(opening)).toBe('');
    expect(paired).toEqual([]);
    const cookie = await accept(talk.address);
    expect(await accept(talk.address)).toBe('');
    expect(paired).toHaveLength(1);
    expect((await accept(paired[0] ?? '')).length).toBeGreaterThan(0);
    // Who is in already gets in again.
    const { pathname } = new URL(talk.address);
    expect((await get(talk.address, pathname, { cookie })).status).toBe(303);
    expect((await get(talk.address, '/', { cookie })).status).toBe(200);
  });
});
