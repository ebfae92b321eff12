import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { get } from '../support/talk-client.ts';
import { giveTalk, waitFor, type Talk } from '../support/talk.ts';

const DECK = '## One\n\nfirst\n';
const picture = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="${colour}"/></svg>`;

const page = async (talk: Talk): Promise<string> => (await get(talk.address, '/')).body;
async function css(talk: Talk): Promise<string> {
  const [address = ''] = /\/style-\w+\.css/.exec(await page(talk)) ?? [];
  return (await get(talk.address, address)).body;
}
const untilServed = (talk: Talk, text: string): Promise<void> =>
  waitFor(async () => (await page(talk)).includes(text), `“${text}”`);

describe('while a talk is given', () => {
  test('a deck, an include and a picture may be links', async () => {
    const talk = await giveTalk({
      'talk.md': DECK,
      'real/part.md': '## Part\n\nold\n',
      'real/a.svg': picture('red'),
    });
    for (const name of ['part.md', 'a.svg']) symlinkSync(path.join('real', name), path.join(talk.folder, name));
    writeFileSync(path.join(talk.folder, 'real', 'talk.md'), `${DECK}\n::include{file=part.md}\n\n![A](a.svg)\n`);
    renameSync(path.join(talk.folder, 'talk.md'), path.join(talk.folder, 'old.md'));
    symlinkSync(path.join('real', 'talk.md'), path.join(talk.folder, 'talk.md'));
    await untilServed(talk, '>old<');
    writeFileSync(path.join(talk.folder, 'real', 'part.md'), '## Part\n\nnew\n');
    await untilServed(talk, '>new<');
    await untilServed(talk, '/assets/');
    const before = /\/assets\/\w+\.svg/.exec(await page(talk))?.[0] ?? 'none';
    writeFileSync(path.join(talk.folder, 'real', 'a.svg'), picture('blue'));
    await waitFor(async () => !(await page(talk)).includes(before), 'the picture');
    writeFileSync(path.join(talk.folder, 'real', 'talk.md'), DECK.replace('first', 'through the link'));
    await untilServed(talk, 'through the link');
  });

  test('folders may be replaced by others', async () => {
    const talk = await giveTalk({
      'talk.md': `${DECK}\n::include{file=parts/a.md}\n`,
      'parts/a.md': '## Part\n\nold\n',
      'parts.new/a.md': '## Part\n\nnew\n',
    });
    renameSync(path.join(talk.folder, 'parts'), path.join(talk.folder, 'parts.old'));
    renameSync(path.join(talk.folder, 'parts.new'), path.join(talk.folder, 'parts'));
    await untilServed(talk, '>new<');
    writeFileSync(path.join(talk.folder, 'parts', 'a.md'), '## Part\n\nnewer\n');
    await untilServed(talk, 'newer');
  });

  test('the whole project may go and come back', async () => {
    const talk = await giveTalk({ 'project/talk.md': DECK }, { deck: 'project/talk.md' });
    const [here, away] = [path.join(talk.folder, 'project'), path.join(talk.folder, 'away')];
    renameSync(here, away);
    await waitFor(() => (talk.news.at(-1)?.faults.length ?? 0) > 0, 'the fault');
    expect(await page(talk)).toContain('first');
    writeFileSync(path.join(away, 'talk.md'), DECK.replace('first', 'back again'));
    renameSync(away, here);
    await untilServed(talk, 'back again');
    mkdirSync(path.join(talk.folder, 'other'));
    writeFileSync(path.join(here, 'talk.md'), DECK.replace('first', 'still here'));
    await untilServed(talk, 'still here');
  });

  test('a theme folder, its pictures and what a deck names too early are followed', async () => {
    const front = '---\ntheme: ./mine\nstyle: more.css\n---\n\n';
    const talk = await giveTalk({
      'talk.md': front + DECK,
      'mine/theme.css': 'section.slide { background: url(a.svg); }\n',
      'mine/a.svg': picture('red'),
    });
    const before = await css(talk);
    writeFileSync(path.join(talk.folder, 'mine', 'a.svg'), picture('darkblue'));
    await waitFor(async () => (await css(talk)) !== before, 'another address of the picture');
    writeFileSync(path.join(talk.folder, 'more.css'), '@import "./even-more.css";\n');
    writeFileSync(path.join(talk.folder, 'even-more.css'), '.even-more { color: red; }\n');
    await waitFor(async () => (await css(talk)).includes('.even-more'), 'the style sheet');
    renameSync(path.join(talk.folder, 'mine'), path.join(talk.folder, 'gone'));
    await waitFor(async () => !(await css(talk)).includes('/assets/') || talk.news.length > 0, 'the default theme');
    mkdirSync(path.join(talk.folder, 'mine'));
    writeFileSync(path.join(talk.folder, 'mine', 'theme.css'), '.mine-again { color: blue; }\n');
    await waitFor(async () => (await css(talk)).includes('.mine-again'), 'the theme');
  });
});
