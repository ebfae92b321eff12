import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'vitest';
import { expectFixture } from '../support/compile-fixtures.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'compile');

/** Each folder is a case: input.md → expected.html and messages.txt. `npm run test:update` writes them anew. */
describe('compile', () => {
  for (const name of readdirSync(FOLDER)) {
    // oxlint-disable-next-line vitest/expect-expect -- its helper expects
    test(name, () => expectFixture(path.join(FOLDER, name)));
  }
});
