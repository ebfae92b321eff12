import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { places } from '../support/browser.ts';
import { project } from '../support/cli.ts';

const DECK = `---
lang: de
cover: false
---

## Frage

:::poll{#tea}
Was trinken Sie?

- Tee
- Kaffee
- Wasser
:::

## Ergebnis

::poll{of=tea}
`;

const answers = (counts: number[], choices = ['Tee', 'Kaffee', 'Wasser']): string =>
  JSON.stringify({ polls: [{ id: 'tea', question: '', choices, counts, voters: 8 }], questions: [] });

/** Builds a deck beside answers; returns the bars of its two polls, and its messages. */
async function built(text: string | undefined): Promise<{ bars: string[]; totals: string[]; messages: string[] }> {
  const cwd = project({ 'talk.md': DECK });
  if (text !== undefined) writeFileSync(path.join(cwd, 'talk.audience.json'), text);
  const report = await build({ decks: ['talk.md'], to: ['html'], cwd, outDir: 'out', browser: places });
  const html = readFileSync(path.join(cwd, 'out', 'talk.html'), 'utf8').split('<script>')[0] ?? '';
  const rows = html.matchAll(
    /poll-choice"(?: style="--share:([\d.]+%)")?( data-most="")?>.*?(?:poll-share">([^<]*)<.*?)?<\/div>/g,
  );
  return {
    bars: [...rows].map(([, width = '', most = '', share = '']) => `${width} ${share}${most && ' most'}`),
    totals: [...html.matchAll(/poll-total">([^<]*)</g)].map(([, total = '']) => total),
    messages: report.decks.flatMap(({ file }) => file.messages.map(({ reason }) => reason)),
  };
}

test('a deck is built with the answers of its audience, in its language', async () => {
  const { bars, totals, messages } = await built(answers([1, 6, 1]));
  const each = ['12.5% 13 %', '75% 75 % most', '12.5% 13 %'];
  expect(bars.map((bar) => bar.replace('\u00a0', ' '))).toEqual([...each, ...each]);
  expect(totals).toEqual(['Antworten: 8', 'Antworten: 8']);
  expect(messages).toEqual([]);
});

test('answers to other choices go by their texts', async () => {
  const { bars } = await built(answers([1, 7], ['Wasser', 'Tee']));
  expect(bars.slice(0, 3).map((bar) => bar.replace('\u00a0', ' '))).toEqual([
    '87.5% 88 % most',
    '0% 0 %',
    '12.5% 13 %',
  ]);
});

test('without answers, and with what is none, polls show their choices', async () => {
  const plain = [' ', ' ', ' ', ' ', ' ', ' '];
  expect(await built(undefined)).toMatchObject({ bars: plain, totals: [], messages: [] });
  const { bars, messages } = await built('{"polls": [{"id": "<script>"}]}');
  expect(bars).toEqual(plain);
  expect(messages.join()).toContain('“talk.audience.json” does not hold answers');
});
