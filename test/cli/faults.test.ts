import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const OLD = { 'dist/talk.html': 'old deck', 'dist/talk.pdf': 'old pdf' };

interface Fault {
  name: string;
  deck: string | Uint8Array;
  code: number;
  says: RegExp;
  files?: Record<string, string>;
  args?: string[];
  /** Nothing is written, and what was there stays. */
  refused?: boolean;
}

const FAULTS: Fault[] = [
  { name: 'an empty file', deck: '', code: 1, says: /talk\.md[\s\S]*The deck is empty/ },
  {
    name: 'a binary file',
    deck: new Uint8Array([80, 75, 3, 4, 0, 0]),
    code: 1,
    says: /binary file, expected Markdown/,
    refused: true,
  },
  {
    name: 'invalid UTF-8',
    deck: new Uint8Array([35, 32, 65, 10, 255]),
    code: 1,
    says: /2:1.*not UTF-8/,
    refused: true,
  },
  {
    name: '50 MB of text',
    deck: '# A\n\ntext\n\n'.repeat(4_400_000),
    code: 1,
    says: /has 47 MB of text, expected at most 8 MB/,
    refused: true,
  },
  {
    name: 'broken YAML',
    deck: '---\ntitle: "open\n---\n# A\n',
    code: 1,
    says: /2:8 error.*it has no second "; close it/,
  },
  {
    name: 'an unknown theme, when strict',
    deck: '---\ntheme: foolio\n---\n# A\n',
    code: 1,
    says: /2:1.*“foolio”; did you mean “folio”/,
    args: ['--strict'],
    refused: true,
  },
  { name: 'a missing image', deck: '# A\n\n![](no.png)\n', code: 1, says: /3:1.*no such file/ },
  {
    name: 'an image above the project',
    deck: '# A\n\n![](../../etc/passwd.png)\n',
    code: 1,
    says: /3:1.*outside the project/,
  },
  {
    name: 'an image by an absolute path',
    deck: '# A\n\n![](/etc/passwd.png)\n',
    code: 1,
    says: /3:1.*outside the project/,
  },
  {
    name: '10,000 levels of nesting',
    deck: `${'> '.repeat(10_000)}x`,
    code: 1,
    says: /1:1 error Unexpected nesting/,
  },
  {
    name: 'warnings, when strict',
    deck: '---\ntitel: A\n---\n# A\n',
    code: 1,
    says: /2:1.*“titel”/,
    args: ['--strict'],
    refused: true,
  },
];

describe('a deck with errors', () => {
  test.each(FAULTS)('$name is a message', async ({ deck, code, says, files, args, refused = false }) => {
    const cwd = project({ 'talk.md': deck, ...OLD, ...files });
    const result = await lectern(['build', 'talk.md', '--to', 'html', ...(args ?? [])], { cwd });
    expect(result.stderr).toMatch(says);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(result.code).toBe(code);
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8') === 'old deck').toBe(refused);
    expect(readdirSync(path.join(cwd, 'dist'))).toHaveLength(2);
  });

  test('shows placeholders for all that is missing, and tells it at once', async () => {
    const deck = [
      '---\nlogo: logo.svg\ncover: cover.jpg\ntitle: T\n---',
      '## A {background=back.jpg}\n\n![Alone](alone.png)\n\nIn a ![line](line.png){width=24}',
      '## B\n\n::video{src=film.mp4 poster=still.jpg title=Film}\n\n::audio{src=a.mp3}\n\n::embed{src=https://example.org poster=page.png}',
      '## C\n\n<img src="https://example.org/web.png" alt="web" width="300">\n\n```js file=code.js\n```\n\n::include{file=part.md}',
      '## D\n\n![Again](alone.png)',
    ].join('\n\n');
    const cwd = project({ 'talk.md': deck });
    const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html,notes.md'], { cwd });
    expect(code).toBe(1);
    const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
    const files = 'logo.svg cover.jpg back.jpg alone.png line.png film.mp4 a.mp3 page.png https://example.org/web.png';
    for (const name of files.split(' ')) expect(html).toContain(`dir="ltr">${name}</span>`);
    for (const name of ['code.js', 'part.md']) expect(html).toContain(`${name}: no such file`);
    expect(html).toContain('aria-label="Alone – alone.png: no such file"');
    expect(stderr.match(/alone\.png”/g)).toHaveLength(1);
    expect(stderr).toMatch(/talk\.md:9:1 error .*alone\.png.* \(also at \d+:1\)/);
    expect(stderr).toContain('still.jpg');
  });

  test('an image behind a symbolic link that leads outside is refused', async () => {
    const outside = project({ 'secret.png': 'x' });
    const cwd = project({ 'talk.md': '# A\n\n![](link.png)\n' });
    symlinkSync(path.join(outside, 'secret.png'), path.join(cwd, 'link.png'));
    const result = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
    expect(result.stderr).toMatch(/3:1.*outside the project/);
    expect(result.code).toBe(1);
  });
});

