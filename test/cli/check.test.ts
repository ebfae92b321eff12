import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

const FAULTY = `---
title: A talk
---

## Grey

<p style="background:#999;color:#bbb">Words on grey</p>

## Empty

## After it

Words.
`;

test('the decks that come with Lectern have nothing wrong with them', async () => {
  const { code, stdout, stderr } = await lectern(['check'], { cwd: root });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/no problems found/g)).toHaveLength(6);
});

test('problems are reported with their place, slide, extent and advice', async () => {
  const cwd = project({ 'talk.md': FAULTY });
  const { code, stderr } = await lectern(['check', 'talk.md'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^talk\.md:7:1 warning Text of #bbbbbb on #999999 has a contrast of 1\.5:1, expected at least 3:1: “Words on grey”; make one of them lighter or darker \(slide 2\) contrast$/m,
  );
  expect(stderr).toMatch(/^talk\.md:9:1 warning Slide has only a heading; .* \(slide 3\) slide-empty$/m);
});

test.each<[string, string, Record<string, string>]>([
  ['the front matter', FAULTY.replace('---\n\n', 'check: {contrast: off, slide-empty: info}\n---\n\n'), {}],
  [
    'a slide',
    FAULTY.replace('## Grey', '## Grey {check-off=contrast}').replace(
      '## Empty',
      '## Empty {check-off="slide-empty overflow"}',
    ),
    {},
  ],
  ['the project', FAULTY, { 'lectern.json': '{"check": {"contrast": {"text": 1, "large": 1}, "slide-empty": "off"}}' }],
])('%s has a say in rules', async (_, deck, files) => {
  const cwd = project({ 'talk.md': deck, ...files });
  const { code, stderr } = await lectern(['check', 'talk.md'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('warnings of reading a deck can be turned off, but errors cannot', async () => {
  const deck = '---\ncheck: {link-target: off, file-missing: off}\n---\n\n## A\n\n[x](#nowhere) ![y](gone.png)\n';
  const cwd = project({ 'talk.md': deck });
  const { code, stderr } = await lectern(['check', 'talk.md'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('file-missing');
  expect(stderr).not.toContain('link-target');
});

test('reports for programs name the slides that were arranged by their content', async () => {
  const cwd = project({ 'talk.md': '## Uptime\n\n99.995 %\n\n## As it is {compose=plain}\n\n99 %\n' });
  const { stdout } = await lectern(['check', 'talk.md', '--json'], { cwd });
  const { decks } = JSON.parse(stdout) as { decks: { composed: unknown[] }[] };
  expect(decks[0]?.composed).toEqual([
    { slide: 1, id: 'uptime', file: 'talk.md', line: 1, as: 'statement', layout: 'default' },
  ]);
});

test('reports for programs', async () => {
  const cwd = project({ 'talk.md': FAULTY });
  const check = async (...args: string[]): Promise<string> =>
    (await lectern(['check', 'talk.md', ...args], { cwd })).stdout.trim();
  const json = JSON.parse(await check('--json')) as { ok: boolean; decks: { messages: unknown[] }[] };
  expect(json.ok).toBe(false);
  expect(json.decks[0]?.messages[0]).toMatchObject({
    file: 'talk.md',
    severity: 'warning',
    line: 7,
    column: 1,
    rule: 'contrast',
    slide: 2,
    boxes: [{ x: expect.any(Number), y: expect.any(Number), width: expect.any(Number), height: expect.any(Number) }],
  });
  expect(await check('--format', 'github')).toMatch(
    /^::warning file=talk\.md,line=7,col=1,endLine=7,title=contrast::Text of #bbbbbb on #999999 has a contrast of 1\.5:1/,
  );
  const sarif = JSON.parse(await check('--format', 'sarif')) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
  };
  const [run] = sarif.runs;
  expect(sarif.version).toBe('2.1.0');
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['contrast', 'slide-empty']);
  expect(run?.results[0]).toMatchObject({
    ruleId: 'contrast',
    ruleIndex: 0,
    level: 'warning',
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'talk.md', uriBaseId: 'ROOT' }, region: { startLine: 7 } } },
    ],
  });
});

test('a page shows the slides with what is wrong on them', async () => {
  const cwd = project({ 'talk.md': FAULTY });
  await lectern(['check', 'talk.md', '--html', 'out/check.html'], { cwd });
  const html = readFileSync(path.join(cwd, 'out/check.html'), 'utf8');
  expect(html.match(/<article>/g)).toHaveLength(2);
  expect(html.match(/src="data:image\/webp;base64,/g)).toHaveLength(2);
  expect(html).toMatch(/<rect class="warning" x="\d+"/);
  expect(html).toContain('talk.md:7:1');
  // Each rule is explained in the page, for people who have no Lectern to ask.
  expect(html).toContain('<a href="#rule-contrast">contrast</a>');
  expect(html).toMatch(/<section id="rule-contrast">.*contrast of 4\.5:1.*<h4>How to fix it<\/h4><p>Use the theme/);
  expect(html.match(/<section id="rule-/g)).toHaveLength(2);
});

test('a page shows what reading a deck tells and what does not fit where they stand', async () => {
  const deck = `## Wide\n\nWords.\n\n| ${'Wide heading | '.repeat(12)}\n|${'---|'.repeat(12)}\n\n## Gone\n\nWords ![A](gone.png)\n`;
  const cwd = project({ 'talk.md': deck });
  await lectern(['check', 'talk.md', '--html', 'check.html'], { cwd });
  const html = readFileSync(path.join(cwd, 'check.html'), 'utf8');
  const [wide = '', gone = ''] = html.split('<article>').slice(1);
  const boxes = (part: string): number[][] =>
    [...part.matchAll(/<rect class="(?:warning|error)" x="(\d+)" y="(\d+)" width="(\d+)"/g)].map(([, ...numbers]) =>
      numbers.map(Number),
    );
  expect(wide).toContain('px too wide');
  expect(boxes(wide)).toHaveLength(1);
  expect(gone).toContain('gone.png');
  const [[x = 0, , width = 0] = []] = boxes(gone);
  // The picture, and not the paragraph around it.
  expect(x).toBeGreaterThan(100);
  expect(width).toBeLessThan(400);
});

test('--fix changes what is certainly meant, and nothing else', async () => {
  const deck = [
    '---',
    'titel: A talk',
    '---',
    '',
    '## One {layuot=center}',
    '',
    '#### Too deep',
    '',
    'Words, and a [link][a].',
    '',
    ':::stesp',
    'Words.',
    ':::',
    '',
    '## Two',
    '',
    '![](dot.svg){widht=40px}',
    '',
    '> [!NOTES]',
    '> Mind this.',
    '',
    '[a]: https://example.org/',
    '[b]: https://example.org/',
    '',
  ].join('\n');
  const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>';
  const cwd = project({ 'talk.md': deck, 'dot.svg': dot });
  const { code, stdout, stderr } = await lectern(['check', 'talk.md', '--fix'], { cwd });
  const mended = deck
    .replace('titel:', 'title:')
    .replace('layuot', 'layout')
    .replace('#### Too', '### Too')
    .replace(':::stesp', ':::steps')
    .replace('widht', 'width')
    .replace('[!NOTES]', '[!NOTE]');
  expect(readFileSync(path.join(cwd, 'talk.md'), 'utf8')).toBe(mended);
  expect(stdout + stderr).toContain('talk.md: fixed 6 problems');
  expect(stderr).toContain('alt-text');
  expect(code).toBe(1);
});

test('--fix keeps a source as it is but for its words', async () => {
  const deck = '\uFEFF---\r\ntitel: A talk\r\n---\r\n\r\n## One\r\n\r\nWords.\r\n';
  const cwd = project({ 'real/talk.md': deck });
  chmodSync(path.join(cwd, 'real/talk.md'), 0o640);
  symlinkSync('real/talk.md', path.join(cwd, 'talk.md'));
  expect(await lectern(['check', 'talk.md', '--fix'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(cwd, 'real/talk.md'), 'utf8')).toBe(deck.replace('titel', 'title'));
  expect(statSync(path.join(cwd, 'real/talk.md')).mode & 0o777).toBe(0o640);
  expect(lstatSync(path.join(cwd, 'talk.md')).isSymbolicLink()).toBe(true);
});

test.each<[string, string[], number, RegExp]>([
  ['a page in place of a deck', ['--html', 'talk.md'], 2, /expected the name of a page.*report\.html/],
  ['an unknown format', ['talk.md', '--format', 'junit'], 2, /invalid value “junit” for --format.*json/],
  ['a missing deck', ['gone.md'], 2, /gone\.md/],
  ['a missing browser', ['talk.md', '--browser', '/bin/false'], 2, /does not start/],
  ['rules of another form', ['talk.md'], 2, /lectern\.json:1:2: “check” is 5, expected a map/],
])('%s is reported', async (what, args, expected, words) => {
  const files = what.startsWith('rules') ? { 'lectern.json': '{"check": 5}' } : {};
  const { code, stderr } = await lectern(['check', ...args], { cwd: project({ 'talk.md': FAULTY, ...files }) });
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(code).toBe(expected);
});

test('a strict build of a faulty deck leaves what was there', async () => {
  const cwd = project({ 'talk.md': FAULTY, 'dist/talk.html': 'old', 'dist/talk.pdf': 'old' });
  const { code, stderr } = await lectern(['build', 'talk.md', '--strict'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(/contrast[\s\S]*nothing was written/);
  for (const name of ['talk.html', 'talk.pdf']) expect(readFileSync(path.join(cwd, 'dist', name), 'utf8')).toBe('old');
});

test('a strict build writes a deck that has infos only', async () => {
  const cwd = project({ 'talk.md': '## A\n\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- 7\n- 8\n- 9\n' });
  const { code, stderr } = await lectern(['build', 'talk.md', '--strict', '--to', 'html'], { cwd });
  expect(stderr).toMatch(/info List has 9 points/);
  expect(code).toBe(0);
});
