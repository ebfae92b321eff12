import { expect, test } from 'vitest';
import { compileText, withPictures } from '../support/compile.ts';

const DECK = `# A\n\n${['iframe', 'style', 'canvas', 'x-y', 'form'].map((name) => `<${name}></${name}>`).join('\n\n')}\n`;

test('nobody is told to trust a deck that was called untrusted', async () => {
  const { messages } = await compileText(DECK, { ...withPictures(), untrusted: true });
  expect(messages).toHaveLength(5);
  expect(messages.join('\n')).not.toContain('html: trusted');
});

test('an author is told how to keep an element', async () => {
  const { messages } = await compileText(DECK);
  expect(messages.filter((message) => message.includes('html: trusted'))).toHaveLength(5);
});
