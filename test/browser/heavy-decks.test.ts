import { existsSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lectern, project } from '../support/cli.ts';

/** A grey picture: a few kilobytes as a file, a gigabyte and more in a browser. */
function pixelBomb(side: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 8;
  const data = deflateSync(Buffer.alloc((side + 1) * side), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const built = (folder: string): string[] =>
  ['heavy.html', 'heavy.pdf', 'plain.pdf'].filter((name) => existsSync(path.join(folder, 'dist', name)));
const PLAIN = { 'plain.md': '## One\n\nfirst\n' };
/** Each effect works on what the one before has made larger. */
const BLURRED = `<div style="filter: ${'blur(200px) '.repeat(500)}">x</div>`;

describe('a deck asks too much of the browser', () => {
  test('of its memory: the message says so, and what is not heavy is made', async () => {
    const cwd = project({
      ...PLAIN,
      'heavy.md': '---\nstyle: heavy.css\n---\n\n## One\n\nfirst\n',
      'heavy.css': '.slide { background-image: url(bomb.png) }\n',
      'bomb.png': pixelBomb(20_000),
    });
    const { code, stderr } = await lectern(['build', 'heavy.md', 'plain.md', '--to', 'html,pdf'], { cwd });
    expect(stderr).toMatch(/needs more than 2 GB of memory to show the slides\. Look for large images/);
    expect({ code, built: built(cwd) }).toEqual({ code: 2, built: ['heavy.html', 'plain.pdf'] });
  });

  test('of its time: the message says so, and it is not tried again', async () => {
    const cwd = project({ ...PLAIN, 'heavy.md': `---\nhtml: trusted\n---\n\n## One\n\nfirst\n\n${BLURRED}\n` });
    const args = ['build', 'heavy.md', '--to', 'html,pdf', '--timeout', '3'];
    const { code, stderr } = await lectern(args, { cwd });
    expect(stderr).toMatch(/needs more than 3 s to show the slides\. .*--timeout/);
    expect(stderr).not.toMatch(/twice/);
    expect({ code, built: built(cwd) }).toEqual({ code: 2, built: ['heavy.html'] });
  });
});

test('an image of more px than browsers hold is reported at its place', async () => {
  const cwd = project({ 'talk.md': '## One\n\n![bomb](bomb.png)\n', 'bomb.png': pixelBomb(17_000) });
  const { code, stderr } = await lectern(['build', 'talk.md', '--to', 'html'], { cwd });
  expect(stderr).toMatch(/3:1 .*“bomb.png”: the image has 289 million px, expected at most 268/);
  expect(code).toBe(1);
});
