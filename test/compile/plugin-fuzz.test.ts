import fc from 'fast-check';
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { createHighlighter } from '../../src/html/highlight.ts';
import type { ContentPlugin } from '../../src/model/plugins.ts';
import { slideHtml } from '../../src/render/slide-html.ts';
import { withPictures } from '../support/compile.ts';
import { deckPlugins, plugin } from '../support/plugins.ts';

const DECK = `---
footer: by *me* $x$
incremental: true
---

# One {#a}

text **b** [l](https://example.org "t") ![i](x.png){width=3} :kbd[a+b] $x^2$ :icon[star]

:::notes
say[^1]
:::

[^1]: note

## Two {layout=split}

> [!NOTE]
> x

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js {1|2}
let a;
b
\`\`\`

---

<b>raw</b> <i>x

:::columns
:::column
- [x] a
- b
:::
:::

## Agenda {layout=agenda}

::toc

[x]: /u

see [x] and :ref[#a]

Term
: definition
`;

/** What a broken plugin may put anywhere. */
const JUNK: readonly unknown[] = [
  ...[undefined, null, 0, -1, 7, Number.NaN, 10n, true, '', 'x', 'javascript:alert(1)', Symbol('s')],
  ...[[], {}, () => {}, [undefined], [{}], { a: 1 }, new Map(), [['a']]],
  ...[{ type: 'text' }, { type: 'element' }, { type: 'text', value: 'ok' }],
];
const FIELDS = [
  'children',
  'value',
  'data',
  'position',
  'properties',
  'type',
  'hName',
  'hProperties',
  'hChildren',
  'id',
];

type Fields = Record<string, unknown>;

/** All objects that can be reached from a tree. */
function objectsIn(value: unknown, found: Fields[] = []): Fields[] {
  if (Array.isArray(value)) for (const one of value) objectsIn(one, found);
  else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    if (found.includes(value as Fields)) return found;
    found.push(value as Fields);
    const { data, ...others } = value as Fields;
    for (const one of Object.values(others)) objectsIn(one, found);
    // The rest of it is what Lectern knows of the node.
    const { hProperties, hChildren } = (data ?? {}) as Fields;
    objectsIn([hProperties, hChildren], found);
  }
  return found;
}

/** Spoils a tree in one place, that the numbers choose. */
function spoil(tree: Root | HastRoot, numbers: readonly number[]): void {
  const [one = 0, two = 0, three = 0] = numbers;
  const objects = objectsIn(tree);
  const target = objects[one % objects.length] ?? {};
  const keys = [...Object.keys(target), ...FIELDS];
  const key = keys[two % keys.length] ?? 'type';
  const junk = [...JUNK, tree, target][three % (JUNK.length + 2)];
  const list = target[key];
  if (Array.isArray(list) && one % 2 === 0) list.splice(two % (list.length + 1), three % 2, junk);
  else target[key] = junk;
}

const PLACES = {
  remark: [undefined, 'slides', 'speakerNotes', 'slideAttributes', 'directives', 'fences', 'looseMath', 'cjkLines'],
  rehype: [undefined, 'rawHtml', 'footnotes', 'links', 'highlight', 'math', 'media', 'steps', 'ids', 'shortCompounds'],
};

test('whatever a plugin makes of a tree, there are slides, and no fault is laid at the door of Lectern', async () => {
  const highlighter = createHighlighter();
  const run = fc.record({
    kind: fc.constantFrom('remark' as const, 'rehype' as const),
    scope: fc.constantFrom('deck' as const, 'slide' as const),
    place: fc.nat({ max: 9 }),
    numbers: fc.array(fc.nat({ max: 10_000 }), { minLength: 3, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(run, async ({ kind, scope, place, numbers }) => {
      const after = PLACES[kind][place % PLACES[kind].length];
      const attacher = () => (tree: Root | HastRoot) => spoil(tree, numbers);
      const spoiling: ContentPlugin = plugin('spoil', attacher, { scope, ...(after !== undefined && { after }) });
      const file = new VFile({ path: 'talk.md', value: DECK });
      const plugins = deckPlugins({ [kind]: [spoiling] });
      const deck = await compile(file, { ...withPictures(), highlighter, plugins });
      for (const slide of deck.slides) slideHtml(slide, deck, { output: 'deck', notes: true });
      expect(file.messages.filter(({ ruleId }) => ruleId === 'unexpected').map(String)).toEqual([]);
    }),
    // The same trees each time: what is found elsewhere belongs into the table of failures.
    { numRuns: 300, seed: 16 },
  );
});
