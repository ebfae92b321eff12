import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { places, root } from '../support/browser.ts';
import { project } from '../support/cli.ts';

const DECK = '---\ntitle: A talk\nauthor: Ada\n---\n\n## A slide {tone=accent}\n\nText\n';
const FONT = readFileSync(path.join(root, 'node_modules/@fontsource/nunito/files/nunito-latin-400-normal.woff2'));
const MARK = readFileSync(path.join(root, 'slides/images/mark.svg'));

interface Built {
  html: string;
  /** `file:line:column rule: reason` */
  messages: string[];
}

async function built(
  files: Record<string, string | Uint8Array>,
  { deck = 'talk.md', ...call }: { deck?: string; brand?: string; untrusted?: boolean } = {},
): Promise<Built> {
  const cwd = project({ [deck]: DECK, ...files });
  symlinkSync(path.join(root, 'node_modules'), path.join(cwd, 'node_modules'));
  const { decks } = await build({ decks: [deck], to: ['html'], cwd, browser: places, ...call });
  const messages = decks.flatMap((report) =>
    [report.file, ...report.included].flatMap((file) =>
      file.messages.map(({ line, column, ruleId, reason }) => `${file.path}:${line}:${column} ${ruleId}: ${reason}`),
    ),
  );
  const html = readFileSync(path.join(cwd, 'dist', path.basename(deck).replace(/md$/, 'html')), 'utf8');
  return { html, messages };
}

