import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDeck } from '../../src/files/read-deck.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'read-deck-'));
for (const name of ['talk.md', 'notes.md', 'take.txt']) writeFileSync(path.join(folder, name), '# Hello\n');

test.each([
  ['tlak.md', 'Did you mean “talk.md”?'],
  ['talk', 'Did you mean “talk.md”?'],
  ['./note.md', 'Did you mean “notes.md”?'],
  ['../x/talk.md', 'Check the name; decks are Markdown files.'],
  ['take.md', 'Check the name; decks are Markdown files.'],
  ['report.md', 'Check the name; decks are Markdown files.'],
])('%s is missing: %s', async (name, advice) => {
  await expect(readDeck(name, folder)).rejects.toMatchObject({ code: 'INPUT_MISSING', advice });
});
