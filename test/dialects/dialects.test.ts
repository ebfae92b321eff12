import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { checkJson } from '../../src/cli/check-json.ts';
import { compile } from '../../src/compile/compile.ts';
import { translateDeck } from '../../src/dialects/read-dialect.ts';
import { Edits } from '../../src/dialects/edits.ts';
import { detectDialect } from '../../src/dialects/signs.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/dialects');

/** Compares a file of a fixture, or writes it. */
function expectFile(file: string, actual: string): void {
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, actual);
  expect(actual).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

describe('the deck of another tool becomes a deck of Lectern, with a report', () => {
  test.each(readdirSync(FIXTURES))('%s', async (name) => {
    const folder = path.join(FIXTURES, name);
    const source = readFileSync(path.join(folder, 'input.md'), 'utf8');
    const dialect = name.replace(/-.*/, '');
    const made = await translateDeck(new VFile({ path: 'input.md', value: source }), source, { dialect });
    expectFile(path.join(folder, 'expected.md'), made?.text ?? '');
    const lines = made?.entries.map(({ fate, what, advice, start }) => {
      const line = source.slice(0, start).split('\n').length;
      return `${line} ${fate} ${what.replaceAll('\n', ' ')}: ${advice}\n`;
    });
    expectFile(path.join(folder, 'report.txt'), lines?.join('') ?? '');
    // What was made is a deck of Lectern: reading it changes nothing.
    const again = new VFile({ path: 'expected.md', value: made?.text ?? '' });
    expect(await translateDeck(again, made?.text ?? '', {})).toBeUndefined();
  });
});

test('messages are at the places in what the author wrote', async () => {
  const value = '---\nmarp: true\npaginate: true\n---\n\n# One\n\n<!-- A note -->\n\n---\n\n![w:300](gone.png)\n';
  const file = new VFile({ path: 'talk.md', value });
  await compile(file);
  const missing = file.messages.find(({ ruleId }) => ruleId === 'file-missing');
  expect(missing).toMatchObject({ line: 12, column: 1, fatal: true });
  expect(file.messages.find(({ ruleId }) => ruleId === 'dialect')).toMatchObject({
    reason: 'Read as Marp; to read it as a Lectern deck, write “dialect: lectern” in the front matter',
  });
});

test('reports on slides name the lines that the author wrote', async () => {
  const value =
    '---\nmarp: true\npaginate: true\nstyle: |\n  h1 { color: red }\n  h2 { color: red }\n---\n\n# One\n\n---\n\n## Two\n\n- **Goal**: to sail\n- **Crew**: of six\n- **Ship**: of oak\n';
  const file = new VFile({ path: 'talk.md', value });
  const { slides: order } = await compile(file);
  const deck = { file, included: [], slides: 2, order, size: { width: 1280, height: 720 }, findings: [] };
  const checked = { ...deck, fixed: 0, pictures: [], error: undefined, seconds: 0 };
  const report: unknown = JSON.parse(checkJson({ decks: [checked], ok: true, notices: [], rules: [] }));
  expect(report).toMatchObject({ decks: [{ composed: [{ slide: 2, line: 13 }] }] });
});

test('a deck says itself what it is written for', async () => {
  const deck = (key: string): string => `---\nmarp: true\n${key}---\n\n# A\n\n## B\n`;
  const countOf = async (value: string, dialect?: string): Promise<number> =>
    (await compile(new VFile({ path: 'talk.md', value }), { dialect })).slides.length;
  expect(await countOf(deck(''))).toBe(1);
  expect(await countOf(deck('dialect: lectern\n'))).toBe(2);
  expect(await countOf(deck('dialect: lectern\n'), 'marp')).toBe(2);
  expect(await countOf(deck(''), 'lectern')).toBe(2);
  const file = new VFile({ path: 'talk.md', value: '---\ndialect: marb\n---\n\n# A\n' });
  await compile(file);
  expect(file.messages.map(String)).toEqual([
    expect.stringContaining('2:1: Unknown dialect “marb”, expected lectern, marp'),
  ]);
});

