import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { formatMessages } from '../../src/cli/format-messages.ts';
import { fail, warn } from '../../src/model/messages.ts';

function deck(): VFile {
  const file = new VFile({ path: 'talk.md' });
  warn(file, 'Unexpected layout “qoute”; did you mean “quote”?', {
    place: { line: 12, column: 1 },
    ruleId: 'slide-layout',
  });
  fail(file, `Unexpected ${'long '.repeat(20)}story`, { place: { line: 3, column: 5 }, ruleId: 'math' });
  file.info('Slide has 104 words', { place: { line: 30, column: 1 }, ruleId: 'words' });
  return file;
}

const stream = (terminal: object): NodeJS.WriteStream => terminal as NodeJS.WriteStream;

test('for programs a message is a line that begins with its place', () => {
  const text = formatMessages([deck(), new VFile({ path: 'fine.md' })], stream({ isTTY: false }));
  expect(text.split('\n')).toEqual([
    `talk.md:3:5 error Unexpected ${'long '.repeat(20)}story math`,
    'talk.md:12:1 warning Unexpected layout “qoute”; did you mean “quote”? slide-layout',
    'talk.md:30:1 info Slide has 104 words words',
    'fine.md: no problems found',
    '',
    '1 error, 1 warning, 1 info',
  ]);
});

test('on a terminal lines are as wide as its window, and never too wide to read', () => {
  const lines = formatMessages([deck()], stream({ isTTY: true, columns: 40, getColorDepth: () => 1 })).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'talk.md:3:5 error math',
    '  Unexpected long long long long long',
    '  long long long long long long long',
  ]);
  expect(lines.slice(-2)).toEqual(['1 error, 1 warning, 1 info', '“lectern docs math” explains a rule.']);
  const wide = formatMessages([deck()], stream({ isTTY: true, columns: 400, getColorDepth: () => 1 })).split('\n');
  expect(Math.max(...wide.map((line) => line.length))).toBeLessThanOrEqual(100);
});