describe('without a browser', () => {
  const FENCE = '```mermaid\ngraph LR; A --> B\n```\n';

  test.each([
    ['all that needs none is written, and what was not made is named', 'html,pdf,notes.md,png', 'text', 2],
    ['what needs none is fine', 'html,notes.md', 'text', 0],
    ['slides are not cut', 'html,notes.md', 'more\n\ntext', 2],
  ])('%s', async (_, to, text, code) => {
    const cwd = project({ 'talk.md': `# A\n\n## B {paginate}\n\n${text}\n\n:::notes\nnote\n:::\n` });
    const result = await lectern(['build', 'talk.md', '--to', to, '--browser', 'nowhere'], { cwd });
    expect(readdirSync(path.join(cwd, 'dist')).toSorted()).toEqual(['talk.html', 'talk.notes.md']);
    expect(result.stderr.includes(', so these outputs were not made: pdf, png. ')).toBe(to.includes('pdf'));
    expect(result.stderr.includes('--browser names')).toBe(code === 2);
    expect(result.code).toBe(code);
  });

  test('one message is enough for many decks', async () => {
    const cwd = project({ 'a.md': '# A\n', 'b.md': '# B\n' });
    const run = (...args: string[]) => lectern([...args, '--browser', 'nowhere'], { cwd });
    const built = await run('build', 'a.md', 'b.md', '--to', 'html,pdf,handout');
    expect(built.stderr).toMatch(
      /^lectern: --browser names \S+, which does not exist, so these outputs were not made: pdf, handout\. [^\n]*\n$/,
    );
    const { code, stderr } = await run('check', 'a.md', 'b.md');
    expect({ code, count: stderr.match(/--browser names/g)?.length }).toEqual({ code: 2, count: 1 });
  });

  test('diagrams are boxes, and the deck is written', async () => {
    const cwd = project({ 'talk.md': `## A\n\n${FENCE}` });
    const env = { LECTERN_CACHE: path.join(cwd, 'cache') };
    const result = await lectern(['build', 'talk.md', '--to', 'html', '--browser', 'nowhere', '--json'], { cwd, env });
    const { decks } = JSON.parse(result.stdout) as { decks: unknown[] };
    expect(decks).toMatchObject([
      {
        outputs: ['dist/talk.html'],
        failed: [],
        error: { code: 'BROWSER_MISSING' },
        messages: [{ rule: 'diagram-source' }],
      },
    ]);
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toContain('Mermaid needs a browser');
    expect(result.code).toBe(2);
  });
});

describe('a deck that only looks dangerous', () => {
  test('a byte order mark, Windows line ends and odd breaks are fine', async () => {
    const deck = '\uFEFF---\r\ntitle: T\r\n---\r\n\r\n# A\r\n\r\n```\r\n---\r\n```\r\n\r\ntext\r\n---\r\n\r\nend\r\n';
    const cwd = project({ 'talk.md': deck });
    const result = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('(3 slides)');
  });

  test('scripts and handlers are taken out with a message', async () => {
    const deck =
      '# A\n\n<script>alert(1)</script>\n\n<p onclick="alert(2)">x</p>\n\n[l](javascript:alert(3))\n\n<div><b>open\n';
    const cwd = project({ 'talk.md': deck });
    const result = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
    expect(result.code).toBe(0);
    expect(result.stderr).toMatch(/3:1.*<script>[\s\S]*5:1.*onclick[\s\S]*7:1.*javascript/);
    expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).not.toMatch(/alert\([123]\)/);
  });
});

