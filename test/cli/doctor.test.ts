import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { chooseBrowser } from '../../src/browser/find-browser.ts';
import { SHELL_BUILD } from '../../src/browser/install-browser.ts';
import { places } from '../support/browser.ts';
import { lectern, project } from '../support/cli.ts';

/** A ZIP archive with one program in it, not compressed. */
function zipOf(name: string, content: string): Buffer {
  const [file, data] = [Buffer.from(name), Buffer.from(content)];
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(crc32(data), 0);
  sizes.writeUInt32LE(data.length, 4);
  sizes.writeUInt32LE(data.length, 8);
  sizes.writeUInt16LE(file.length, 12);
  const start = Buffer.concat([Buffer.from('504b030414000000000000002100', 'hex'), sizes, file, data]);
  const entry = Buffer.concat([
    Buffer.from('504b0102140314000000000000002100', 'hex'),
    sizes,
    Buffer.alloc(6),
    Buffer.from([0, 0, 0xed, 0x81]),
    Buffer.alloc(4),
    file,
  ]);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, entry, end]);
}

/** Serves what a mirror of Chrome for Testing has. */
async function mirror(answer: () => Buffer | undefined): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = answer();
    response.writeHead(body ? 200 : 404, { 'content-length': body?.length ?? 0 }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const FOLDER = 'chrome-headless-shell-linux64';
const PROGRAM = `browsers/chrome-headless-shell/linux-${SHELL_BUILD}/${FOLDER}/chrome-headless-shell`;

test('the build that is fetched is the one that the driver is made for', async () => {
  const required = createRequire(createRequire(import.meta.url).resolve('puppeteer'));
  const { PUPPETEER_REVISIONS } = (await import(required.resolve('puppeteer-core/internal/revisions.js'))) as {
    PUPPETEER_REVISIONS: Record<string, string>;
  };
  expect(SHELL_BUILD).toBe(PUPPETEER_REVISIONS['chrome-headless-shell']);
});

test.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'doctor --install fetches a browser once, and everything prints with it',
  async () => {
    const { path: real, env: needed } = await chooseBrowser(places);
    const variables = Object.entries(needed).map(([name, value]) => `export ${name}='${value}'\n`);
    const script = `#!/bin/sh\n${variables.join('')}exec '${real}' "$@"\n`;
    const { url, asked } = await mirror(() => zipOf(`${FOLDER}/chrome-headless-shell`, script));
    const cwd = project();
    const env = {
      LECTERN_CACHE: path.join(cwd, 'cache'),
      PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: `${url}/`,
      LECTERN_BROWSER: '',
    };
    const program = path.join(cwd, 'cache', PROGRAM);
    const first = await lectern(['doctor', '--install'], { cwd, env });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain(`Fetching ${url}/${SHELL_BUILD}/linux64/${FOLDER}.zip\nInstalled ${program}\n`);
    expect(first.stdout).toContain(`Browsers, best first:\n  fetched    ${program}\n`);
    expect(first.stdout).toContain('Printing works');
    expect(readdirSync(path.join(cwd, 'cache/browsers'))).toEqual(['chrome-headless-shell']);
    const second = await lectern(['doctor', '--install'], { cwd, env });
    expect(second.stdout).toContain(`\nInstalled ${program}\n`);
    expect(asked).toHaveLength(1);
  },
);

test('without a network, or without such a build, doctor --install says what to do', async () => {
  const { url } = await mirror(() => undefined);
  const cwd = project();
  const run = (base: string) =>
    lectern(['doctor', '--install'], {
      cwd,
      env: { LECTERN_CACHE: path.join(cwd, 'cache'), PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: base },
    });
  const missing = await run(url);
  expect(missing.code).toBe(2);
  expect(missing.stdout).toMatch(
    /not installed: it cannot be fetched from http:\/\/127\.0\.0\.1:\d+\/\S+: Download failed: server returned code 404\. Check the network/,
  );
  const closed = await run('http://127.0.0.1:1');
  expect(closed.code).toBe(2);
  expect(closed.stdout).toMatch(/ECONNREFUSED.*\. Check the network/);
  expect(existsSync(path.join(cwd, 'cache/browsers/chrome-headless-shell'))).toBe(false);
  expect((await run('ftp://example.org')).stdout).toContain('expected the address of a mirror');
});
