import { existsSync, readFileSync, symlinkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

const text = readFileSync(path.join(root, 'docs/extend.md'), 'utf8');

/** The same without what stands in fences. */
const prose = text.replaceAll(/^(`{3,})[^]*?^\1$/gm, (fence) => ' '.repeat(fence.length));

interface Example {
  /** By their names. */
  files: Record<string, string>;
  deck: string;
}

/** Returns the files of a section's example: each begins with a comment that names it. */
function exampleOf(title: string): Example {
  const start = prose.search(new RegExp(`^#{2,3} ${title}$`, 'm'));
  const body = start + prose.slice(start).indexOf('\n');
  const section = text.slice(body, body + prose.slice(body).search(/^#/m));
  const files: Record<string, string> = {};
  let deck = '## A slide\n';
  for (const [, , language = '', code = ''] of section.matchAll(/^(`{3,})(\w+)\n([\s\S]*?)^\1$/gm)) {
    const [comment = '', ...lines] = code.split('\n');
    const [, name] = /^(?:\/\/|\/\*) (\S+)/.exec(comment) ?? [];
    if (language === 'md') deck = code;
    else if (name !== undefined) files[name] = lines.join('\n');
  }
  return { files, deck };
}

/** Writes an example as a project that has the packages of this one. */
function projectOf({ files, deck }: Example): string {
  const cwd = project({ 'talk.md': deck, 'package.json': '{ "name": "talks", "type": "module" }', ...files });
  const modules = path.join(cwd, 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  return cwd;
}

async function built(title: string): Promise<string> {
  const cwd = projectOf(exampleOf(title));
  expect(await lectern(['build', 'talk.md', '--to', 'html'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const html = readFileSync(path.join(cwd, 'dist/talk.html'), 'utf8');
  return /<main[^]*?<\/main>/.exec(html)?.[0] + (/<script type="text\/plain"[^]*?<\/script>/.exec(html)?.[0] ?? '');
}

describe('docs/extend.md', () => {
  test.each([
    [
      'Use a plugin',
      [/<a href="#news">/, /News .*🎉|News <.*emoji/, /href="https:\/\/example\.org"[^>]* target="_blank"/],
    ],
    ['A remark plugin', [/Press <kbd>Ctrl\+S<\/kbd>/]],
    ['A rehype plugin', [/<table><caption>A table<\/caption>/]],
    ['A reveal\\.js plugin', [/data-reveal-plugin="clock"/, /id: 'clock'/, /"clock":\{"language":"en"\}/]],
    ['A fence', [/<svg [^>]*viewBox="0 0 100 36"[^]*<rect y="24" width="90"/]],
    ['A directive', [/This is <mark class="badge warm">new<\/mark>/]],
    ['A package', [/<p[^>]*>Welcome, Ada!<\/p>/]],
  ])('%s', async (title, expected) => {
    const html = await built(title);
    for (const one of expected) expect(html).toMatch(one);
  });

  test('An output, with its option', async () => {
    const cwd = projectOf(exampleOf('An output'));
    const outline = path.join(cwd, 'dist/talk.outline.md');
    expect(await lectern(['build', 'talk.md', '--to', 'outline'], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(outline, 'utf8')).toBe('- One (Say it.)\n- Two\n');
    await lectern(['build', 'talk.md', '--to', 'outline', '--set', 'outline.notes=false'], { cwd });
    expect(readFileSync(outline, 'utf8')).toBe('- One\n- Two\n');
  });

  test('A rule, with its setting', async () => {
    const { files, deck } = exampleOf('A rule');
    const cwd = projectOf({ files, deck });
    const { stdout, stderr } = await lectern(['check', 'talk.md'], { cwd });
    expect(stdout + stderr).toMatch(/warning The title has more than 6 words.* short-titles/);
    const set = projectOf({ files, deck: `---\ncheck:\n  short-titles:\n    most: 20\n---\n\n${deck}` });
    const other = await lectern(['check', 'talk.md'], { cwd: set });
    expect(other.stdout + other.stderr).not.toContain('short-titles');
  });

  test('a package of the example is listed by lectern doctor', async () => {
    const cwd = projectOf(exampleOf('A package'));
    expect(existsSync(path.join(cwd, 'lectern.config.ts'))).toBe(true);
    const { stdout, stderr } = await lectern(['doctor'], { cwd });
    expect(stdout + stderr).toContain('lectern-plugin-greet');
  });
});

test('the config of docs/reference/config.md makes what it names', async () => {
  const page = readFileSync(path.join(root, 'docs/reference/config.md'), 'utf8');
  const [, config = ''] = /^```ts\n\/\/ lectern\.config\.ts\n([^]*?)^```$/m.exec(page) ?? [];
  const deck = '## Three\n\n- One thing\n- Another thing\n- A third thing :tada:\n';
  const cwd = projectOf({ files: { 'lectern.config.ts': config }, deck });
  expect(await lectern(['build', 'talk.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(path.join(cwd, 'public')).toSorted()).toEqual(['talk.handout.pdf', 'talk.html']);
});
