import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { draftText } from '../support/drafts.ts';

test('docs/draft.md shows what becomes of its article', async () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/draft.md'), 'utf8');
  const [, article = ''] = /^```text\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const [, slides = ''] = /^```markdown\n(##[\s\S]*?)^```$/m.exec(page) ?? [];
  const { deck } = await draftText(article);
  const plain = deck.replace(/^---\n[\s\S]*?\n---\n/, '').replaceAll(/\n<!-- .* -->\n/g, '');
  expect(plain.trim()).toBe(slides.trim());
});
