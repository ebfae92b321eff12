import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const SECRET = 'token-of-the-project';

test('a deck of somebody else shows nothing hidden and runs nothing', async () => {
  const cwd = project({
    'talk.md': [
      '---\nhtml: trusted\nstyle: .hidden/s.css\n---\n',
      '```text file=.git/config\n```\n',
      '<script>window.ran = 1</script>\n',
      '::include{file=.hidden/part.md}\n',
      '## B {background=.hidden/a.svg}\n\n![](link.svg)\n',
    ].join('\n'),
    '.git/config': SECRET,
    '.hidden/s.css': `.a { content: "${SECRET}" }`,
    '.hidden/part.md': `## ${SECRET}\n`,
    '.hidden/a.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${SECRET}</text></svg>`,
  });
  symlinkSync('.hidden/a.svg', path.join(cwd, 'link.svg'));
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html', '--untrusted'], { cwd });
  expect(code).toBe(1);
  expect(stderr.match(/ error .* file-hidden$/gm)).toHaveLength(5);
  expect(stderr).toMatch(/^talk\.md:2:1 warning .*“html: trusted”.* html-untrusted$/m);
  const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  expect(html).not.toContain(SECRET);
  expect(html).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 20));
  expect(html).not.toContain('window.ran');
  const trusting = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(trusting.stderr).toBe('');
  expect(readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8')).toContain(SECRET);
});

test('a project can ask for it, and cannot take it back', async () => {
  const cwd = project({ 'talk.md': '```text file=.env\n```\n', '.env': SECRET, 'lectern.json': '{"untrusted": true}' });
  const { stderr } = await lectern(['check', 'talk.md'], { cwd });
  expect(stderr).toMatch(/^talk\.md:1:1 error .* file-hidden$/m);
  const other = project({
    'talk.md': '```text file=.env\n```\n',
    '.env': SECRET,
    'lectern.json': '{"untrusted": false}',
  });
  const given = await lectern(['build', 'talk.md', '--to', 'html', '--untrusted'], { cwd: other });
  expect(given.stderr).toMatch(/^talk\.md:1:1 error .* file-hidden$/m);
});

test('links of a guest’s project lead no output out of it', async () => {
  const folder = project({ 'project/talk.md': '# A\n\ntext\n', 'elsewhere/a': '' });
  const cwd = path.join(folder, 'project');
  symlinkSync('../elsewhere', path.join(cwd, 'dist'));
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html', '--untrusted'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('dist is a link that leads out of the project. Name another folder with --out-dir');
  expect(readdirSync(path.join(folder, 'elsewhere'))).toEqual(['a']);
  const outside = ['build', 'talk.md', '--to', 'html', '--untrusted', '--out-dir', '../elsewhere'];
  expect(await lectern(outside, { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(path.join(folder, 'elsewhere/talk.html'))).toBe(true);
});

test('a project that is the home folder gets a warning', async () => {
  const cwd = project({ 'talks/talk.md': '# A\n\ntext\n' });
  const env = { HOME: cwd };
  const build = (folder: string, deck: string): ReturnType<typeof lectern> =>
    lectern(['build', deck, '--to', 'html'], { cwd: folder, env });
  expect((await build(cwd, 'talks/talk.md')).stderr).toMatch(
    /^talks\/talk\.md warning The deck can read your home folder/m,
  );
  expect((await build(path.join(cwd, 'talks'), 'talk.md')).stderr).toBe('');
});

test.each([
  ['with a slash at its end', 'home', 'home/'],
  ['named by a link', 'home', 'link'],
  ['inside of the project', '.', 'home'],
])('the home folder is known %s', async (_, folder, home) => {
  const cwd = project({ 'home/talk.md': '# A\n\ntext\n' });
  symlinkSync(path.join(cwd, 'home'), path.join(cwd, 'link'));
  const deck = path.join(cwd, 'home/talk.md');
  const { stderr } = await lectern(['build', deck, '--to', 'html'], {
    cwd: path.join(cwd, folder),
    env: { HOME: `${cwd}/${home}` },
  });
  expect(stderr).toContain('The deck can read your home folder');
});

test.skipIf(process.platform === 'win32')('pipes in the place of files stop nothing', async () => {
  const cwd = project({
    'talk.md':
      '---\nstyle: [pipe.css, s.css]\ntheme: ./pipe\nlogo: pipe.svg\n---\n\n![](pipe.svg)\n\n```js file=pipe.js\n```\n\n::include{file=pipe.md}\n',
    's.css': '.a { background: url(pipe.svg) }',
  });
  mkdirSync(path.join(cwd, 'pipe'));
  for (const name of ['pipe.css', 'pipe.svg', 'pipe.js', 'pipe.md', 'pipe/theme.css']) {
    execFileSync('mkfifo', [path.join(cwd, name)]);
  }
  const { code, stderr } = await lectern(['build', 'talk.md', 'pipe.md', '--to', 'html'], { cwd });
  expect(code).toBe(2);
  expect(stderr.match(/this is a pipe, socket or device/g)?.length).toBeGreaterThanOrEqual(6);
  expect(stderr).toContain('lectern: pipe.md: this is a pipe');
});

test.each(['a\\0b', 'x'.repeat(300), 'loop', './loop', 'locked/theme', '\\uD800'])(
  'theme: “%s” is told',
  async (name) => {
    const cwd = project({ 'talk.md': `---\ntheme: "${name}"\n---\n\n## A\n\ntext\n` });
    symlinkSync('loop', path.join(cwd, 'loop'));
    mkdirSync(path.join(cwd, 'locked'), { mode: 0o000 });
    const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
    expect([0, 1]).toContain(code);
    expect(stderr).toMatch(
      /^talk\.md:2:\d+ (?:warning|error) (?:Unknown theme|Cannot use the theme|The front matter has a control character)/m,
    );
    expect(stderr).not.toMatch(/unexpected error|^\s+at /m);
  },
);

test('files that configure Puppeteer are not run', async () => {
  const config = "require('node:fs').writeFileSync('ran', ''); module.exports = { defaultBrowser: 'firefox' };";
  const cwd = project({ 'talk.md': '# A\n', '.puppeteerrc.cjs': config, 'puppeteer.config.cjs': config });
  expect(await lectern(['build', 'talk.md', '--to', 'pdf'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(path.join(cwd, 'dist/talk.pdf'))).toBe(true);
  expect(existsSync(path.join(cwd, 'ran'))).toBe(false);
});
