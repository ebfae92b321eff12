import { expect, test } from 'vitest';
import { declarationFor } from '../../src/check/positions.ts';
import { declarationsOf } from '../../src/theme/read-css.ts';

test('a token is found where its tone sets it, otherwise where it is set last', () => {
  const css = ":root { --a: 1 }\n[data-tone='dark'] { --a: 2 }\n.x { --b: 3 }\n";
  const found = declarationsOf(css);
  expect(declarationFor(found, '--a', undefined)).toEqual({ start: { line: 1, column: 9 } });
  expect(declarationFor(found, '--a', 'dark')).toEqual({ start: { line: 2, column: 22 } });
  expect(declarationFor(found, '--a', 'light')).toEqual({ start: { line: 2, column: 22 } });
  expect(declarationFor(found, '--b', undefined)).toEqual({ start: { line: 3, column: 6 } });
  expect(declarationFor(found, '--c', undefined)).toBeUndefined();
});
