/**
 * The images of docs/theme.md: all themes side by side, and what each step from a colour to a theme of one's own does.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { build } from '../src/app/build.ts';
import type { BrowserPlaces } from '../src/browser/find-browser.ts';
import { builtInThemes } from '../src/styles/find-theme.ts';
import { openDeck, settle } from './deck-pages.ts';

export interface ThemePicturesOptions {
  browser: Browser;
  places: BrowserPlaces;
  root: string;
  /** For decks and themes. */
  folder: string;
}

const SLIDE = `## What the ice keeps

- Air, in **bubbles**, from every year there was
- Ash from [volcanoes](https://example.org) nobody saw
- And \`pollen\`

> The glacier remembers.
> — A glaciologist
`;
const FIGURES = `## How old it is

::::columns
:::column{width=3}

| Depth | Years |
| ----: | ----: |
| 100 m |   540 |
| 900 m | 5 200 |
| 3 km  | 128 000 |

:::
:::column{width=4}

\`\`\`csv chart=bar
Depth,Dust,Salt
100 m,4,9
900 m,7,6
3 km,12,3
\`\`\`

:::
::::
`;
const HEAD = 'title: Reading the ice\nsubtitle: What a glacier remembers\nauthor: Ada Lovelace';

/** Each step of docs/theme.md: its front matter, and the slides to show. */
const STEPS: [name: string, matter: string, slides: string[]][] = [
  ['cover', 'theme: ledger\nlogo: slide.svg\ncover: hills.svg\nnumbers: true', ['cover', 'what-the-ice-keeps']],
  ['tokens', 'theme: folio\ntokens: {accent: "#0a6b4d"}', ['below-zero', 'what-the-ice-keeps']],
  ['style', 'theme: folio\nstyle: extra.css', ['what-the-ice-keeps']],
  ['new', 'theme: ./mine', ['cover', 'what-the-ice-keeps']],
  ['reveal', 'theme: reveal.js/theme/black.css', ['cover', 'what-the-ice-keeps']],
  ['fjord', 'theme: ./fjord', ['cover', 'what-the-ice-keeps']],
];

export async function themePictures({ browser, places, root, folder }: ThemePicturesOptions): Promise<void> {
  const target = path.join(root, 'docs', 'images', 'themes');
  await mkdir(target, { recursive: true });
  for (const name of ['hills.svg', 'slide.svg']) {
    await cp(path.join(root, 'slides', 'images', name), path.join(folder, name));
  }
  await writeThemes(root, folder);
  const shoot = (matter: string, slides: string[]): Promise<string[]> =>
    shootSlides({
      browser,
      places,
      folder,
      slides,
      deck: `---\n${HEAD}\n${matter}\n---\n\n# Below zero\n\n${SLIDE}\n${FIGURES}`,
    });
  for (const [name, matter, slides] of STEPS) {
    await montage(browser, await shoot(matter, slides), {
      columns: slides.length,
      file: path.join(target, `${name}.webp`),
    });
  }
  const pairs: string[] = [];
  for (const theme of builtInThemes()) pairs.push(...(await shoot(`theme: ${theme}`, ['cover', 'how-old-it-is'])));
  await montage(browser, pairs, { columns: 4, file: path.join(target, 'gallery.webp') });
}

/** The theme of the tutorial, as its code blocks say it, and one made from another. */
async function writeThemes(root: string, folder: string): Promise<void> {
  await mkdir(path.join(folder, 'fjord'), { recursive: true });
  await cp(path.join(root, 'themes', 'raster'), path.join(folder, 'mine'), { recursive: true });
  await writeFile(path.join(folder, 'extra.css'), '.slide h2 { text-align: center }');
  await writeFile(
    path.join(folder, 'fjord', 'theme.css'),
    tutorialTheme(await readFile(path.join(root, 'docs', 'theme.md'), 'utf8')),
  );
  const raster = await readFile(path.join(root, 'themes', 'raster', 'theme.css'), 'utf8');
  const changed = raster
    .replace('#e2001a', '#2b3bd6')
    .replaceAll('Inter Tight', 'Bricolage Grotesque')
    .replaceAll('inter-tight/400-italic', 'inter-tight/400');
  await writeFile(
    path.join(folder, 'mine', 'theme.css'),
    changed.replaceAll('@fontsource/inter-tight/', '@fontsource/bricolage-grotesque/'),
  );
}

/** Returns the style sheet that the tutorial of docs/theme.md ends with. */
export function tutorialTheme(page: string): string {
  const [, tutorial = ''] = page.split('## A theme from nothing in ten minutes');
  const [own = ''] = tutorial.split('\n## ');
  return [...own.matchAll(/^```css\n([\s\S]*?)^```$/gm)].map(([, css = '']) => css).join('\n');
}

interface Shot {
  browser: Browser;
  places: BrowserPlaces;
  folder: string;
  deck: string;
  slides: string[];
}

async function shootSlides({ browser, places, folder, deck, slides }: Shot): Promise<string[]> {
  await writeFile(path.join(folder, 'ice.md'), deck);
  await build({ decks: ['ice.md'], to: ['html'], cwd: folder, browser: places });
  const page = await openDeck(browser, path.join(folder, 'dist', 'ice.html'));
  const shots: string[] = [];
  for (const id of slides) {
    await page.evaluate(`location.hash = '#/${id}'`);
    await page.waitForSelector(`section.present[id="${id}"]`);
    await settle(page);
    shots.push(`data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`);
  }
  await page.close();
  return shots;
}

async function montage(
  browser: Browser,
  shots: string[],
  { columns, file }: { columns: number; file: string },
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 300 * columns + 12, height: 100, deviceScaleFactor: columns > 2 ? 1 : 1.5 });
  const cells = shots.map((shot) => `<img src="${shot}">`).join('');
  await page.setContent(
    `<style>body{margin:0;padding:12px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:12px;background:#dfe1e6}img{width:100%;display:block}</style>${cells}`,
  );
  await page.screenshot({ path: file as `${string}.webp`, type: 'webp', quality: 86, fullPage: true });
  await page.close();
}
