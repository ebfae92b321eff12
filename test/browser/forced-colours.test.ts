import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, settle, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  const deck =
    '## Tasks\n\n- [ ] open\n- [x] done\n\n::embed[Page]{src=https://example.com}\n\n```js {1}\na;\nb;\n```\n\n:step[marked]{effect=highlight}\n\n## Next\n';
  await writeFile(path.join(cwd, 'talk.md'), deck);
  expect((await build({ decks: ['talk.md'], to: ['html'], cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

test('in forced colours boxes, signs and marks still differ', async () => {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'));
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const colours = (selector: string): Promise<unknown> =>
    page.evaluate(
      `(({ backgroundColor }) => backgroundColor)(getComputedStyle(document.querySelector('${selector}')))`,
    );
  const system = (name: string): Promise<unknown> =>
    page.evaluate(
      `(() => { const probe = document.createElement('i'); probe.style.backgroundColor = '${name}'; document.body.append(probe); const { backgroundColor } = getComputedStyle(probe); probe.remove(); return backgroundColor; })()`,
    );
  expect(await colours('.slide')).toBe(await system('Canvas'));
  expect(await colours('.slide input:checked')).toBe(await system('Highlight'));
  expect(await colours('.slide .media-sign')).toBe(await system('CanvasText'));
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.media-card')).outlineStyle`)).toBe('solid');
  const bars = `[...document.querySelectorAll('.code-line')].map((line) => getComputedStyle(line).borderLeftWidth)`;
  expect(await page.evaluate(bars)).toEqual(['4px', '0px']);
  expect(await colours('.fragment.highlight')).not.toBe(await system('Mark'));
  await page.keyboard.press('ArrowRight');
  await settle(page);
  expect(await colours('.fragment.highlight')).toBe(await system('Mark'));
  await page.keyboard.press('Escape');
  await settle(page);
  const edges = (await page.evaluate(
    `[...document.querySelectorAll('section.slide')].map((slide) => getComputedStyle(slide).outlineColor)`,
  )) as string[];
  expect(edges[0]).toBe(await system('Highlight'));
  expect(edges[1]).not.toBe(edges[0]);
  await page.close();
});

test('in forced colours drawings and formulas have colours of the system, and keep their shapes', async () => {
  const mindmap = '```mermaid\nmindmap\n  root((A))\n    B\n      C\n    D\n```';
  const chart = `\`\`\`csv chart=bar\nx,a,b,c,d,e,f\nq,1,2,3,4,5,6\n\`\`\``;
  const formula = String.raw`$x \phantom{y} \color{blue} z$`;
  await writeFile(path.join(cwd, 'drawn.md'), `## A\n\n${mindmap}\n\n${chart}\n\n${formula}\n`);
  expect((await build({ decks: ['drawn.md'], to: ['html'], cwd, browser: places })).ok).toBe(true);
  const { page } = await openDeck(browser(), path.join(cwd, 'dist/drawn.html'));
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const seen = (await page.evaluate(`(() => {
    const probe = document.createElement('i');
    document.querySelector('.slide').append(probe);
    const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
    const of = (selector, property) => [...document.querySelectorAll(selector)].map((part) => getComputedStyle(part)[property]);
    return {
      text: system('CanvasText'), ground: system('Canvas'),
      edges: of('.drawing .edge', 'stroke'), nodes: of('.mindmap-node > :is(rect, path, circle, polygon)', 'stroke'),
      bars: of('.drawing.chart path[fill*=chart]', 'fill'),
      phantom: of('.katex-html [style*=transparent]', 'color'), formula: of('.katex-html .mathnormal', 'color'),
    };
  })()`)) as Record<'text' | 'ground', string> & Record<'edges' | 'nodes' | 'bars' | 'phantom' | 'formula', string[]>;
  expect(seen.edges.length).toBeGreaterThan(2);
  expect(seen.edges).not.toContain(seen.ground);
  expect(new Set(seen.nodes)).toEqual(new Set([seen.text]));
  expect(new Set(seen.bars).size, 'series are told apart').toBe(6);
  expect(seen.phantom).toEqual(['rgba(0, 0, 0, 0)']);
  expect(seen.formula).toContain(seen.text);
  expect(seen.formula).not.toContain('rgb(0, 0, 255)');
  await page.close();
});

test('in forced colours components keep their edges and shapes', async () => {
  const cards = ':::cards\n- **One**\n- **Two**\n:::';
  const stages = ':::process\n1. **One** first\n2. **Two** then\n:::';
  const table = '| A | B | C |\n| --- | --- | --- |\n| x | 3 | green |\n\n: {bars=B rag=C}';
  const numbers = ':::kpis\n- **1** one +1\n- **2** two\n:::';
  await writeFile(
    path.join(cwd, 'parts.md'),
    `---\ntheme: beacon\n---\n\n## A\n\n${cards}\n\n${stages}\n\n${numbers}\n\n${table}\n`,
  );
  expect((await build({ decks: ['parts.md'], to: ['html'], cwd, browser: places })).ok).toBe(true);
  const { page } = await openDeck(browser(), path.join(cwd, 'dist/parts.html'));
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const seen = (await page.evaluate(`(() => {
    const style = (selector, pseudo) => getComputedStyle(document.querySelector(selector), pseudo);
    const probe = document.createElement('i');
    probe.style.backgroundColor = 'CanvasText';
    document.body.append(probe);
    const ink = getComputedStyle(probe).backgroundColor;
    return {
      edge: style('.cards > li').outlineStyle,
      shapes: [style('.process-title'), style('.kpi-trend', '::before'), style('.cell-bar', '::before'), style('.rag')].map(({ backgroundColor }) => backgroundColor === ink),
      band: style('.slide').backgroundImage,
      words: style('.process-title strong').color === ink,
    };
  })()`)) as object;
  expect(seen).toEqual({ edge: 'solid', shapes: [true, true, true, true], band: 'none', words: false });
  await page.close();
});