describe('a call that cannot work', () => {
  test.each([
    ['no such file', ['build', 'no.md'], /no\.md: no such file/],
    ['a folder', ['build', 'folder'], /this is a folder/],
    ['an unknown command', ['biuld'], /unknown command “biuld”. Did you mean “build”/],
    ['a file for the folder of outputs', ['build', 'talk.md', '-o', 'out.pdf'], /takes a folder.*--to pdf/],
    ['an unknown option', ['build', 'talk.md', '--stict'], /unknown option --stict. Did you mean --strict/],
    ['an unknown output', ['build', 'talk.md', '--to', 'pfd'], /unknown output “pfd”; did you mean “pdf”/],
    [
      'the name of a file for an output',
      ['build', 'talk.md', '--to', 'notes.pdf'],
      /unknown output “notes.pdf”; did you mean “notes”\?/,
    ],
    ['a file of notes in another format', ['build', 'talk.md', '--to', 'talk.notes.txt'], /did you mean “notes.md”\?/],
    ['the name of a deck with an ending', ['build', 'talk.md', '--to', 'talk.pdf'], /did you mean “pdf”\?/],
    ['an unknown theme', ['build', 'talk.md', '--theme', 'noctrune'], /“noctrune”; did you mean “nocturne”/],
    ['two decks of one name', ['build', 'talk.md', 'folder/talk.md'], /would both write talk\.html/],
    ['a browser that is not there', ['build', 'talk.md', '--browser', 'nowhere'], /--browser names .*nowhere/],
    [
      'a folder where the output goes',
      ['build', 'talk.md', '--to', 'html', '--out-dir', 'taken'],
      /cannot write .*talk\.html: a folder/,
    ],
    [
      'a file where its folder goes',
      ['build', 'talk.md', '--to', 'html', '--out-dir', 'talk.md/x'],
      /cannot write .*: a file is in the way/,
    ],
  ])('%s', async (_, args, says) => {
    const cwd = project({ 'talk.md': '# A\n', 'folder/talk.md': '# B\n', 'taken/talk.html/x': '' });
    const result = await lectern(args, { cwd });
    expect(result.stderr).toMatch(says);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(result.code).toBe(2);
    const written = existsSync(path.join(cwd, 'dist')) ? readdirSync(path.join(cwd, 'dist')) : [];
    // HTML needs no browser.
    expect(written).toEqual(args.includes('--browser') ? ['talk.html'] : []);
  });

  test('a folder that nobody may write to', async () => {
    const cwd = project({ 'talk.md': '# A\n' });
    // Root may write everywhere but into the kernel's own folders.
    const closed = process.getuid?.() === 0 ? '/proc/lectern' : path.join(cwd, 'closed');
    if (!closed.startsWith('/proc')) {
      mkdirSync(closed);
      chmodSync(closed, 0o500);
    }
    const result = await lectern(['build', 'talk.md', '--to', 'html', '--out-dir', closed], { cwd });
    expect(result.stderr).toMatch(/cannot write .*talk\.html/);
    expect(result.code).toBe(2);
  });

  test('other decks go on when one fails', async () => {
    const cwd = project({ 'a.md': '# A\n', 'b.md': '', 'c.md': '# C\n' });
    const result = await lectern(['build', 'a.md', 'b.md', 'no.md', 'c.md', '--to', 'html', '--json'], { cwd });
    const report = JSON.parse(result.stdout) as {
      ok: boolean;
      decks: { outputs: string[]; messages: { rule: string }[] }[];
    };
    expect(report.decks.map(({ outputs }) => outputs)).toEqual([['dist/a.html'], ['dist/b.html'], [], ['dist/c.html']]);
    expect(report).toMatchObject({
      ok: false,
      decks: [{}, { messages: [{ rule: 'deck-empty' }] }, { error: { code: 'INPUT_MISSING' } }, {}],
    });
    expect(result.code).toBe(2);
  });
});

test('without a name, the only deck of a folder is built', async () => {
  const cwd = project({ 'talk.md': '# Hello\n', 'README.md': '# About\n' });
  expect(await lectern(['build', '--to', 'html'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.html']);
  writeFileSync(path.join(cwd, 'other.md'), '# Other\n');
  const several = await lectern(['build', '--to', 'html'], { cwd });
  expect(several).toMatchObject({ code: 2, stderr: expect.stringContaining('several: other.md, talk.md') as unknown });
  const none = await lectern(['check'], { cwd: project() });
  expect(none).toMatchObject({ code: 2, stderr: 'lectern: no deck was named. Name one: lectern check talk.md\n' });
});
