import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';

/** Far more than it takes, even where the machine has other work; what grew with the square would take hours. */
const TIMEOUT = 200_000;

test.each<[name: string, text: string, slides: number]>([
  ['one word', `## A\n\n${'a'.repeat(1_000_000)}`, 1],
  ['words', `## A\n\n${'Donaudampfschifffahrtsgesellschaft '.repeat(20_000)}`, 1],
  ['items', `## A\n\n${'- item\n'.repeat(20_000)}`, 1],
  ['rows', `## A\n\n| a | b |\n| - | - |\n${'| x | y |\n'.repeat(20_000)}`, 1],
  ['paragraphs', `## A\n\n${'word\n\n'.repeat(20_000)}`, 1],
  ['underlined headings', 'Slide\n-----\n\nWords\n\n'.repeat(4000), 4000],
  ['underlined headings without blank lines', 'Slide\n---\n'.repeat(10_000), 10_000],
  ['nested items', `## A\n\n${'- a\n  - b\n    - c\n'.repeat(8000)}`, 1],
  ['nested items in a directive', `## A\n\n:::steps\n${'- a\n  1. b\n'.repeat(10_000)}:::\n`, 1],
  ['items of quotes', `## A\n\n${'- > a\n'.repeat(15_000)}`, 1],
  ['call-outs', `## A\n\n${'> [!NOTE]\n> a\n\n'.repeat(8000)}`, 1],
  ['footnotes', `## A\n\n${Array.from({ length: 5000 }, (_, at) => `a[^${at}]\n\n[^${at}]: b\n\n`).join('')}`, 1],
  ['braces in a heading', `## A ${'\t{'.repeat(100_000)}`, 1],
  ['blanks in a heading', `## A${'\t'.repeat(200_000)}{.b`, 1],
  ['carriage returns', `## A\n\na${'\r'.repeat(100_000)}b`, 1],
  ['open comments', `## A\n\n${'<!-- a\n'.repeat(20_000)}`, 1],
  ['open sections', `## A\n\n${'<![CDATA['.repeat(20_000)}`, 1],
  ['open tags', `## A\n\n<div a="${'<a '.repeat(40_000)}`, 1],
  ['settings of a directive', `## A\n\n:::notes{${'a.b#c:d-e '.repeat(20_000)}!`, 1],
])('%s in great number take time in proportion', { timeout: TIMEOUT }, async (_, text, slides) => {
  const { deck } = await compileText(text);
  expect(deck.slides).toHaveLength(slides);
});

