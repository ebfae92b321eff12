import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostCheck } from '../../src/present/allowed-hosts.ts';
import { readCertificate } from '../../src/present/certificate.ts';
import { talkOrigin } from '../../src/present/talk-addresses.ts';

const cwd = path.join(import.meta.dirname, '..', 'fixtures', 'certificates');
const read = (cert?: string, key?: string): ReturnType<typeof readCertificate> => readCertificate({ cert, key }, cwd);

test('a certificate is read with the names that it stands for', async () => {
  const found = await read('talk.pem', 'talk-key.pem');
  expect(found?.names).toEqual(['localhost', 'deck.example', '*.talks.example', '192.0.2.7']);
  expect(await read()).toBeUndefined();
});

test.each([
  ['talk.pem', undefined, '--cert needs --key'],
  [undefined, 'talk-key.pem', '--key needs --cert'],
  ['gone.pem', 'talk-key.pem', '--cert “gone.pem” does not exist'],
  ['.', 'talk-key.pem', '--cert “.” cannot be read'],
  ['talk-key.pem', 'talk-key.pem', '“talk-key.pem” cannot be used, expected a certificate in PEM form'],
  ['talk.pem', 'talk.pem', '“talk.pem” cannot be used, expected a private key in PEM form, without a password'],
  [
    'talk.pem',
    'locked-key.pem',
    '“locked-key.pem” cannot be used, expected a private key in PEM form, without a password',
  ],
  ['talk.pem', 'other-key.pem', '“other-key.pem” is not the key of “talk.pem”'],
  ['old.pem', 'old-key.pem', '“old.pem” has expired on 2021-01-01'],
])('what cannot be used is a message: %s and %s', async (cert, key, message) => {
  await expect(read(cert, key)).rejects.toMatchObject({ code: 'USAGE', message });
});

describe('with a certificate', () => {
  test('a talk is shown by a name that browsers take', async () => {
    const certificate = await read('talk.pem', 'talk-key.pem');
    const of = (host: string, role: 'speaker' | 'follower'): string =>
      talkOrigin(host, role, { port: 4880, certificate });
    expect(of('0.0.0.0', 'speaker')).toBe('https://localhost:4880');
    expect(of('0.0.0.0', 'follower')).toBe('https://deck.example:4880');
    expect(of('192.0.2.7', 'follower')).toBe('https://192.0.2.7:4880');
    expect(of('127.0.0.1', 'follower')).toBe('https://localhost:4880');
    expect(talkOrigin('127.0.0.1', 'speaker', { port: 1, certificate: undefined })).toBe('http://127.0.0.1:1');
    expect(talkOrigin('::1', 'speaker', { port: 1, certificate: undefined })).toBe('http://[::1]:1');
  });

  test('a server goes by its names, and by no others', async () => {
    const certificate = await read('talk.pem', 'talk-key.pem');
    const isOurs = hostCheck('127.0.0.1', () => 443, certificate);
    for (const name of ['deck.example', 'DECK.example:443', 'a.talks.example', '192.0.2.7', 'localhost'])
      expect(isOurs(name), name).toBe(true);
    for (const name of [
      'talks.example',
      'a.b.talks.example',
      '*.talks.example.evil',
      'evil.example',
      'deck.example:80',
      '.talks.example',
    ])
      expect(isOurs(name), name).toBe(false);
    expect(hostCheck('127.0.0.1', () => 443)('deck.example:443')).toBe(false);
  });
});
