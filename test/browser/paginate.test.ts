import { readFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { check, type CheckedDeck } from '../../src/app/check.ts';
import { builtInThemes } from '../../src/styles/find-theme.ts';
import { root } from '../support/browser.ts';
import { make, testFolder } from '../support/made-deck.ts';

/** Every word of a slide is there once, so that what is lost, doubled or moved is seen. */
function words(count: number, from: { next: number }): string {
  return Array.from({ length: count }, () => `w${(from.next += 1)}x`).join(' ');
}

const KINDS = [
  ...(['text', 'list', 'numbers', 'nested', 'tasks', 'terms', 'code'] as const),
  ...(['numbered', 'table', 'quote', 'heading', 'callout', 'long', 'loose'] as const),
];
type Block = { kind: (typeof KINDS)[number]; size: number };

const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom(...KINDS),
  size: fc.integer({ min: 1, max: 24 }),
});
const slide = fc.array(block, { minLength: 1, maxLength: 7 });

function written({ kind, size }: Block, from: { next: number }): string {
  const lines = (line: (index: number) => string): string =>
    Array.from({ length: size }, (_, index) => line(index)).join('\n');
  switch (kind) {
    case 'text':
      return words(size * 4, from);
    case 'heading':
      return `### ${words(2, from)}`;
    case 'list':
      return lines(() => `- ${words(3, from)}`);
    case 'numbers':
      return lines((index) => `${index + 3}. ${words(2, from)}`);
    case 'nested':
      return lines((index) => (index % 4 === 0 ? `- ${words(2, from)}` : `  - ${words(2, from)}`));
    case 'code':
      return ['```js', lines(() => words(3, from)), '```'].join('\n');
    case 'table':
      return ['| head | head |', '|---|---|', lines(() => `| ${words(1, from)} | ${words(1, from)} |`)].join('\n');
    case 'quote':
      return lines(() => `> ${words(6, from)}\n>`);
    case 'numbered':
      return ['```ts numbers title="a.ts"', lines(() => `/* ${words(3, from)}`), '*/', '```'].join('\n');
    case 'tasks':
      return lines((index) => `- [${index % 2 === 0 ? 'x' : ' '}] ${words(3, from)}`);
    case 'terms':
      return lines(() => `${words(1, from)}\n: ${words(5, from)}\n`);
    case 'loose':
      return lines(() => `- ${words(4, from)}\n\n  ${words(6, from)}\n`);
    case 'long':
      return `${words(1, from)} ${'m'.repeat(size * 12)} ${words(1, from)}`;
    case 'callout':
      return `> [!NOTE]\n${lines(() => `> ${words(5, from)}\n>`)}`;
  }
}

const tokens = (text: string): string[] => text.match(/w\d+x/g) ?? [];
const text = (content: readonly ElementContent[]): string => content.map((node) => toString(node)).join(' ');

describe('a slide that may become several', () => {
  test.each(builtInThemes())(
    'loses nothing, doubles nothing and keeps its order in %s',
    async (theme) => {
      const slides = fc.sample(slide, { numRuns: 14, seed: 5 + theme.length });
      const from = { next: 0 };
      const sources = slides.map(
        (blocks, index) => `## Slide ${index}\n\n${blocks.map((one) => written(one, from)).join('\n\n<!-- -->\n\n')}`,
      );
      const folder = await testFolder();
      await writeFile(path.join(folder, 'talk.md'), `---\npaginate: true\n---\n\n${sources.join('\n\n')}\n`);
      const { decks } = await check({ decks: ['talk.md'], cwd: folder, theme });
      const [deck] = decks as [CheckedDeck];
      expect(deck.slides).toBeGreaterThan(slides.length);
      expect(tokens(deck.order.map(({ content }) => text(content)).join(' '))).toEqual(tokens(sources.join(' ')));
      const ids = deck.order.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // A block that cannot be cut may be too tall by itself: then that is reported, and nothing of it is cut off.
      const reported = deck.findings.filter(({ ruleId }) => /^(?:overflow|text-)/.test(ruleId));
      expect(reported.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([]);
    },
    120_000,
  );

  test('lists go on counting, tables and code keep their heads, notes and footnotes their places', async () => {
    const { folder } = await made();
    const { decks } = await check({ decks: ['talk.md'], cwd: folder });
    const [deck] = decks as [CheckedDeck];
    const shown = deck.order.map(({ id, title, number, content, notes, steps }) => ({
      id,
      title,
      number,
      words: text(content).replace(/\s+/g, ' ').trim(),
      start: /"start":"?(\d+)/.exec(JSON.stringify(content))?.[1],
      line: /--deck-line-from: (\d+)/.exec(JSON.stringify(content))?.[1],
      notes: text(notes).trim(),
      steps,
    }));
    await expect(JSON.stringify(shown, null, 1)).toMatchFileSnapshot('../fixtures/paginate/slides.json');
  });

  test('is the same in all outputs, and every time', async () => {
    const { folder, html, pdf } = await made();
    const document = await pdf();
    const outline = (await document.getOutline()) as { title: string; items: { title: string }[] }[];
    const titles = outline.flatMap(({ title, items }) => [title].concat(items.map((item) => item.title)));
    const source = readFileSync(html, 'utf8');
    const slides = source.match(/<section id="[^"]*" class="slide/g) ?? [];
    // What the speaker says is not over where a slide is full.
    expect(source.match(/<aside class="notes"><p>Some notes/g)).toHaveLength(3);
    expect(document.numPages).toBe(slides.length);
    expect(titles).toEqual(
      expect.arrayContaining(['Counting (1/3)', 'Counting (2/3)', 'Counting (3/3)', 'A table (2/2)']),
    );
    const again = path.join(folder, 'again');
    await build({ decks: ['talk.md'], cwd: folder, to: ['html', 'pdf'], outDir: again });
    for (const name of ['talk.html', 'talk.pdf']) {
      expect(readFileSync(path.join(again, name)).equals(readFileSync(path.join(folder, 'dist', name))), name).toBe(
        true,
      );
    }
  });

  test('the worst deck there is has nothing to complain of', async () => {
    const folder = path.join(root, 'test/fixtures/themes');
    const source = readFileSync(path.join(folder, 'torture.md'), 'utf8');
    // Themes bring no Chinese letters, and an empty heading is a fault that only its author can mend.
    const settings = 'paginate: true\ncheck: {words: {most: 100}, glyph-missing: off, drawing-labels: {least: 12}}\n';
    const fitted = source
      .replace('---\n', `---\n${settings}`)
      .replace('## {layout=quote}', '---\n\n::slide{layout=quote}');
    const target = await testFolder();
    await writeFile(path.join(target, 'torture.md'), fitted);
    await copyFile(path.join(folder, 'tall.svg'), path.join(target, 'tall.svg'));
    const { decks } = await check({ decks: ['torture.md'], cwd: target });
    expect((decks as [CheckedDeck])[0].file.messages.map(String)).toEqual([]);
  });
});

function made(): ReturnType<typeof make> {
  return make(readFileSync(path.join(root, 'test/fixtures/paginate/talk.md'), 'utf8'), { to: ['html', 'pdf'] });
}
