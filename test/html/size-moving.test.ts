import { expect, test } from 'vitest';
import { compileText } from '../support/compile.ts';

async function sizes(text: string, front = ''): Promise<(string | undefined)[]> {
  const { deck } = await compileText(`---\ncover: false\n${front}---\n\n${text}`);
  return deck.slides.map(({ content }) => {
    const [, first] = content.filter((node) => node.type === 'element');
    const style = first?.properties['style'];
    return typeof style === 'string' ? /font-size:([^;]*)/.exec(style)?.[1] : undefined;
  });
}

const items = (count: number): string => '- Something that is said in a line\n'.repeat(count);
const moving = (...bodies: string[]): string => bodies.map((body) => `## Moves {auto-animate}\n\n${body}\n\n`).join('');

test('slides that move into each other grow by what the fullest of them has room for', async () => {
  expect(await sizes(moving('- One', items(2)))).toEqual(['1.4em', '1.4em']);
  expect(await sizes(moving('- One', items(7)))).toEqual(['1.1em', '1.1em']);
  expect(await sizes(moving('- One', items(12)))).toEqual([undefined, undefined]);
  // Others that follow are a row of their own.
  expect(await sizes(`${moving('- One', items(7))}## Still\n\n- One\n\n${moving('- Two')}`)).toEqual([
    '1.1em',
    '1.1em',
    undefined,
    '1.4em',
  ]);
});

test('lines of code keep their room, and what is measured by nothing but a page stays as it is', async () => {
  const code = (line: string): string => `\`\`\`js\n${line}\n\`\`\``;
  expect(await sizes(moving(code('let a;')))).toEqual(['calc(var(--deck-code-size) * 1.6)']);
  expect(await sizes(moving(code('a'.repeat(70))))).toEqual(['calc(var(--deck-code-size) * 1.2)']);
  expect(await sizes(moving('| a |\n| - |\n| b |'))).toEqual([undefined]);
  expect(await sizes('## Moves {auto-animate grow=false}\n\n- One\n')).toEqual([undefined]);
  expect(await sizes(moving('- One'), 'size: 794x1123\n')).toEqual([undefined]);
});
