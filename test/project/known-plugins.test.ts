import { expect, test } from 'vitest';
import { usualFacts } from '../../src/project/known-plugins.ts';

test.each([
  ['remark-emoji', 'remark', { pure: true, chunkSafe: false, scope: 'deck' }],
  ['remarkGfm', 'remark', { pure: true, chunkSafe: true, scope: 'deck' }],
  ['remark-toc', 'remark', { pure: false, chunkSafe: false, scope: 'deck' }],
  ['rehypeAutolinkHeadings', 'rehype', { pure: true, chunkSafe: false, scope: 'slide' }],
  ['rehype-citation', 'rehype', { pure: false, chunkSafe: false, scope: 'deck' }],
  ['mine', 'rehype', { pure: false, chunkSafe: false, scope: 'slide' }],
] as const)('what holds for %s', (name, kind, facts) => {
  expect(usualFacts(name, kind)).toEqual(facts);
});
