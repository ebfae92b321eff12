import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { openPresenter } from '../support/presenter.ts';
import { giveTalk, openTalk, waitFor } from '../support/talk.ts';

const browser = useBrowser();
const GREY = '## Grey\n\n<p style="background:#999;color:#bbb">Words on grey</p>\n';
const DECK = `## Fine\n\nWords.\n\n${GREY}`;

test('the check finds what is wrong while the talk is written, and tells the speaker alone', async () => {
  const found: number[] = [];
  const options = { check: true, share: true, onFindings: (findings: unknown[]) => found.push(findings.length) };
  const talk = await giveTalk({ 'talk.md': DECK }, options);
  const page = await openTalk(browser(), talk.address);
  const follower = await openTalk(browser(), talk.share ?? '', 'apart');
  const heard = await listenTo(follower);
  await waitFor(() => found.length > 0, 'the check');
  expect(await page.$('[data-findings]')).toBeNull();
  await page.keyboard.press('ArrowRight');
  const badge = await page.waitForSelector('[data-findings]');
  expect(await badge?.evaluate((element) => element.textContent)).toMatch(
    /^talk\.md:7 {2}Text of #bbbbbb on #999999 .*⚠ 1$/s,
  );
  await waitFor(() => heard.some((message) => message.includes('"shown"')), 'what followers are told');
  expect(heard.join('\n')).not.toContain('findings');

  await talk.save('talk.md', DECK.replace('#bbb', '#000'));
  await waitFor(async () => (await page.$('[data-findings]')) === null, 'the badge’s end');
  expect(found).toEqual([1, 0]);
});

/** Loads a page anew, and hears what its server says. */
async function listenTo(page: Page): Promise<string[]> {
  const heard: string[] = [];
  const session = await page.createCDPSession();
  session.on('Network.webSocketFrameReceived', ({ response }) => heard.push(response.payloadData));
  await session.send('Network.enable');
  await page.reload();
  await page.waitForSelector('html[data-connected="true"]');
  return heard;
}

test('in the presenter view it stands beside the slide, and the slides are left alone', async () => {
  const talk = await giveTalk({ 'talk.md': `${GREY}\n## Fine\n\nWords.\n` }, { check: true });
  const page = await openTalk(browser(), talk.address);
  await page.waitForSelector('[data-findings]');
  const presenter = await openPresenter(page);
  const shown = `document.querySelector('#presenter').shadowRoot.querySelector('[data-part=findings]')`;
  await waitFor(async () => (await presenter.evaluate(`${shown}.textContent`)) !== '', 'the finding');
  expect(await presenter.evaluate(`${shown}.textContent`)).toMatch(/^talk\.md:3 {2}Text of #bbbbbb/);
  await waitFor(async () => (await page.$('[data-findings]')) === null, 'the badge’s end');
  await presenter.keyboard.press('ArrowRight');
  await waitFor(async () => (await presenter.evaluate(`${shown}.hidden`)) === true, 'another slide');
});

test('the presenter view names the arrangement that a slide got by its content', async () => {
  const talk = await giveTalk({ 'talk.md': '## List {compose=plain}\n\n- a\n- b\n\n## Fine\n\nWords.\n' }, {});
  const presenter = await openPresenter(await openTalk(browser(), talk.address));
  const arranged = `document.querySelector('#presenter').shadowRoot.querySelector('[data-part=arranged]').textContent`;
  expect(await presenter.evaluate(arranged)).toBe('');
  await presenter.keyboard.press('ArrowRight');
  await waitFor(async () => (await presenter.evaluate(arranged)) === 'statement', 'the name of the arrangement');
});

test.each([
  ['de', 'Zu prüfen auf dieser Folie: 1'],
  ['ar', 'للمراجعة في هذه الشريحة: 1'],
  ['en', 'To check on this slide: 1'],
])('the badge speaks the language of the deck (%s)', async (lang, title) => {
  const talk = await giveTalk({ 'talk.md': `---\nlang: ${lang}\n---\n\n${GREY}` }, { check: true });
  const page = await openTalk(browser(), talk.address);
  const badge = await page.waitForSelector('[data-findings] summary');
  expect(await badge?.evaluate((element) => [element.title, element.lang])).toEqual([title, lang]);
  await talk.save('talk.md', `---\nlang: ${lang}\n---\n\n${GREY}\n\n![A](gone.svg)\n`);
  const close = await page.waitForSelector('[role=alert] button');
  expect(await close?.evaluate((element) => element.ariaLabel)).toBe({ de: 'Schließen', ar: 'إغلاق' }[lang] ?? 'Close');
});
