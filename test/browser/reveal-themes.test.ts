import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDeck, settle, useBrowser } from '../support/browser.ts';
import { evaluate, fontsOf, make, pageText } from '../support/made-deck.ts';

const browser = useBrowser();
const themes = globSync(
  path.join(path.dirname(createRequire(import.meta.url).resolve('reveal.js/theme/white.css')), '*.css'),
);

const DECK = `# Section

About it

## Words

- A point with \`code\` and [a link](#section)

> A quotation
> — somebody

\`\`\`js
const answer = 42;
\`\`\`

## Figures

> [!NOTE]
> A note

\`\`\`csv chart=bar
a,b
x,1
y,2
\`\`\`
`;

test('there are themes to try', () => {
  expect(themes).toHaveLength(14);
});

test.each(themes.map((file) => [path.basename(file, '.css'), file]))('%s works as it is', async (_, theme) => {
  const { html, pdf, folder, messages } = await make(DECK, { theme });
  for (const message of messages)
    expect(message).toMatch(/loads the font “[^”]+” from the web, which decks never do; npm install @fontsource\//);
  const { page, complaints } = await openDeck(browser(), html);
  const look = await evaluate<{ ground: string; text: string; outside: number; x: number }>(
    page,
    `(() => { const slide = getComputedStyle(document.querySelector('.present'));
      return { ground: slide.backgroundColor, text: slide.color, x: document.querySelector('.present h1').getBoundingClientRect().x, outside: 0 } })()`,
  );
  expect(look.ground).not.toBe(look.text);
  expect(look.x).toBeCloseTo(88, 0);
  await page.keyboard.press('ArrowRight');
  await settle(page);
  const places = `[...document.querySelectorAll('.present .slide-body > *')].map((node) => node.getBoundingClientRect())`;
  const boxes = await evaluate<{ left: number; right: number; top: number; bottom: number }[]>(
    page,
    `${places}.map(({ left, right, top, bottom }) => ({ left, right, top, bottom }))`,
  );
  boxes.forEach((box, index) => {
    expect(box.left).toBeCloseTo(88, 0);
    expect(box.right).toBeLessThanOrEqual(1193);
    expect(box.bottom).toBeLessThanOrEqual(720);
    expect(box.top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0);
  });
  expect(complaints).toEqual([]);
  await page.close();
  expect(await pageText(await pdf(), 2)).toContain('const');
  expect(await fontsOf(folder)).toContain('JetBrainsMono-Regular');
});
