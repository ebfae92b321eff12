import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { get, accept } from '../support/talk-client.ts';
import { giveTalk } from '../support/talk.ts';

const certificates = path.join(import.meta.dirname, '..', 'fixtures', 'certificates');
const ca = readFileSync(path.join(certificates, 'talk.pem'));
const secure = { cert: path.join(certificates, 'talk.pem'), key: path.join(certificates, 'talk-key.pem') };
const DECK = { 'talk.md': '---\ntitle: A talk\n---\n\n## One\n\nfirst\n' };

/** Asks by HTTPS, as a browser that knows the certificate. */
function getSecurely(
  address: string,
  cookie = '',
): Promise<https.RequestOptions & { status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  const options = { ca, servername: 'localhost', headers: { cookie } };
  return new Promise((resolve, reject) => {
    const request = https.get(address, options, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    request.on('error', reject);
  });
}

test('a talk with a certificate is served by HTTPS alone', async () => {
  const talk = await giveTalk(DECK, { ...secure, share: true, host: '0.0.0.0' });
  expect(talk.address).toMatch(/^https:\/\/localhost:\d+\/join\/speaker\//);
  expect(talk.share).toMatch(/^https:\/\/deck\.example:\d+\/join\/follower\//);
  const { status, headers } = await getSecurely(talk.address);
  const [cookie = ''] = headers['set-cookie'] ?? [];
  expect([status, cookie]).toEqual([303, expect.stringMatching(/; Secure$/)]);
  const { origin } = new URL(talk.address);
  const page = await getSecurely(`${origin}/`, cookie.split(';')[0]);
  expect(page.body).toContain('first');
  expect(page.headers).toMatchObject({ 'cross-origin-opener-policy': 'same-origin' });
  const line = (from: string): WebSocket =>
    new WebSocket(`${origin.replace('https', 'wss')}/talk/slides`, {
      ca,
      headers: { origin: from, cookie: cookie.split(';')[0] },
    });
  const ours = line(origin);
  onTestFinished(() => ours.terminate());
  await once(ours, 'open');
  const others = line(origin.replace('https', 'http'));
  await expect(once(others, 'open')).rejects.toThrow('403');
  await expect(get(talk.address.replace('https', 'http'), '/')).rejects.toThrow('socket hang up');
});

test('phones put the remote and the audience view on their home screen, and find in from there', async () => {
  const talk = await giveTalk(DECK, { share: true, remote: true, host: '0.0.0.0' });
  const [remote, follower] = [await accept(talk.remote ?? ''), await accept(talk.share ?? '')];
  const page = await get(talk.address, '/remote', { cookie: remote });
  expect(page.body).toContain('<link rel="manifest" href="/remote.webmanifest" crossorigin="use-credentials">');
  expect(page.body).toContain(`manifest-src 'self'`);
  for (const [name, cookie, home] of [
    ['remote', remote, '/remote'],
    ['follow', follower, '/follow'],
  ] as const) {
    const { body, status } = await get(talk.address, `/${name}.webmanifest`, { cookie });
    const manifest = JSON.parse(body) as { name: string; display: string; start_url: string };
    expect([status, manifest.name, manifest.display]).toEqual([200, 'A talk', 'standalone']);
    for (const _ of [1, 2])
      expect((await get(talk.address, manifest.start_url)).headers).toMatchObject({ location: home });
  }
  for (const icon of ['/icon-180.png', '/icon-512.png'])
    expect((await get(talk.address, icon)).headers).toMatchObject({ 'content-type': 'image/png' });
  // A way in is for those who are in.
  for (const [path, cookie] of [
    ['/remote.webmanifest', ''],
    ['/remote.webmanifest', follower],
    ['/follow.webmanifest', remote],
  ] as const)
    expect((await get(talk.address, path, { cookie })).status, path).toBe(401);
  expect((await get(talk.address, '/', { cookie: follower })).body).not.toContain('first');
});
