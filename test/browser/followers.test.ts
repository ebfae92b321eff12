import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, openTalk, untilText, waitFor, ROOM_DECK } from '../support/talk.ts';

const browser = useBrowser();

describe('followers', () => {
  test('see what the speaker shows, may look back, and catch up with one tap', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { share: true });
    const deck = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    for (const _ of [1, 2, 3]) await deck.keyboard.press('ArrowRight');
    await untilShown(reader, 'two', 1);
    const catchUp = `document.querySelector('body > button').hidden`;
    expect(await reader.evaluate(catchUp)).toBe(true);
    await reader.keyboard.press('Home');
    await untilShown(reader, 'cover');
    expect(await reader.evaluate(catchUp)).toBe(false);
    await deck.keyboard.press('End');
    await untilShown(deck, 'three');
    await untilShown(reader, 'cover');
    await reader.click('body > button');
    await untilShown(reader, 'three');
    expect(await reader.evaluate(catchUp)).toBe(true);
    // What is looked at closely, lit and marked, is so for everyone.
    await deck.keyboard.press('m');
    await deck.mouse.click(640, 360);
    await reader.waitForFunction(`document.querySelector('section.present').style.scale === '2.5'`);
    await deck.keyboard.press('h');
    await deck.mouse.move(500, 300);
    await deck.mouse.down();
    await deck.mouse.move(700, 300, { steps: 4 });
    await deck.mouse.up();
    await reader.waitForSelector('.talk-ink g:first-of-type path[style*="stroke-opacity: 0.4"]');
    await deck.keyboard.press('i');
    await deck.mouse.move(640, 360);
    await reader.waitForFunction(
      `document.querySelector('.talk-ink circle + circle').getAttribute('transform') === 'translate(640 360)'`,
    );
    await deck.keyboard.press('Home');
    await untilShown(reader, 'cover');
    expect(await reader.evaluate(`document.getElementById('three').style.scale`)).toBe('');
    await deck.keyboard.press('b');
    await reader.waitForSelector('.reveal.paused');
  });

  test('read on a phone held upright, at the slide and step that the speaker shows', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { share: true });
    const deck = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    await reader.setViewport({ width: 390, height: 500, isMobile: true, hasTouch: true });
    await reader.reload();
    await reader.waitForSelector('html[data-connected="true"].reading');
    const top = (id: string): string => `Math.round(document.getElementById('${id}').getBoundingClientRect().top)`;
    const size = `parseFloat(getComputedStyle(document.querySelector('#one p')).fontSize)`;
    expect(await reader.evaluate(size)).toBeGreaterThanOrEqual(16);
    for (const _ of [1, 2, 3]) await deck.keyboard.press('ArrowRight');
    await reader.waitForFunction(`Math.abs(${top('two')}) < 40 || scrollY > 0`);
    const steps = `[...document.querySelectorAll('#two .fragment')].map((one) => getComputedStyle(one).visibility)`;
    await reader.waitForFunction(`${steps}.join() === 'visible,hidden'`);
    // Who scrolls away stays there, with all steps, and comes back with one tap.
    await reader.evaluate('scrollTo(0, 0)');
    await reader.waitForSelector('::-p-text(Catch up)', { visible: true });
    await reader.waitForFunction(`${steps}.join() === 'visible,visible'`);
    await talk.save('talk.md', ROOM_DECK.replace('first', 'fresh'));
    await reader.waitForSelector('::-p-text(fresh)');
    await reader.click('::-p-text(Catch up)');
    await reader.waitForFunction(`scrollY > 0 && ${steps}.join() === 'visible,hidden'`);
    expect(await reader.evaluate(size)).toBeGreaterThanOrEqual(16);
    await deck.keyboard.press('b');
    await reader.waitForFunction(`!document.querySelector('#two').checkVisibility({ visibilityProperty: true })`);
  });

  test('never get what is meant for the speaker, nor lead', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { share: true, remote: true });
    const deck = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    const heard: string[] = [];
    const session = await reader.createCDPSession();
    await session.send('Network.enable');
    session.on('Network.webSocketFrameReceived', ({ response }) => heard.push(response.payloadData));
    expect(await reader.content()).not.toContain('For my eyes only');
    await talk.save('talk.md', ROOM_DECK.replace('first', 'fresh').replace('my eyes', 'nobody’s eyes'));
    await deck.keyboard.press('ArrowRight');
    await untilText(reader, 'fresh');
    await waitFor(() => heard.some((message) => message.includes('fresh')), 'the patch');
    expect(heard.join()).not.toContain('eyes only');
    // Keys lead the reader's own window, and nobody else.
    await reader.keyboard.press('End');
    await untilShown(reader, 'three');
    await deck.keyboard.press('ArrowRight');
    await untilShown(deck, 'two');
    for (const path of ['/', '/remote'])
      expect(await reader.evaluate(`fetch('${path}').then(({ status }) => status)`)).toBe(401);
  });

  test('are left alone while the speaker looks ahead', async () => {
    const talk = await giveTalk({ 'talk.md': ROOM_DECK }, { share: true });
    const deck = await openTalk(browser(), talk.address);
    const reader = await openTalk(browser(), talk.share ?? '', 'apart');
    const { openPresenter } = await import('../support/presenter.ts');
    const presenter = await openPresenter(deck);
    await presenter.keyboard.press('ArrowRight');
    await untilShown(reader, 'one');
    await presenter.keyboard.press('z');
    await presenter.keyboard.press('End');
    await presenter.keyboard.press('b');
    await reader.waitForSelector('.reveal.paused');
    await untilShown(reader, 'one');
  });

  test('ask, vote and answer; what they ask is seen when the speaker wants, and answers become bars', async () => {
    const poll = ROOM_DECK.replace('first\n', ':::poll{#tea}\n- Tea\n- Coffee\n:::\n').replace(
      'third',
      '::poll{of=tea}',
    );
    const talk = await giveTalk({ 'talk.md': poll }, { share: true });
    const deck = await openTalk(browser(), talk.address);
    const [one, two] = [
      await openTalk(browser(), talk.share ?? '', 'apart'),
      await openTalk(browser(), talk.share ?? '', 'apart'),
    ];
    const { openPresenter } = await import('../support/presenter.ts');
    const presenter = await openPresenter(deck);
    for (const reader of [one, two]) await reader.click('#audience >>> [data-part="toggle"]');
    await one.type('#audience >>> textarea', '<b>Why?</b>');
    await one.keyboard.press('Enter');
    await presenter.keyboard.press('q');
    await (await presenter.waitForSelector('#presenter >>> .desk ::-p-text(Show to all)'))?.click();
    await (await two.waitForSelector('#audience >>> .vote'))?.click();
    await presenter.waitForSelector('#presenter >>> ::-p-text(▲ 1)');
    await (await presenter.waitForSelector('#presenter >>> [data-act="put"]'))?.click();
    await deck.waitForSelector('#audience-screen >>> ::-p-text(<b>Why?</b>)');
    await (await presenter.waitForSelector('#presenter >>> ::-p-text(Show how to join)'))?.click();
    const address = (await deck.waitForSelector('#audience-screen >>> .join .address'))?.evaluate(
      (text) => text.textContent,
    );
    expect(`http://${await address}`).toBe(talk.share);
    await presenter.keyboard.press('ArrowRight');
    for (const reader of [one, two])
      await (await reader.waitForSelector('#audience >>> label:last-of-type input'))?.click();
    await deck.waitForFunction(`document.querySelector('#one .poll-total').textContent === 'Answers: 2'`);
    expect(await deck.$('#one [data-results]')).toBeNull();
    await presenter.keyboard.press('End');
    await untilShown(deck, 'three');
    const shares = `[...document.querySelectorAll('#three .poll-choice')].map((row) => row.innerText.replace(/\\s+/g, ' ') + row.style.getPropertyValue('--share')).join()`;
    for (const page of [deck, one]) await page.waitForFunction(`${shares} === 'A Tea 0%0%,B Coffee 100%100%'`);
  });
});
