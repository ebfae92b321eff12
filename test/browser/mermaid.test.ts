import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, root, useBrowser } from '../support/browser.ts';
import { evaluate, make, testFolder } from '../support/made-deck.ts';

const browser = useBrowser();
const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`;
const slides = (sources: readonly string[]): string =>
  sources.map((source, index) => `## S${index}\n\n${fence(source)}`).join('\n');

/** Boxes on the slide that is shown whose text is wider than they are, or not half as wide. */
const UNFIT = `[...document.querySelectorAll('.present .node')].map((node) => {
  const text = node.querySelector('text').getBoundingClientRect(), box = node.querySelector('rect').getBoundingClientRect();
  return text.width / box.width;
}).filter((share) => share > 0.95 || share < 0.45)`;

test('labels are measured in the fonts of the deck’s own style sheets', async () => {
  const folder = await testFolder();
  const fonts = path.join(root, 'node_modules/@fontsource');
  await copyFile(path.join(fonts, 'caveat/files/caveat-latin-400-normal.woff2'), path.join(folder, 'own.woff2'));
  await writeFile(
    path.join(folder, 'talk.md'),
    `---\nstyle: own.css\n---\n\n## M\n\n${fence(`flowchart LR
  A[Words in a box that is as wide as they are] --> B[MORE WORDS IN CAPITALS]`)}`,
  );
  const shown = async (rules: string): Promise<[string, string, number[]]> => {
    const face = `@font-face { font-family: Own; src: url(own.woff2) } :root { --r-main-font: Own, cursive }`;
    await writeFile(path.join(folder, 'own.css'), `${face} ${rules}`);
    const { decks } = await build({ decks: ['talk.md'], cwd: folder, to: ['html'], browser: places });
    expect(decks[0]?.file.messages.map(String)).toEqual([]);
    const { page } = await openDeck(browser(), path.join(folder, 'dist/talk.html'));
    const label = `document.querySelector('.present .node text')`;
    const [font, spacing] = await evaluate<[string, string]>(
      page,
      `[getComputedStyle(${label}).fontFamily, getComputedStyle(${label}).letterSpacing]`,
    );
    const unfit = await evaluate<number[]>(page, UNFIT);
    await page.close();
    return [font, spacing, unfit];
  };
  expect(await shown('')).toEqual(['Own, cursive', 'normal', []]);
  expect(await shown('.slide .drawing text { letter-spacing: 0.3em; font-weight: 700 }')).toEqual([
    'Own, cursive',
    '5.4px',
    [],
  ]);
});

test('every colour that Mermaid chooses is a token of the theme', async () => {
  const kinds = [
    'packet-beta\n  title T\n  0-15: "Source"\n  16-31: "Target"',
    "kanban\n  a[To do]\n    b[Test]@{ assigned: 'k', priority: 'Very High' }",
    'treeView-beta\n"src"\n    "draw"',
    'C4Context\n  title T\n  Person(a, "A", "one")\n  System_Ext(b, "B", "two")\n  Rel(a, b, "uses")',
    'radar-beta\n  axis a["A"], b["B"], c["C"]\n  curve x["X"]{1, 2, 3}',
    'journey\n  section S\n    Task: 5: Me, You',
    'sankey-beta\nA,B,1\nB,C,1',
    'architecture-beta\n  group g(cloud)[G]\n  service s(server)[S] in g',
    'venn-beta\n  set A["Alpha"]\n  set B["Beta"]\n  union A,B["Both"]',
    'sequenceDiagram\n  actor A\n  A->>B: hello',
    'erDiagram\n  A ||--o{ B : has',
    'eventmodeling\ntf 01 ui Cart\ntf 02 cmd Add',
    'wardley-beta\ntitle T\ncomponent Tea [0.6, 0.8]',
  ];
  const { html, messages } = await make(slides(kinds), { to: ['html'] });
  expect(messages).toEqual([]);
  const { page } = await openDeck(browser(), html);
  const literal = await evaluate<string[]>(
    page,
    `[...document.querySelectorAll('.drawing svg')].flatMap((svg, index) => [svg, ...svg.querySelectorAll('*')].flatMap((part) => {
      const css = part.localName === 'style' ? part.textContent : (part.getAttribute('style') ?? '');
      const values = ['fill', 'stroke', 'stop-color'].map((name) => part.getAttribute(name) ?? '');
      const rules = css.match(/[{;\\s](?:fill|stroke|color|stop-color)\\s*:[^;}]*/g) ?? [];
      return [...values, ...rules].filter((text) => /#[0-9a-f]{3}|rgba?\\(|hsl|black|white|red|blue|gr[ae]y/.test(text) && !/url|currentColor|var\\(/.test(text)).map((text) => index + text);
    }))`,
  );
  expect(literal).toEqual([]);
  await page.close();
});