test('the example of the docs is a brand: its colours, logos, fonts and name', async () => {
  const docs = readFileSync(path.join(root, 'docs/theme.md'), 'utf8');
  const example = /^```yaml\n(meta:[\s\S]*?)^```$/m.exec(docs)?.[1] ?? '';
  const { html, messages } = await built({
    '_brand.yml': example,
    'images/mark.svg': MARK,
    'images/mark-white.svg': MARK.toString().replace('#14213d', '#fff'),
    'fonts/house.woff2': FONT,
    'fonts/house-bold.woff2': FONT,
  });
  expect(messages).toEqual([]);
  expect(html).toMatch(/data-tone=accent\]:not[^{]*\{--r-background-color:#0b6e4f;--r-main-color:#ffffff/);
  expect(html).toContain('--deck-brand-2:#f2a900');
  expect(html).toContain('--brand-ink:#14213d');
  expect(html).toMatch(/:root,[^{]*\{--r-background-color:#f6f7f4;--r-main-color:#14213d/);
  expect(html).toContain(`--r-main-font:'House Sans', sans-serif`);
  expect(html).toMatch(/@font-face\{font-family:"House Sans";font-weight:700;[^}]*url\(data:font\/woff;base64/);
  expect(html).toMatch(/@font-face\{font-family:"?EB Garamond/);
  expect(html).toContain('<span class="byline-institution">Fjord Seafood</span>');
  expect(html).toMatch(/class="slide-logo"><img[^>]*class="on-light"[^>]*><img[^>]*class="on-dark"/);
});

describe('a brand file is found', () => {
  const brand = 'color: {primary: "#123456"}\n';

  test.each<[string, Record<string, string>, Parameters<typeof built>[1], boolean]>([
    ['beside the deck', { 'talks/_brand.yml': brand }, { deck: 'talks/talk.md' }, true],
    ['where the project begins', { '_brand.yml': brand }, { deck: 'talks/talk.md' }, true],
    ['by the call', { 'acme.yml': brand }, { brand: 'acme.yml' }, true],
    [
      'by the front matter',
      { 'acme.yml': brand, 'talk.md': DECK.replace('title', 'brand: acme.yml\ntitle') },
      {},
      true,
    ],
    ['by the config', { 'lectern.json': '{"brand": "acme.yml"}', 'acme.yml': brand }, {}, true],
    [
      'unless the deck wants none',
      { '_brand.yml': brand, 'talk.md': DECK.replace('title', 'brand: false\ntitle') },
      {},
      false,
    ],
    [
      'and the deck’s own colour goes first',
      { '_brand.yml': brand, 'talk.md': DECK.replace('title', 'tokens: {accent: "#765432"}\ntitle') },
      {},
      false,
    ],
  ])('%s', async (_, files, call, isUsed) => {
    const { html, messages } = await built(files, call);
    expect(messages).toEqual([]);
    expect(html.includes('#123456')).toBe(isUsed);
  });
});

describe('what a brand file cannot say is a message at its place, and the rest holds', () => {
  test.each<[string, string, string[]]>([
    [
      'broken YAML',
      'color:\n  primary: "#123456\n',
      ['_brand.yml:3:1 brand-file: Invalid YAML in the brand file, which is ignored: Missing closing "quote'],
    ],
    [
      'no map',
      '- a\n',
      ['_brand.yml:1:1 brand-file: Invalid brand file, expected keys such as “color” and “typography”'],
    ],
    [
      'an unknown key',
      'colour: {primary: red}\ncolor: {primary: "#123456"}\n',
      ['_brand.yml:1:9 brand-file: Invalid “colour” in the brand file: unknown key; did you mean “color”?'],
    ],
    [
      'no colour',
      'color:\n  palette: {sea: "#12345", sand: "#fed"}\n  primary: snad\n',
      [
        '_brand.yml:2:18 brand-file: Invalid “color.palette.sea” in the brand file: expected a CSS colour such as #c2410c, or the name of another colour of the palette',
        '_brand.yml:3:12 brand-file: Invalid “color.primary” in the brand file: “snad” is neither a colour nor a name of the palette; did you mean “sand”?',
      ],
    ],
    [
      'code in a colour',
      'color: {primary: "red;}</style><script>alert(1)</script>"}\n',
      [
        '_brand.yml:1:18 brand-file: Invalid “color.primary” in the brand file: “red;}</style><script>alert(1)</script>” is neither a colour nor a name of the palette',
      ],
    ],
    [
      'a font that is not installed',
      'typography: {fonts: [{family: Nowhere Sans, source: google}], base: Nowhere Sans}\n',
      [
        '_brand.yml:1:22 brand-font: Invalid “typography.fonts” in the brand file: the font “Nowhere Sans” is not in the project; npm install @fontsource/nowhere-sans puts it into the deck, or give its files with source: file',
      ],
    ],
    [
      'a font on the web',
      'typography: {fonts: [{family: A, source: file, files: ["https://x.org/a.woff2"]}]}\n',
      [
        '_brand.yml:1:56 brand-font: Invalid “typography.fonts.files” in the brand file: “https://x.org/a.woff2” is on the web; save the font in the project',
      ],
    ],
    [
      'a font outside of the project',
      'typography: {fonts: [{family: A, source: file, files: [../../a.woff2]}]}\n',
      [expect.stringMatching(/^_brand\.yml:1:56 brand-font: .*the file is outside the project/) as string],
    ],
    [
      'a text as a font',
      'typography: {fonts: [{family: A, source: file, files: [talk.md]}]}\n',
      [
        '_brand.yml:1:56 brand-font: Invalid “typography.fonts.files” in the brand file: “talk.md” is not a font, expected a file such as .woff2 or .ttf',
      ],
    ],
    [
      'a family that ends its string',
      `typography: {base: "A'; x: url(y)"}\n`,
      ['_brand.yml:1:20 brand-font: Invalid “typography.base” in the brand file: expected the name of a font family'],
    ],
    [
      'aliases in a circle',
      'typography: &a {fonts: [*a, *a]}\ncolor: &b {palette: *b}\n',
      [expect.stringContaining('brand-') as string, expect.stringContaining('brand-') as string],
    ],
  ])('%s', async (_, brand, expected) => {
    const { html, messages } = await built({ '_brand.yml': brand });
    expect(messages).toEqual(expected);
    expect(html).not.toContain('alert(1)');
    expect(html).not.toContain('url(y)');
  });

  test('a file that is missing is an error where the deck names it', async () => {
    const { messages } = await built({ 'talk.md': DECK.replace('title', 'brand: no.yml\ntitle') });
    expect(messages).toEqual([
      expect.stringMatching(
        /^talk\.md:2:1 file-missing: Cannot use the brand file “no\.yml”: no such file, looked for /,
      ),
    ]);
  });
});

test('a deck from elsewhere has no hidden file for a brand, and none outside of the project', async () => {
  const hidden = {
    '.secret/brand.yml': 'color: {primary: "#123456"}\n',
    'talk.md': DECK.replace('title', 'brand: .secret/brand.yml\ntitle'),
  };
  const { html, messages } = await built(hidden, { untrusted: true });
  expect(messages).toEqual([expect.stringMatching(/file-hidden: Cannot use the brand file/)]);
  expect(html).not.toContain('#123456');
  const outside = project({ 'brand.yml': 'color: {primary: "#123456"}\n' });
  const cwd = project({ 'talk.md': DECK });
  mkdirSync(path.join(cwd, 'talks'));
  writeFileSync(path.join(cwd, 'talks/talk.md'), DECK);
  symlinkSync(path.join(outside, 'brand.yml'), path.join(cwd, '_brand.yml'));
  const { decks } = await build({ decks: ['talks/talk.md'], to: ['html'], cwd, browser: places, untrusted: true });
  expect(
    decks.flatMap(({ file, included }) =>
      [file, ...included].flatMap((file) => file.messages.map(({ ruleId }) => ruleId)),
    ),
  ).toEqual(['file-outside']);
});
