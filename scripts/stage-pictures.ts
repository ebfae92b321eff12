/** The images of docs/present.md: the presenter view, the phones of a speaker and of a reader, and the audience view. */
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import sharp from 'sharp';
import { build } from '../src/app/build.ts';
import type { BrowserPlaces } from '../src/browser/find-browser.ts';
import { present } from '../src/app/present.ts';
import { audiencePictures } from './audience-pictures.ts';
import { openDeck, settle } from './deck-pages.ts';
import { sideBySide } from './side-by-side.ts';
import type { PaperPicturesOptions } from './paper-pictures.ts';

const NAME = 'python-at-work';

export async function stagePictures(browser: Browser, { places, root, folder }: PaperPicturesOptions): Promise<void> {
  const target = path.join(root, 'docs', 'images', 'stage');
  await mkdir(target, { recursive: true });
  const home = path.join(folder, 'stage');
  await cp(path.join(root, 'slides'), home, { recursive: true });
  const save = (name: string, picture: Uint8Array): Promise<unknown> =>
    sharp(picture)
      .webp({ quality: 84 })
      .toFile(path.join(target, `${name}.webp`));
  await save('presenter', await presenterPicture(browser, home, places));
  const screens = await phonePictures(browser, home, places);
  const phones = screens.map((picture) => ({ picture, width: 390, isPhone: true }));
  await save('phones', await sideBySide(browser, phones));
  const { laptop, phone } = await audiencePictures(browser, home, places);
  const shown = [
    { picture: laptop, width: 1024, isPhone: false },
    { picture: phone, width: 320, isPhone: true },
  ];
  await save('audience', await sideBySide(browser, shown));
}

async function presenterPicture(browser: Browser, home: string, places: BrowserPlaces): Promise<Uint8Array> {
  await build({ decks: [`${NAME}.md`], to: ['html'], outDir: home, cwd: home, browser: places });
  const deck = await openDeck(browser, path.join(home, `${NAME}.html`));
  const opened = new Promise<Page>((resolve) => deck.once('popup', (popup) => resolve(popup as Page)));
  await deck.keyboard.press('s');
  const page = await opened;
  await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1.25 });
  await page.waitForSelector('html[data-ready]');
  // Three minutes into the talk, at a slide that was planned for then.
  await page.evaluate(`(() => {
    const at = { slide: 'the-crown-or-stranger-things', step: 0 };
    const talk = { at, shown: at, black: false, frozen: false, timer: { since: Date.now() - 190_000, spent: 0 }, changed: Date.now() };
    sessionStorage.setItem('lectern:talk:' + location.pathname, JSON.stringify({ talk, drawings: [] }));
  })()`);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await page.keyboard.press('d');
  const layer = await page.waitForSelector('#presenter .talk-ink');
  const { x = 0, y = 0, width = 0, height = 0 } = (await layer?.boundingBox()) ?? {};
  await page.mouse.move(x + width * 0.13, y + height * 0.68);
  await page.mouse.down();
  for (let at = 0; at <= 20; at += 1)
    await page.mouse.move(x + width * (0.13 + at * 0.029), y + height * (0.68 + 0.004 * Math.sin(at / 2)));
  await page.mouse.up();
  await settle(page);
  const picture = await page.screenshot();
  await page.close();
  await deck.close();
  return picture;
}

/** The remote control, and the deck as somebody reads it on a phone. */
async function phonePictures(browser: Browser, home: string, places: BrowserPlaces): Promise<Uint8Array[]> {
  const phone = { width: 390, height: 780, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true };
  const talk = await present({
    deck: `${NAME}.md`,
    cwd: home,
    browser: places,
    host: '127.0.0.1',
    port: 0,
    remote: true,
  });
  try {
    const deck = await browser.newPage();
    await deck.goto(`${talk.address}#/the-glue-of-a-streaming-service`);
    await deck.waitForSelector('html[data-connected="true"]');
    const remote = await browser.newPage();
    await remote.setViewport(phone);
    await remote.goto(talk.remote ?? '');
    await remote.waitForSelector('html[data-connected="true"]');
    await remote.waitForSelector('#remote section.slide');
    await settle(remote);
    const pictures = [await remote.screenshot()];
    const reader = await browser.newPage();
    await reader.setViewport(phone);
    await reader.goto(`file://${path.join(home, `${NAME}.html`)}#/agenda`);
    await reader.waitForSelector('html.reading[data-ready]');
    await reader.evaluate('scrollTo(0, 0)');
    pictures.push(await reader.screenshot());
    for (const page of [deck, remote, reader]) await page.close();
    return pictures;
  } finally {
    await talk.close();
  }
}
