import { describe, expect, test } from 'vitest';
import { openDeck, useBrowser } from '../support/browser.ts';
import { evaluate, make, pageText } from '../support/made-deck.ts';

const browser = useBrowser();

describe('media', () => {
  test('a film plays in the deck; on paper its poster, title and link stand there', async () => {
    const { html, pdf } = await make(
      '## V\n\n::video{src=dots.webm poster=dots.png title="Five dots" link="https://example.org/dots"}\n',
    );
    const { page, complaints } = await openDeck(browser(), html);
    const size = await evaluate(
      page,
      `new Promise((done) => { const video = document.querySelector('.present video'); const tell = () => done([video.videoWidth, video.videoHeight]); video.readyState ? tell() : video.addEventListener('loadedmetadata', tell); })`,
    );
    expect(size).toEqual([640, 360]);
    expect(await evaluate(page, `document.querySelectorAll('.present .media-card').length`)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
    const printed = await pdf();
    expect(await pageText(printed, 1)).toContain('Five dots');
    const links = await (await printed.getPage(1)).getAnnotations();
    expect(links.map(({ url }) => url as string)).toContain('https://example.org/dots');
  });

  test('an embedded page is asked for when it is clicked, and not before', async () => {
    const { html, pdf } = await make('## P\n\n::embed{src="https://example.org/x" title="A page"}\n\n## Next\n');
    const { page, complaints } = await openDeck(browser(), html);
    expect(complaints).toEqual([]);
    await page.click('.present .embed');
    await page.waitForSelector('.present .embed iframe');
    expect(await evaluate(page, `document.querySelector('.embed iframe').src`)).toBe('https://example.org/x');
    expect(complaints.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
    expect(page.url()).toContain('talk.html');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.embed:not(:has(iframe))');
    await page.close();
    const links = await (await (await pdf()).getPage(1)).getAnnotations();
    expect(links.map(({ url }) => url as string)).toEqual(['https://example.org/x']);
  });
});
