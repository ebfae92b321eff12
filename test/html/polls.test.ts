import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { compile } from '../../src/compile/compile.ts';
import { pollsOf } from '../../src/html/polls.ts';
import { setFormula } from '../../src/diagrams/formula.ts';

const DECK = `## Which is right? {#right}

:::poll{multiple}
- $x^2$ **or** \`x\`
- Neither, nor *both*
:::

## Which was it?

::poll{of=right}

## Two of a kind

:::poll
- Yes
- No
:::

:::poll{#left results}
Left, or right?

- Left
- Right
:::
`;

test('polls of a deck have ids, plain words, and the slides that show their results', async () => {
  const file = new VFile({ path: 'deck.md', value: DECK });
  const deck = await compile(file, { draw: (job) => setFormula(job) });
  expect(pollsOf(deck).map(({ poll }) => poll)).toEqual([
    {
      id: 'right',
      slide: 'right',
      question: 'Which is right?',
      choices: ['x^2 or x', 'Neither, nor both'],
      letters: ['A', 'B'],
      multiple: true,
      results: ['which-was-it'],
    },
    {
      id: 'two-of-a-kind',
      slide: 'two-of-a-kind',
      question: 'Two of a kind',
      choices: ['Yes', 'No'],
      letters: ['A', 'B'],
      multiple: false,
      results: [],
    },
    {
      id: 'left',
      slide: 'two-of-a-kind',
      question: 'Left, or right?',
      choices: ['Left', 'Right'],
      letters: ['A', 'B'],
      multiple: false,
      results: ['two-of-a-kind'],
    },
  ]);
});
