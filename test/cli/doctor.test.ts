import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { embeddedBrowserVersion } from '../../src/browser/embedded-browser.ts';
import { chooseBrowser } from '../../src/browser/find-browser.ts';
import { SHELL_BUILD } from '../../src/browser/install-browser.ts';
import { EMBEDDED_VERSION } from '../../src/browser/install-from-npm.ts';
import { places, root } from '../support/browser.ts';
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
    expect(second.stdout.split('\n', 1)).toEqual([`Installed ${program}`]);
    expect(asked).toHaveLength(1);
  },
);

/** A folder for PATH with an npm that does what a script says. */
function withNpm(script: string): Record<string, string> {
  const npm = `#!/bin/sh\n${script}\n`;
  const folder = project({ npm });
  chmodSync(path.join(folder, 'npm'), 0o755);
  return { PATH: `${folder}${path.delimiter}/usr/bin${path.delimiter}/bin` };
}

const EMBEDDED = path.join(root, 'node_modules/@sparticuz/chromium');

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('where Chrome for Testing is of no use', () => {
  /** Installs a package as npm does: below the folder behind --prefix, which is the third argument. */
  const installs = `[ "$2" = --prefix ] || exit 9; mkdir -p "$3/node_modules/@sparticuz" && cp -r '${EMBEDDED}' "$3/node_modules/@sparticuz/" && echo "$@" > calls`;

  test('doctor --install gets the browser from npm, once', async () => {
    let served: Buffer | undefined;
    const { url } = await mirror(() => served);
    const cwd = project();
    const cache = path.join(cwd, 'cache');
    const env = { LECTERN_CACHE: cache, PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: url, LECTERN_BROWSER: '' };
    const call = (npm: string) => lectern(['doctor', '--install', '--json'], { cwd, env: { ...env, ...withNpm(npm) } });
    const first = await call(installs);
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(
      /server returned code 404\. Installing @sparticuz\/chromium from npm instead\nInstalled \S+\/cache\/browsers\/npm\/chromium\n$/,
    );
    expect(readdirSync(path.join(cache, 'browsers/npm'))).toEqual(['chromium']);
    // Where no package is beside Lectern, this is the one that prints.
    expect(await embeddedBrowserVersion(cache)).toBe(EMBEDDED_VERSION);
    // Chrome for Testing that does not start makes way for it, and npm is not asked again.
    served = zipOf(`${FOLDER}/chrome-headless-shell`, '#!/bin/sh\nexit 127\n');
    const second = await call('exit 1');
    expect(second.code).toBe(0);
    expect(second.stderr).toContain(
      'chrome-headless-shell does not start on this system. Installing @sparticuz/chromium from npm instead\nInstalled',
    );
    const { browsers } = JSON.parse(second.stdout) as { browsers: { kind: string }[] };
    expect(browsers[0]?.kind).toBe('embedded');
  });

  test.each([
    [
      'echo "npm error code ENOTFOUND" >&2; echo "npm error network request failed" >&2; exit 1',
      'network request failed',
    ],
    ['exit 3', 'it failed with 3'],
  ])('npm fails as well: %s', async (npm, says) => {
    const cwd = project();
    const env = {
      LECTERN_CACHE: path.join(cwd, 'cache'),
      PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: 'http://127.0.0.1:1',
    };
    const { code, stdout } = await lectern(['doctor', '--install'], { cwd, env: { ...env, ...withNpm(npm) } });
    expect(code).toBe(2);
    expect(stdout).toMatch(/ECONNREFUSED.*\. Installing @sparticuz\/chromium from npm instead\n/);
    expect(stdout).toContain(`npm cannot install @sparticuz/chromium: ${says}. Check the network`);
    expect(readdirSync(path.join(cwd, 'cache/browsers'), { recursive: true })).toEqual(['npm']);
  });
});

test('the browser from npm is the one that is tested here', () => {
  const { version } = JSON.parse(readFileSync(path.join(EMBEDDED, 'package.json'), 'utf8')) as { version: string };
  expect(EMBEDDED_VERSION).toBe(version);
});

test('the address of a mirror is read', async () => {
  const env = { PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: 'ftp://example.org' };
  expect((await lectern(['doctor', '--install'], { cwd: project(), env })).stdout).toContain(
    'expected the address of a mirror',
  );
});

test('doctor --json tells what bug reports need, and nothing private', async () => {
  const home = project({ 'work/lectern.config.json': '{"strict": true}' });
  const cwd = path.join(home, 'work');
  const env = { HOME: home, LECTERN_CACHE: '', LECTERN_BROWSER: path.join(home, 'none'), SOURCE_DATE_EPOCH: '' };
  const { code, stdout, stderr } = await lectern(['doctor', '--json'], { cwd, env });
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(stdout).not.toContain(home);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    lectern: expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown,
    node: process.version,
    system: { platform: process.platform, arch: process.arch },
    cacheFolder: '~/.cache/lectern',
    environment: expect.arrayContaining(['LECTERN_BROWSER']) as unknown,
    config: { file: 'lectern.config.json', problem: null, plugins: [], unused: [] },
    browsers: expect.arrayContaining([{ kind: 'named', place: '~/none', version: null }]) as unknown,
    printing: { ok: false, code: 'BROWSER_MISSING', reason: expect.stringContaining('~/none') as unknown },
  });
});
