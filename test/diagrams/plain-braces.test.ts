import { expect, test } from 'vitest';
import { setFormula } from '../../src/diagrams/formula.ts';
import { withPlainBraces } from '../../src/diagrams/plain-braces.ts';

test.each([
  [String.raw`\\{ x : x > 0 \\}`, String.raw` \{ x : x > 0  \}`],
  [String.raw`\\{ {a} \\} \cup \\{b\\}`, String.raw` \{ {a}  \} \cup  \{b \}`],
  // Lines that begin or end with a group.
  [String.raw`a \\{b} \\{\rm c}`, String.raw`a \\{b} \\{\rm c}`],
  [String.raw`\substack{a \\ b \\}`, String.raw`\substack{a \\ b \\}`],
  [String.raw`\{ a \} \\\{ b \}`, String.raw`\{ a \} \\\{ b \}`],
  [String.raw`\\} \\{ {`, String.raw`\\} \\{ {`],
])('%s', (source, expected) => {
  expect(withPlainBraces(source)).toBe(expected);
  expect(withPlainBraces(source)).toHaveLength(source.length);
});

test('sets the braces', async () => {
  const formula = { kind: 'formula' as const, source: String.raw`\\{ x \\}`, options: { display: 'true' } };
  expect(await setFormula(formula)).toHaveProperty('markup', expect.stringContaining('<span class="mopen">{</span>'));
});
