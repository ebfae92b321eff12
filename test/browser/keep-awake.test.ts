import { expect, onTestFinished, test } from 'vitest';
import { useBrowser, watch } from '../support/browser.ts';
import { giveTalk } from '../support/talk.ts';

const browser = useBrowser();

test.each(['remote', 'follower', 'presenter'])('keeps its screen on without a wake lock: %s', async (who) => {
  const talk = await giveTalk({ 'talk.md': '## One\n\nfirst\n' }, { remote: true, share: true });
  const context = await browser().createBrowserContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints = watch(page);
  // As on http://192.168…: no secure context, no wake lock.
  await page.evaluateOnNewDocument(`delete Navigator.prototype.wakeLock`);
  await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
  await page.goto((who === 'remote' ? talk.remote : who === 'follower' ? talk.share : talk.address) ?? '');
  if (who === 'presenter') await page.goto(`${new URL(talk.address).origin}/?presenter`);
  await page.waitForSelector('html[data-ready][data-connected="true"]');
  expect(await page.$('.still-film')).toBe(null);
  await page.touchscreen.tap(195, 500);
  await page.waitForFunction(`(() => {
      const film = document.querySelector('.still-film');
      return film && !film.paused && film.currentTime > 0 && !film.muted && film.loop;
    })()`);
  expect(complaints.filter((line) => !line.startsWith('request: '))).toEqual([]);
});
