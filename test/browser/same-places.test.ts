import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { check } from '../../src/app/check.ts';
import { places } from '../support/browser.ts';
import { testFolder } from '../support/made-deck.ts';

const list = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `- point ${index} of a list with words that take more than half of the slide`,
  ).join('\n');

const row = (word: string): string => `|${` ${word} |`.repeat(30)}`;

const DECK = `---
title: Places
cover: false
---

## A list

${list(20)}

## Steps and a list that fits {incremental}

- one

## Code, meant to fit {fit}

Words before it.

\`\`\`js
${'const x = 1;\n'.repeat(40)}\`\`\`

## A table

Words before it.

${row('column')}
${row('---')}
${row('value')}

## Columns

::::columns
:::column
short
:::
:::column
${list(18)}
:::
::::

## Parts that cannot be split {paginate}

![A tower](tower.svg){height=2000px}

one\\
two

---

${list(60)}

## Lacking

༄ is a letter that no font here has, and ![a picture](none.png).
`;

test('build and check name one fault at one place, in the same words', async () => {
  const cwd = await testFolder();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="2000"><rect width="9" height="9"/></svg>';
  await writeFile(path.join(cwd, 'tower.svg'), svg);
  await writeFile(path.join(cwd, 'talk.md'), DECK);
  const options = { decks: ['talk.md'], cwd, browser: places };
  const built = (await build({ ...options, to: ['html', 'pdf', 'png', 'handout'] })).decks[0]?.file.messages ?? [];
  const checked = (await check(options)).decks[0]?.file.messages ?? [];
  const lines = (messages: readonly { line?: number | undefined; ruleId?: string | undefined; reason: string }[]) =>
    messages.map(({ line, ruleId, reason }) => `${line} ${ruleId}: ${reason.replace(/ \(slide \d+\)$/, '')}`);
  // What a PDF says of itself is known when it is there.
  const reportedByBuild = lines(built.filter(({ ruleId }) => ruleId !== 'pdf-access'));
  expect(reportedByBuild.filter((reported) => reported.includes(' overflow: ')).length).toBeGreaterThanOrEqual(5);
  expect(new Set(lines(checked))).toEqual(new Set([...lines(checked), ...reportedByBuild]));
  // Each once.
  expect(new Set(reportedByBuild).size).toBe(reportedByBuild.length);
});
