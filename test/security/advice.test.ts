import { expect, test } from 'vitest';
import { compileText, withPictures } from '../support/compile.ts';

const DECK = `# A\n\n${['iframe', 'style', 'canvas', 'x-y', 'form'].map((name) => `<${name}></${name}>`).join('\n\n')}\n`;

test('no message advises to trust a deck of --untrusted', async () => {
  const { messages } = await compileText(DECK, { ...withPictures(), untrusted: true });
  expect(messages).toHaveLength(5);
  expect(messages.join('\n')).not.toContain('html: trusted');
});

test('a message says how to keep an element', async () => {
  const { messages } = await compileText(DECK);
  expect(messages.filter((message) => message.includes('html: trusted'))).toHaveLength(5);
});
