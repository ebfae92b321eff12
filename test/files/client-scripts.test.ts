import { expect, test } from 'vitest';
import { readClientScript } from '../../src/files/client-scripts.ts';

/** Names that survive bundling, of what only a server makes use of. */
const SERVED = ['WebSocket', '/still.webm', 'view remote', 'write-durations', 'getDisplayMedia'];

test('an exported deck carries nothing that only `lectern present` needs', async () => {
  const [deck, served] = await Promise.all([readClientScript('deck'), readClientScript('served')]);
  for (const name of SERVED) {
    expect(deck).not.toContain(name);
    expect(served).toContain(name);
  }
});

test('the script of an exported deck stays small', async () => {
  // What many decks do without has scripts of its own, or is sent by the server.
  expect((await readClientScript('deck')).length).toBeLessThan(73_000);
});