test.each<[name: string, text: string, message: RegExp]>([
  [
    'directives',
    `## A\n\n${':::steps\n'.repeat(2000)}`,
    /: Unexpected nesting of more than 100 blocks.+closed by a line of “:::”$/,
  ],
  ['lists on one line', `## A\n\n${'+ '.repeat(10_000)}x`, /: Unexpected nesting of more than 100 blocks/],
  ['numbers on one line', `## A\n\n${'1. '.repeat(10_000)}x`, /: Unexpected nesting of more than 100 blocks/],
  ['quotes on one line', `## A\n\n${'>'.repeat(10_000)}x`, /: Unexpected nesting of more than 100 blocks/],
  [
    'lists by their indent',
    Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
    /: Unexpected nesting/,
  ],
  ['blank lines', `## A\n${'\n'.repeat(8_000_000)}`, /: Unexpected 250000 blank lines; remove them$/],
  ['marks of emphasis', `## A\n\n${'*a'.repeat(50_000)}`, /: Unexpected number of more than 3000 marks of emphasis/],
  ['marks behind a fence in a quote', `> \`\`\`\n\n${'*a'.repeat(50_000)}`, /more than 3000 marks of emphasis/],
  ['marks behind a fence in a list', `- a\n  ~~~\n\n${'*a'.repeat(50_000)}`, /more than 3000 marks of emphasis/],
  ['marks behind what is no fence', `\`\`\` a\`\n\n${'*a'.repeat(50_000)}`, /more than 3000 marks of emphasis/],
  ['brackets', `## A\n\n${'[a]('.repeat(20_000)}`, /: Unexpected number of more than 3000 opening brackets/],
  ['notes', `## A\n\n${'[^a]\n'.repeat(20_000)}`, /: Unexpected number of more than 3000 opening brackets/],
  [
    'rows of many columns',
    `## A\n\n${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|\n'.repeat(40_000)}`,
    /: Unexpected table of more than 200000 cells/,
  ],
  [
    'lazy lines of a quote',
    `## A\n\n${'> a\nb\n'.repeat(17_000)}`,
    /: Unexpected number of lines that continue a quote/,
  ],
  ['lazy lines of quotes in quotes', `## A\n\n> > a\n${'> b\n'.repeat(17_000)}`, /: Unexpected number of lines that/],
  ['lazy lines of an item', `## A\n\n3. a\n${'b\n'.repeat(17_000)}`, /: Unexpected number of lines that continue/],
  ['lazy lines of an item in a quote', `## A\n\n> - a\n${'> b\n'.repeat(17_000)}`, /: Unexpected number of lines that/],
  [
    'lazy lines of a footnote',
    `## A\n\n[^a]: a\n${'b\n'.repeat(17_000)}`,
    /: Unexpected number of lines that continue/,
  ],
  ['brackets in what is no table', `a|b\n-|-|-\n${'a|[b\n'.repeat(4000)}`, /more than 3000 opening brackets/],
  ['brackets in what is no list', `a\n${'2. [b\n'.repeat(4000)}`, /more than 3000 opening brackets/],
  [
    'definitions of links',
    `## A\n\n${Array.from({ length: 30_000 }, (_, at) => `[a${at}]\n\n[a${at}]: /b\n\n`).join('')}`,
    /: Unexpected number of definitions of links and footnotes, more than 20000/,
  ],
  ['definitions', `## A\n\n${'a\n: b\n\n'.repeat(10_000)}`, /: Unexpected list of more than 1000 definitions/],
])('%s without end are an error', { timeout: TIMEOUT }, async (_, text, message) => {
  const { deck, messages } = await compileText(text);
  // One slide says what is wrong, for whoever has the talk open.
  expect(deck.slides).toHaveLength(1);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(message);
});

test('many marks are fine where each paragraph has a few, and in code', { timeout: TIMEOUT }, async () => {
  const items = '- **a** [b](#a-1)\n'.repeat(1000);
  const paragraphs = '**a** _b_ snake_case_name\n\n'.repeat(1000);
  const rows = `|a|b|\n|-|-|\n${'| **a** | [b](#a-1) |\n'.repeat(4000)}`;
  const numbers = Array.from({ length: 4000 }, (_, at) => `${at + 1}. **a** [b](#a-1)\n`).join('');
  const quotes = '> a\nb\n\n- a\nb\n'.repeat(5000);
  const code = `\`\`\`\n${'*a [b]\n'.repeat(4000)}\`\`\``;
  const { deck, messages } = await compileText(
    `# A\n\n## A\n\n${items}\n${paragraphs}${rows}\n${numbers}\n${quotes}\n${code}\n`,
  );
  expect(messages.filter((message) => message.includes('Unexpected'))).toEqual([]);
  expect(deck.slides.length).toBeGreaterThan(1);
});

test('what only looks deep is shown', { timeout: TIMEOUT }, async () => {
  const rule = '- '.repeat(200);
  const code = `\`\`\`\n${'+ '.repeat(200)}\n${':::a\n'.repeat(200)}\`\`\``;
  const closed = ':::steps\nx\n:::\n'.repeat(200);
  const { deck, messages } = await compileText(`## A\n\n${rule}\n\n${code}\n\n${closed}`);
  expect(messages).toEqual([]);
  expect(deck.slides).toHaveLength(2);
});