test('colours that the author chooses stay, and labels on them are legible on every background', async () => {
  const source = `flowchart LR
  A[pale] --> B[deep]
  style A fill:#ffeeaa
  classDef night fill:navy
  class B night`;
  const { html } = await make(`---\ntheme: nocturne\n---\n\n${slides([source])}`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const seen = await evaluate<string[][]>(
    page,
    `[...document.querySelectorAll('.present .node')].map((node) => [
      getComputedStyle(node.querySelector('rect')).fill, getComputedStyle(node.querySelector('tspan')).fill])`,
  );
  expect(seen).toEqual([
    ['rgb(255, 238, 170)', 'rgb(0, 0, 0)'],
    ['rgb(0, 0, 128)', 'rgb(255, 255, 255)'],
  ]);
  await page.close();
});

test('labels on coloured parts of a sequence, and signs by their names, can be read', async () => {
  const source = 'sequenceDiagram\n  rect lightyellow\n  A->>B: hello\n  end';
  const named = 'flowchart LR\n  A["#quot;x#quot; #9829;"]';
  const { html } = await make(`---\ntheme: nocturne\n---\n\n${slides([source, named])}`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const [message, label, looks] = await evaluate<[string, string, number]>(
    page,
    `[getComputedStyle(document.querySelector('.messageText')).fill, document.querySelector('.drawing .node').textContent.trim(),
      document.querySelectorAll('.drawing [data-look]:not([data-look=classic])').length]`,
  );
  expect(message).toBe('rgb(0, 0, 0)');
  expect(label).toBe('"x" ♥');
  expect(looks, 'the look is Lectern’s').toBe(0);
  await page.close();
});

test('a gantt has the months of the slide’s language, and its places from left to right', async () => {
  const gantt = (format = '', days = 60): string =>
    `gantt\n  dateFormat YYYY-MM-DD\n${format}  section Part\n  Task :2026-03-01, ${days}d`;
  const deck = `---\nlang: de\n---\n\n## A\n\n${fence(gantt())}\n## B\n\n${fence(gantt('  axisFormat %B %d\n'))}
## C {lang=ar}\n\n${fence(gantt('', 140))}\n## D {lang=en}\n\n${fence(gantt())}`;
  const { html } = await make(deck, { to: ['html'] });
  const written = await readFile(html, 'utf8');
  const [, german = '', chosen = '', arabic = '', english = ''] = written.split('<h2>');
  const ticks = (slide: string): string =>
    (slide.match(/<g class="tick"[\s\S]*?<\/g>/g) ?? []).join().replace(/<[^>]*>/g, '');
  expect(ticks(german)).toMatch(/8\. März,.*5\. Apr/s);
  expect(ticks(chosen)).toMatch(/März 08.*April 05/s);
  expect(ticks(arabic)).toMatch(/\d مارس/);
  expect(ticks(english)).toMatch(/08 Mar.*05 Apr/s);
  const { page } = await openDeck(browser(), html, '#/c');
  const cut = await evaluate<boolean>(
    page,
    `(() => { const svg = document.querySelector('.present .drawing svg').getBoundingClientRect();
      const title = document.querySelector('.present .sectionTitle').getBoundingClientRect();
      return title.left < svg.left || title.width === 0; })()`,
  );
  expect(cut).toBe(false);
  const touching = await evaluate<number>(
    page,
    `(() => { const boxes = [...document.querySelectorAll('.present .tick text')].map((text) => text.getBoundingClientRect()).sort((one, other) => one.x - other.x);
      return boxes.slice(1).filter((box, index) => box.left < boxes[index].right).length; })()`,
  );
  expect(touching).toBe(0);
  await page.close();
});
