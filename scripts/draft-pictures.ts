/** The image of docs/draft.md: the draft of its article on the left, the talk made of it on the right. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { build } from '../src/app/build.ts';
import { draftTalk } from '../src/app/draft.ts';
import { montage, shoot, type DeckPicturesOptions } from './deck-pictures.ts';
import { openDeck } from './deck-pages.ts';

export async function draftPictures(browser: Browser, { places, root, folder }: DeckPicturesOptions): Promise<void> {
  const page = await readFile(path.join(root, 'docs', 'draft.md'), 'utf8');
  const [, article] = /^```text\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const [, talk] = /^```markdown\n(---\n[\s\S]*?)^```$/m.exec(page) ?? [];
  if (article === undefined || talk === undefined) throw new Error('docs/draft.md has no article or no talk');
  await writeFile(path.join(folder, 'clock.txt'), article);
  await writeFile(path.join(folder, 'talk.md'), talk);
  await draftTalk({ article: 'clock.txt', out: 'draft.md', cwd: folder, force: true });
  const sides: string[][] = [];
  for (const deck of ['draft', 'talk']) {
    await build({ decks: [`${deck}.md`], to: ['html'], theme: 'marmalade', cwd: folder, browser: places });
    const page = await openDeck(browser, path.join(folder, 'dist', `${deck}.html`));
    const ids: unknown = await page.evaluate(
      `[...document.querySelectorAll('section.slide')].map((slide) => slide.id)`,
    );
    // The cover is the same.
    sides.push(await shoot(page, Array.isArray(ids) ? ids.slice(1).map(String) : []));
    await page.close();
  }
  const [left = [], right = []] = sides;
  const rows = left.flatMap((picture, index) => [picture, right[index] ?? '']);
  await montage(browser, rows, { columns: 2, file: path.join(root, 'docs', 'images', 'draft.webp') });
}
