import { describe, expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

const DECK = '## One\n';

describe('lectern present', () => {
  test.each([
    [['gone.md'], 'gone.md: no such file. Check the name'],
    [['talk.md', '--theme', 'nope'], 'unknown theme “nope”'],
    [['talk.md', 'more.md'], 'one talk at a time'],
    [['talk.md', '--port', 'http'], '--port is “http”, expected a number from 0 to 65535'],
    [['talk.md', '--host', '192.0.2.77'], 'cannot listen on 192.0.2.77:4880: this computer does not have that address'],
    [[], 'no deck was named, and there are several: more.md, talk.md'],
    [['--loud'], '--loud'],
  ])('%j is refused with advice', async (args, reason) => {
    const cwd = project({ 'talk.md': DECK, 'more.md': DECK });
    const { code, stdout, stderr } = await lectern(['present', ...args, '--no-open'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('takes the one deck of its folder, and the theme of the project', async () => {
    const cwd = project({
      'talk.md': DECK,
      'README.md': '# Read me\n',
      'lectern.json': '{"theme": "nocturne", "to": "html"}',
    });
    let page = '';
    const { code, stderr } = await lectern(['present', '--no-open', '--port', '0'], {
      cwd,
      onStart(child) {
        child.stdout?.on('data', async (data: Buffer) => {
          const [address] = /http:\S+/.exec(data.toString()) ?? [];
          if (!address) return;
          page = await (await fetch(address)).text();
          page += await (await fetch(new URL(/\/style-\w+\.css/.exec(page)?.[0] ?? '', address))).text();
          child.kill('SIGINT');
        });
      },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(page).toContain('id="one"');
    expect(page).toContain('Bricolage Grotesque');
  });

  test('tells what is wrong, and whether the deck is shown', async () => {
    const present = async (deck: string): Promise<{ code: number | null; stderr: string }> =>
      lectern(['present', 'talk.md', '--no-open', '--port', '0'], {
        cwd: project({ 'talk.md': deck }),
        onStart: (child) => child.stdout?.on('data', () => child.kill('SIGTERM')),
      });
    const missing = await present('## One\n\n::include{file=gone.md}\n');
    expect(missing.code).toBe(0);
    expect(missing.stderr).toContain('talk.md:3:1 error');
    expect(missing.stderr).not.toContain('Fix the errors');
    const binary = await present('## One\0');
    expect(binary.stderr).toMatch(/This is a binary file[\s\S]*Fix the errors above to show the deck\./);
  });
});
