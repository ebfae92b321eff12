import { expect, test } from 'vitest';
import { slideHtml } from '../../src/render/slide-html.ts';
import { compileText } from '../support/compile.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaft';

async function shown(markdown: string): Promise<string> {
  const { deck } = await compileText(`---\nlang: de\n---\n\n## A\n\n${markdown}\n`);
  return deck.slides.map((slide) => slideHtml(slide, deck, { output: 'deck' })).join('\n');
}

test('long words have soft hyphens, also beside a word without end', async () => {
  const endless = 'a'.repeat(1000);
  const html = await shown(`${LONG} ${endless} ${LONG}`);
  expect(html).toContain(endless);
  const [before = '', after = ''] = html.split(endless);
  for (const side of [before, after]) {
    expect(side).toContain('\u00AD');
    expect(side.replaceAll('\u00AD', '')).toContain(LONG);
  }
});

test.each(['constructor', '__proto__', 'toString', 'valueOf', 'x'])('the language %s has no rules', async (lang) => {
  expect(await shown(`<span lang="${lang}">${LONG}</span>`)).toContain(`>${LONG}</span>`);
});
