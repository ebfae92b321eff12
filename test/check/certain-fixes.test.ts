import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { applyFixes } from '../../src/check/certain-fixes.ts';
import { compile } from '../../src/compile/compile.ts';
import { nearestName } from '../../src/model/did-you-mean.ts';
import { FRONT_MATTER_KEYS } from '../../src/markdown/deck-meta.ts';

async function fixedText(source: string): Promise<string> {
  const file = new VFile({ path: 'talk.md', value: source });
  await compile(file);
  const [changed] = await applyFixes([], [file]);
  return changed?.text ?? source;
}

test.each([
  ['a front matter key', '---\ntitel: A talk\n---\n\n## One\n', 'titel', 'title'],
  ['a key in capitals', '---\nTitle: A talk\n---\n\n## One\n', 'Title', 'title'],
  ['a setting', '## One {layuot=center}\n\nWords.\n', 'layuot', 'layout'],
  ['the value of a setting', '## One {layout=qoute}\n\n> Words.\n', 'qoute', 'quote'],
  ['a directive', '## One\n\n:::stesp\nWords.\n:::\n', ':::stesp', ':::steps'],
  ['a directive in a file with CRLF', '## One\r\n\r\n:::noets\r\nWords.\r\n:::\r\n', 'noets', 'notes'],
  ['an attribute of an image', '## One\n\n![Dots](dots.svg){widht=40px}\n', 'widht', 'width'],
  ['a call-out', '## One\n\n> [!WARNNG]\n> Mind this.\n', 'WARNNG', 'WARNING'],
])('%s with a slip is put right', async (_, source, wrong, right) => {
  expect(await fixedText(source)).toBe(source.replace(wrong, right));
});

test('the source of another tool stays as it is', async () => {
  const file = new VFile({ path: 'talk.md', value: '---\nmarp: true\n---\n\n## One\n\n:::stesp\nWords.\n:::\n' });
  await compile(file);
  expect(file.messages.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('did you mean “:::steps”'));
  expect(await applyFixes([], [file])).toEqual([]);
});

test.each([
  ['a key of another tool', '---\ndirection: rtl\nstatus: draft\n---\n\n## One\n'],
  ['a key that becomes another word', '---\ndata: figures.csv\n---\n\n## One\n'],
  ['a key whose value the right one does not take', '---\nnumber: twelve\n---\n\n## One\n'],
  ['a key that stands there twice', '---\ntitle: One\ntitel: Two\n---\n\n## One\n'],
  ["another tool's background", '## One {background-color="#223344"}\n\n## Two {background-image="small.png"}\n'],
  ['a setting that is there already', '## One {layout=quote layuot=center}\n\n> Words.\n'],
  ['a directive that two are like', '## One\n\n:::colums\n:::column\nA\n:::\n:::\n'],
  ['two keys that become the same one', '---\nautor: Ada\nauthors: Bob\n---\n\n## One\n'],
  ['two attributes that become the same one', '## One\n\n![Dots](dots.svg){hight=3 heigth=1}\n'],
  ['two settings that become the same one', '## One {layuot=quote layot=center}\n'],
  ['a word that stands twice in its line', '## The layuot {layuot=center}\n'],
  ['an attribute', '## One\n\n![Dots](dots.svg){left=0}\n'],
  ['a call-out written as a directive', '## One\n\n:::note\nWords.\n:::\n'],
  ['a name with no slip but another meaning', '## One {tone=lighter}\n'],
])('%s stays as it is', async (_, source) => {
  expect(await fixedText(source)).toBe(source);
});

test('a fix that fails leaves others alone', async () => {
  const source = '---\nnumber: twelve\nsubtitel: A talk\n---\n\n## One\n';
  expect(await fixedText(source)).toBe(source.replace('subtitel', 'subtitle'));
});

test('a rule cannot change what a slide says', async () => {
  const file = new VFile({ path: 'talk.md', value: '## One\n\n## Two words\n' });
  await compile(file);
  const space = String(file.value).indexOf(' words');
  const fixes = [
    { file, fix: { start: space, end: space + 1, text: '\u00A0' } },
    { file, fix: { start: 0, end: 2, text: '#' } },
    { file, fix: { start: space, end: space + 1, text: '' } },
  ];
  expect(await applyFixes(fixes, [])).toEqual([{ file, text: '## One\n\n## Two\u00A0words\n', count: 1 }]);
});

// Keys that Marp, Slidev, Quarto, reveal.js, Deckset, remark and Pandoc read and Lectern does not.
test.each(
  `abstract addons aspectRatio auto-advance autoscale backgroundColor backgroundImage backgroundPosition backgroundSize
  build-lists canvasWidth center chalkboard class clicks code-fold code-line-numbers color colorSchema contextMenu controls
  date-format defaults direction download drawings editor embed-resources engine exportFilename favicon filters fonts format
  from header headingDivider highlight-style history htmlAttrs institute jupyter level lineNumbers margin marp mdc menu
  monaco multiplex navigation-mode number-sections output page_number persist preview-links progress progressive record
  routerMode scrollable self-contained slide-number slidenumbers smaller src status template titleTemplate toc toc-depth
  transition-speed twoslash url view-distance wakeLock width zoom`.split(/\s+/),
)('the key “%s” of another tool is not taken for a slip', (key) => {
  expect(nearestName(key, FRONT_MATTER_KEYS)).toBeUndefined();
});

test('another number is no slip', () => {
  expect(nearestName('slide-2', ['slide-4', 'slides'])).toBeUndefined();
  expect(nearestName('arow-2', ['arrow-2', 'arrow-3'])).toBe('arrow-2');
});

const root = path.join(import.meta.dirname, '../..');

test('fixing every deck of the tests changes names alone', { timeout: 120_000 }, async () => {
  // Without footnotes, what a note says would be the address of a definition.
  const parse = (source: string): unknown =>
    fromMarkdown(source, { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] });
  const shape = (source: string): unknown =>
    JSON.parse(
      JSON.stringify(parse(source), (key, value) => (key === 'position' || key === 'value' ? undefined : value)),
    );
  const words = (source: string): string[] => source.split(/[^\p{L}\p{N}-]+/u);
  let changed = 0;
  for (const name of globSync(['slides/**/*.md', 'test/fixtures/**/*.md', 'docs/*.md'], { cwd: root })) {
    const source = readFileSync(path.join(root, name), 'utf8');
    const fixed = await fixedText(source);
    if (fixed === source) continue;
    changed += 1;
    expect(shape(fixed), name).toEqual(shape(source));
    expect(words(fixed), name).toHaveLength(words(source).length);
  }
  expect(changed).toBeGreaterThan(0);
});
