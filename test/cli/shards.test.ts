import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../src/cli/report-markdown.ts';
import { reportPage } from '../../src/cli/report-page.ts';
import { inShard } from '../../src/cli/shard.ts';
import { lectern, project } from '../support/cli.ts';

describe('shards', () => {
  const costs = new Map([
    ['a.md', 10],
    ['b.md', 1],
    ['c.md', 9],
    ['d.md', 2],
    ['e.md', 8],
    ['f.md', 0],
  ]);
  const decks = [...costs.keys()];

  test('have every deck once, in the order of the call, and are of like cost', () => {
    const shares = [1, 2, 3].map((index) => inShard(decks, { index, count: 3 }, costs));
    expect(shares.flat().toSorted()).toEqual(decks);
    expect(shares).toEqual([
      ['a.md', 'f.md'],
      ['b.md', 'c.md'],
      ['d.md', 'e.md'],
    ]);
  });

  test('are the same whatever the order of the call', () => {
    const turned = inShard(decks.toReversed(), { index: 2, count: 3 }, costs);
    expect(turned.toSorted()).toEqual(['b.md', 'c.md']);
  });

  test('build their share, and their reports make one', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name, index) => [`${name}.md`, `## ${name}\n\n${'text '.repeat(index * 9 + 1)}\n`]),
    );
    const cwd = project({ ...files, 'b.md': '## b\n\n![](none.png)\n' });
    const names = ['a.md', 'b.md', 'c.md', 'd.md'];
    for (const index of [1, 2]) {
      const { code, stdout } = await lectern(['build', ...names, '--to', 'html', '--json', '--shard', `${index}/2`], {
        cwd,
      });
      expect([0, 1]).toContain(code);
      writeFileSync(path.join(cwd, `${index}.json`), stdout);
    }
    expect(readdirSync(path.join(cwd, 'dist')).toSorted()).toEqual(['a.html', 'b.html', 'c.html', 'd.html']);
    const whole = await lectern(['report', '1.json', '2.json'], { cwd });
    expect(whole.code).toBe(1);
    expect(whole.stdout).toBe('4 decks, 4 slides: 4 written (1 with errors), 0 not\n  with errors: b.md\n');
    expect(whole.stderr).toMatch(/^b\.md:3:1 error Cannot show “none\.png”/);
    const half = await lectern(['report', '2.json'], { cwd });
    expect(half).toMatchObject({ code: 2, stdout: '' });
    expect(half.stderr).toContain('of 2 shards, reports are missing: 1');
    const table = await lectern(['report', '1.json', '2.json', '--markdown', '--html', 'dist/index.html'], { cwd });
    expect(table.stdout).toContain('| <code>a.md</code> | 1 | no problems | <code>dist/a.html</code> |\n');
    expect(table.stdout).toMatch(
      /\| 1 error \| <code>dist\/b\.html<\/code> \|[^]*\n- <code>b\.md:3<\/code> error: Cannot show/,
    );
    const page = readFileSync(path.join(cwd, 'dist/index.html'), 'utf8');
    expect([...page.matchAll(/<h2><a href="([^"]*)">(.*?)<\/a>/g)].map(([, href, name]) => [href, name])).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => [`./${name}.html`, name]),
    );
    const merged = await lectern(['report', '1.json', '2.json', '--json'], { cwd });
    writeFileSync(path.join(cwd, 'all.json'), merged.stdout);
    const next = await lectern(['build', ...names, '--to', 'html', '--shard', '1/1', '--costs', 'all.json'], { cwd });
    expect(next.code).toBe(1);
  });

  test.each([
    [['--shard', '3/2'], '--shard is “3/2”, expected a shard such as 2/5'],
    [['--shard', '1/2', '--costs', 'none.json'], 'cannot read none.json, which --costs names'],
    [['--shard', '1/2', '--costs', 'a.md'], 'a.md is not a build report'],
  ])('%s', async (args, says) => {
    const { code, stderr } = await lectern(['build', 'a.md', ...args], { cwd: project({ 'a.md': '# A\n' }) });
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

test('a page of a report links to what is in its folder, and nothing in a name is markup', () => {
  const deck = { slides: 2, seconds: 1, failed: [], messages: [] };
  const outputs = ['dist/a b.html', 'dist/a b.pdf', 'dist/a b.cover.png', 'dist/a b.png/001.png'];
  const decks = [
    { ...deck, deck: 'a b.md', title: 'A <b> & "c"', outputs },
    { ...deck, deck: 'none.md', outputs: [] },
  ];
  const page = reportPage({ ok: true, decks }, 'dist/index.html');
  expect(page).toContain('<img alt="" src="./a%20b.cover.png"');
  expect(page).toContain('<h2><a href="./a%20b.html">A &#60;b&#62; &#38; &#34;c&#34;</a></h2>');
  expect(page.match(/href="[^"]*"/g)).toEqual(['href="./a%20b.html"', 'href="./a%20b.pdf"']);
  expect(reportPage({ ok: true, decks }, 'index.html')).toContain('href="./dist/a%20b.pdf"');
  const text = reportMarkdown({ ok: true, decks: [{ ...deck, deck: 'a|`<x>.md', outputs: [] }] });
  expect(text.split('\n')[2]).toBe('| <code>a&#124;&#96;&#60;x&#62;.md</code> | 2 | not written | – |');
});

test('of 200 decks three have errors: all land, and the report names the three', async () => {
  const files: Record<string, string> = {};
  for (let index = 0; index < 200; index += 1) files[`decks/d${index}.md`] = `## Deck ${index}\n\ntext\n`;
  for (const index of [7, 70, 170]) files[`decks/d${index}.md`] = '## Broken\n\n![](gone.png)\n';
  const cwd = project(files);
  const { code, stdout } = await lectern(['build', ...Object.keys(files), '--to', 'pdf', '--json'], { cwd });
  expect(code).toBe(1);
  expect(readdirSync(path.join(cwd, 'dist'))).toHaveLength(200);
  const { decks } = JSON.parse(stdout) as {
    decks: { deck: string; messages: { line: number }[] }[];
  };
  expect(decks.filter(({ messages }) => messages.length > 0).map(({ deck }) => deck)).toEqual(
    [7, 70, 170].map((index) => `decks/d${index}.md`),
  );
  expect(decks[7]?.messages[0]).toMatchObject({ line: 3, severity: 'error', rule: 'file-missing' });
  expect(existsSync(path.join(cwd, 'dist/d199.pdf'))).toBe(true);
});
