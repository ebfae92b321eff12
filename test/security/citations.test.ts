import path from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { project } from '../support/cli.ts';
import { withFiles } from '../support/compile.ts';

async function compiled(files: Record<string, string>, folder = '.'): Promise<{ html: string; messages: string[] }> {
  const cwd = path.join(project(files), folder);
  const file = new VFile({ path: 'talk.md', cwd, value: files['talk.md'] ?? '' });
  const deck = await compile(file, withFiles(path.join(cwd, 'talk.md'), cwd));
  const html = deck.slides.map((slide) => slideHtml(slide, deck, { output: 'deck', notes: true })).join('\n');
  return { html, messages: [file, ...deck.included].flatMap(({ messages }) => messages.map(String)) };
}

const TALK = '---\nbibliography: refs.bib\n---\n\n## One\n\n[@a]\n\n## Sources\n\n::references\n';

test('a deck reads no bibliography and no style from outside of its project', async () => {
  const talk =
    '---\nbibliography: [../refs.bib, /etc/hostname, "https://example.org/a.bib"]\ncsl: ../own.csl\n---\n\n[@a]\n';
  const { html, messages } = await compiled(
    { 'refs.bib': '@book{a, title={Secret}}', 'own.csl': '<style/>', 'talk.md': talk, 'in/x': '' },
    'in',
  );
  expect(html).not.toContain('Secret');
  expect(messages).toEqual([
    expect.stringContaining('Cannot use the bibliography “../refs.bib”'),
    expect.stringContaining('Cannot use the bibliography “/etc/hostname”'),
    expect.stringContaining(
      'Cannot use the bibliography “https://example.org/a.bib”: a deck loads nothing from the web',
    ),
    expect.stringContaining('Cannot use the csl “../own.csl”'),
    expect.stringContaining('Unknown citation key “a”'),
  ]);
});

test('entries are text: their HTML and their scripts stay letters', async () => {
  const bib = String.raw`@online{a, title={<script>alert(1)</script><img src=x onerror=alert(1)> <i onclick="x">I</i>}, author={{<b>Bold</b>}},
    url={javascript:alert(1)}, note={\href{javascript:alert(1)}{x}}, doi={10.1/x"><script>alert(1)</script>}}`;
  const { html } = await compiled({ 'refs.bib': bib, 'talk.md': TALK });
  expect(html).not.toMatch(/<script|<img|onclick=|href="javascript:/);
  expect(html).toContain('&#x3C;script>');
});

test('a style is data: what it declares of its own is refused', async () => {
  const csl =
    '<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/hostname">]><style><citation><layout><text value="&x;"/></layout></citation></style>';
  const talk = TALK.replace('refs.bib', 'refs.bib\ncsl: own.csl');
  const { html, messages } = await compiled({ 'refs.bib': '@book{a, title={A}}', 'own.csl': csl, 'talk.md': talk });
  expect(messages).toEqual([expect.stringContaining('own.csl:1:')]);
  expect(html).toContain('<em>A</em>');
});

test.each([
  ['many citations in a paragraph', { 'talk.md': `${TALK}\n\n## Two\n\n${'@a '.repeat(20_000)}` }],
  ['brackets that never close', { 'talk.md': `${TALK}\n\n## Two\n\n${'[@a; '.repeat(2000)}` }],
  ['braces that never close', { 'refs.bib': `@book{a, title={A}}\n@book{b, title=${'{'.repeat(200_000)}` }],
  [
    'entries that are opened again and again',
    { 'refs.bib': '@book{a, title={A}}\n' + '@book{b, title={B\n'.repeat(5000) },
  ],
  ['names without end', { 'refs.bib': `@book{a, title={A}, author={${'A and '.repeat(5000)}B}}` }],
  ['markup without end', { 'refs.bib': `@book{a, title={A ${'<i'.repeat(20_000)}${'<i>'.repeat(5000)}}}` }],
  [
    'works of the same author and year',
    {
      'refs.bib': Array.from(
        { length: 400 },
        (_, at) => `@book{${at || 'a'}, author={A, B}, title={T}, year=2000}`,
      ).join('\n'),
      'talk.md': TALK.replace('references', 'references{all}'),
    },
  ],
])('%s', async (_, files) => {
  const { html } = await compiled({ 'refs.bib': '@book{a, title={A}}', 'talk.md': TALK, ...files });
  expect(html).toContain('class="citation"');
});
