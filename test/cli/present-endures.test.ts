import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DECK, isRunning, startTalk } from '../support/running-talk.ts';
import { waitFor } from '../support/talk.ts';

/** A deck that takes longer to compile than any of these tests. */
const ENDLESS = `## One\n\n${Array.from({ length: 400_000 }, (_, index) => `- ${index}`).join('\n')}\n`;

describe('a talk', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'answers while a deck is compiled that takes very long, and %s ends it with all that it started',
    async (signal) => {
      const talk = await startTalk({}, ['--no-check']);
      talk.save(ENDLESS);
      await waitFor(() => talk.helpers().length > 0, 'the process that reads');
      for (let turn = 0; turn < 20; turn += 1) expect(await talk.page()).toContain('first');
      const [reader = 0] = talk.helpers();
      talk.child.kill(signal);
      expect(await once(talk.child, 'exit')).toEqual([0, null]);
      await waitFor(() => !isRunning(reader), 'the end of the process that reads');
      expect(readdirSync(talk.folder)).toEqual([]);
      expect(talk.output()).not.toMatch(/slides? in|compiled/);
    },
  );

  test('goes on when the process that reads the deck is killed, and shows the next save', async () => {
    const talk = await startTalk({}, ['--no-check']);
    talk.save(ENDLESS);
    const [reader = 0] = talk.helpers();
    process.kill(reader, 'SIGKILL');
    talk.save(DECK.replace('first', 'mended'));
    await waitFor(async () => (await talk.page()).includes('mended'), 'the next save', 30_000);
    expect(talk.helpers()).not.toContain(reader);
  });

  test('goes on when nobody reads what it prints', async () => {
    const talk = await startTalk({}, ['--no-check']);
    talk.child.stdout?.destroy();
    talk.child.stderr?.destroy();
    for (const word of ['second', 'third']) {
      talk.save(DECK.replace('first', word));
      await waitFor(async () => (await talk.page()).includes(word), 'the save');
    }
    expect(talk.child.exitCode).toBe(null);
  });

  test('a second Ctrl+C does not wait', async () => {
    const talk = await startTalk({}, ['--no-check']);
    talk.save(ENDLESS);
    const [reader = 0] = talk.helpers();
    talk.child.kill('SIGINT');
    talk.child.kill('SIGINT');
    await once(talk.child, 'exit');
    await waitFor(() => !isRunning(reader), 'the end of the process that reads');
    expect(readdirSync(talk.folder)).toEqual([]);
  });
});