test('dialects of a project are read like others, and their errors are messages', async () => {
  const shout = {
    name: 'shout',
    detect: (text: string) => text.startsWith('!!'),
    read: ({
      text,
      replace,
    }: {
      text: string;
      replace: (range: { start: number; end: number }, text: string) => void;
    }) => (text.includes('fail') ? Promise.reject(new Error('too loud')) : replace({ start: 0, end: 2 }, '#')),
  };
  const file = new VFile({ path: 'talk.md', value: '!! Hello\n' });
  expect((await compile(file, { dialects: [shout] })).slides[0]?.title).toBe('Hello');
  const broken = new VFile({ path: 'talk.md', value: '!! fail\n' });
  await compile(broken, { dialects: [shout] });
  expect(broken.messages.map(({ reason }) => reason)).toContain('Cannot read the deck as shout: too loud');
});

test('of changes within each other the outer one counts, and offsets lead back', () => {
  const edits = new Edits('one two three');
  edits.insert(4, '[');
  edits.replace({ start: 4, end: 7 }, '2');
  edits.insert(5, 'lost');
  edits.insert(7, ']');
  const { text, toOriginal } = edits.apply();
  expect(text).toBe('one [2] three');
  expect([0, 4, 5, 6, 8, 12].map(toOriginal)).toEqual([0, 4, 4, 7, 8, 12]);
});

/** A deck next to files of a project. */
function deckWith(value: string, files: Record<string, string>, name = 'talk.md'): VFile {
  const known = new Map(Object.entries(files));
  const gone = { problem: 'no such file', ruleId: 'file-missing' } as const;
  const text = async (src: string): Promise<VFile | typeof gone> => {
    const found = known.get(src);
    return found === undefined ? gone : new VFile({ path: src, value: found });
  };
  const load = async (src: string): Promise<typeof gone | { value: string; mime: string; extension: string }> =>
    known.has(src) ? { value: known.get(src) ?? '', mime: 'image/png', extension: 'png' } : gone;
  const file = new VFile({ path: name, value });
  file.data.files = { key: '', load: load as never, bytes: async () => gone, text };
  return file;
}

async function madeOf(value: string, files: Record<string, string>, name?: string): Promise<string> {
  return (await translateDeck(deckWith(value, files, name), value, {}))?.text ?? '';
}

describe('files next to a deck say how its tool reads it', () => {
  const themed = '---\nmarp: true\ntheme: harbour\n---\n\n# Tides\n';
  const css = '/* @theme harbour */\nsection { color: navy }';

  test.each([
    ['a folder of the project', { '../../themes/harbour.css': css }],
    ['.marprc.yml', { '../.marprc.yml': 'html: true\nthemeSet:\n  - ./looks/blue.css\n', '../looks/blue.css': css }],
    ['package.json', { 'package.json': '{"marp": {"themeSet": "./looks"}}', 'looks/harbour.css': css }],
    [
      'the settings of the editor',
      { '../.vscode/settings.json': '{"markdown.marp.themes": ["./blue.css", "red.css"]}', '../red.css': css },
    ],
  ])('a theme of Marp is found by %s', async (_place, files) => {
    expect(await madeOf(themed, files)).toContain('--r-heading-color: navy');
  });

  test.each([
    ['the build', { Makefile: '# pandoc --slide-level=1\nslides:\n\tpandoc -t revealjs --slide-level 2 talk.md\n' }, 2],
    ['nothing', {}, 1],
    ['two builds that differ', { Makefile: 'a:\n\tpandoc --slide-level=2\nb:\n\tpandoc --slide-level=3\n' }, 1],
  ])('the slide level of pandoc is that of %s', async (_place, files, level) => {
    const deck = '% Ports\n% Ada\n\n# Quays\n\nStone.\n\n## Cranes\n\nSteel.\n';
    expect(await madeOf(deck, files)).toContain(`split: ${level}\n`);
  });

  test('Slidev takes images from its folder for public files', async () => {
    const deck =
      '---\ntheme: default\ndrawings:\n  persist: false\n---\n\n# Ports\n\n---\nlayout: image-right\nimage: quay.png\n---\n\n# Quays\n\n![](crane.png) ![](here.png)\n\n<img src="./sea.png">\n';
    const made = await madeOf(deck, {
      'public/quay.png': '',
      'public/crane.png': '',
      'public/here.png': '',
      'here.png': '',
    });
    expect(made).toContain('![](public/quay.png)');
    expect(made).toContain('![](public/crane.png) ![](here.png)');
  });
});

