import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';

async function htmlOf(markdown: string): Promise<string> {
  const { deck } = await compileText(markdown);
  return toHtml({ type: 'root', children: deck.slides[0]?.content ?? [] }).replace(/[\u00a0\u202f]/g, ' ');
}

const REST =
  'The sun heats the *ground*, but there is hardly any water that could evaporate. Without vapour there are no clouds, and the heat escapes at night.';

test('the first sentence of a paragraph leads, and the rest keeps its looks', async () => {
  const html = await htmlOf(`## Why?\n\nBecause the air there is dry. ${REST}\n`);
  expect(html).toContain('<p class="led">Because the air there is dry.</p>');
  expect(html).toContain('<p>The sun heats the <em>ground</em>, but');
});

test.each([
  ['an abbreviation', `We asked Dr. Miller in May about all this. ${REST}`],
  ['a number', `We found 3.5 litres in the bottle after that. ${REST}`],
])('the first sentence does not end at %s', async (_, text) => {
  expect(await htmlOf(`## Why?\n\n${text}\n`)).not.toContain('>We asked Dr.<');
});

test.each([
  [
    'a long sentence',
    `Because the air there is dry, and has been so for longer than anybody who lives there can remember. ${REST}`,
  ],
  ['a short paragraph', 'Because the air there is dry. The sun heats the ground.'],
  ['two paragraphs', `Because the air there is dry. ${REST}\n\nThat is all.`],
])('%s has no lead', async (_, text) => {
  expect(await htmlOf(`## Why?\n\n${text}\n`)).not.toContain('led');
});

test('a list is beside the paragraph before it, and its figures stand out', async () => {
  const html = await htmlOf(
    `## Market\n\n${REST}\n\n- 2.9 million hydrants\n- €1,400 per sensor\n- Three competitors\n`,
  );
  expect(html).toContain('<div class="slots with-text">');
  expect(html).toContain('<li><strong>2.9 million</strong> hydrants</li>');
  expect(html).toContain('<li><strong>€1,400</strong> per sensor</li>');
  expect(html).toContain('<li>Three competitors</li>');
});

test('a line before a list stays above it', async () => {
  expect(
    await htmlOf(
      '## Market\n\nWe counted all of them last year.\n\n- 2.9 million hydrants in Europe alone\n- None has a sensor that anybody reads\n',
    ),
  ).not.toContain('with-text');
});