test('tools are found by signs of theirs', async () => {
  expect(detectDialect('class:center,middle\n\nTides\n\n---\n# Quays\n')).toBe('remark');
  expect(detectDialect('---\nclass: center, middle\n\n# Tides\n\nAda, the pilot\n\n---\n\n# Quays\n')).toBe('remark');
  expect(detectDialect('# A\n\n---\n\n<section data-background="quay.png"></section>\n')).toBe('reveal');
  const columns = '# A\n\n:::: {.columns}\n::: {.column}\nText\n:::\n::::\n';
  expect(detectDialect(columns)).toBe('pandoc');
  expect((await translateDeck(new VFile({ path: 'a.qmd', value: columns }), columns, {}))?.dialect.name).toBe('quarto');
});

describe('a style sheet of Quarto in Sass', () => {
  const deck = (names: string): string =>
    `---\ntitle: Ports\nformat:\n  revealjs:\n    theme: ${names}\n---\n\n## Quays\n\nStone\n`;

  test('gives the deck the colours of its variables', async () => {
    const sheet =
      '/*-- scss:defaults --*/\n$ink: #112233;\n$body-color: $ink !default;\n$body-bg: ivory;\n$link-color: f(x);\n';
    const made = await madeOf(deck('[default, port.scss]'), { 'port.scss': sheet });
    expect(made).toContain('--r-background-color: ivory');
    expect(made).toContain('--r-main-color: #112233');
    expect(made).not.toContain('--r-link-color');
    expect(made).toContain('theme: ledger');
  });

  test('that is dark takes a dark theme', async () => {
    expect(await madeOf(deck('port.scss'), { 'port.scss': '$body-bg: #101020;' })).toContain('theme: nocturne');
  });

  test('without colours is lost', async () => {
    const value = deck('port.scss');
    const made = await translateDeck(deckWith(value, { 'port.scss': 'h1 { color: red }' }), value, {});
    expect(made?.entries.filter(({ fate }) => fate === 'lost').map(({ what }) => what)).toEqual(['theme: port.scss']);
  });
});

test('pandoc raises and lowers words with spaces', async () => {
  const value = '% Ports\n% Ada\n\n# Quays\n\nH~2~O, 2^10^, P~a\\ cat~ and ^up\\ here^, ~~gone~~ and \\~not~.\n';
  const made = await translateDeck(new VFile({ path: 'a.md', value }), value, { dialect: 'pandoc' });
  expect(made?.text).toContain(
    'H<sub>2</sub>O, 2<sup>10</sup>, P<sub>a cat</sub> and <sup>up here</sup>, ~~gone~~ and \\~not~.',
  );
});

test('boxes around embedded pages of Slidev are as high as their card', async () => {
  const value =
    '# Ports\n\n<div style="height:0;padding-bottom:75%;position:relative;color:red"><iframe src="https://example.com/a"></iframe></div>\n';
  const made = await translateDeck(new VFile({ path: 'a.md', value }), value, { dialect: 'slidev' });
  expect(made?.text).toContain('<div style="color:red">');
});

test('a block of YAML at the start of a slide of Slidev is its front matter', async () => {
  const value =
    '# Ports\n\n---\n\n```yaml\nlayout: center\ntransition: fade\n```\n\n# Quays\n\n```yaml\nkept: true\n```\n\n---\n\nText\n\n```yaml\nkept: too\n```\n';
  const made = await translateDeck(new VFile({ path: 'a.md', value }), value, { dialect: 'slidev' });
  expect(made?.text).toContain('# Quays {layout=center transition=fade}\n\n```yaml\nkept: true\n```');
  expect(made?.text).not.toContain('layout: center');
  expect(made?.text).toContain('Text\n\n```yaml\nkept: too\n```');
});
