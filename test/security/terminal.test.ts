import { VFile } from 'vfile';
import { expect, test, vi } from 'vitest';
import { complain, printable, say, sayJson, sayText } from '../../src/cli/terminal.ts';
import { formatMessages } from '../../src/cli/format-messages.ts';

function printed(print: () => void): string {
  const lines: string[] = [];
  const keep = (text: string): number => lines.push(text);
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(keep),
    vi.spyOn(console, 'error').mockImplementation(keep),
  ];
  print();
  for (const spy of spies) spy.mockRestore();
  return lines.join('\n');
}

test.each([
  ['\u001B[2Jgone', '\\x1B[2Jgone'],
  ['\u001B]0;title\u0007', '\\x1B]0;title\\x07'],
  ['\u009B2J', '\\x9B2J'],
  ['a\r\nb\tc', 'a\\r\\nb\\tc'],
  ['a\u2028b\u2029c\u0085d', 'a\\u{2028}b\\u{2029}c\\x85d'],
  ['user\u202Etxt.exe', 'user\\u{202E}txt.exe'],
  ['\u2066isolated\u2069', '\\u{2066}isolated\\u{2069}'],
  ['half \uD83D', 'half \\u{D83D}'],
  ['NUL \0 DEL \u007F', 'NUL \\x00 DEL \\x7F'],
  ['Grüße, שלום, 👩‍💻, “quoted” – fine', 'Grüße, שלום, 👩‍💻, “quoted” – fine'],
])('%j is printed as %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
  expect(printed(() => say`${text}`)).toBe(expected);
  expect(printed(() => complain`${text}`)).toBe(expected);
});

test('no value becomes a command of a CI service', () => {
  const value = '::error file=x::INJECTED';
  expect(printed(() => say`${value}`)).toBe('\\x3A:error file=x::INJECTED');
  expect(printed(() => say`a\n  ${value}`)).toBe('a\n  \\x3A:error file=x::INJECTED');
  expect(printed(() => say`not written: ${value}`)).toBe(`not written: ${value}`);
  expect(printed(() => say`${'a\n::add-mask::b'}`)).toBe('a\\n::add-mask::b');
  expect(printed(() => say`x ${'##[error]'} ${'##vso[task]'}`)).toBe('x \\x23#[error] \\x23#vso[task]');
  expect(printed(() => sayText('a\n::error::b\u001B[31mred\u001B[39m\u001B[2J'))).toBe(
    'a\n\\x3A:error::b\u001B[31mred\u001B[39m\\x1B[2J',
  );
});

test('JSON stays what it is', () => {
  const value = { a: '##[error]', b: '##vso[task' };
  const text = printed(() => sayJson(JSON.stringify(value)));
  expect(text).not.toMatch(/##(?:\[|vso)/);
  expect(JSON.parse(text)).toEqual(value);
});

const terminal = (isTTY: boolean): NodeJS.WriteStream =>
  Object.assign(Object.create(process.stderr) as NodeJS.WriteStream, { isTTY, columns: 80, getColorDepth: () => 1 });

test.each([true, false])('messages with hostile names and texts stay in their lines (terminal: %s)', (isTTY) => {
  const file = new VFile({ path: '::error::a\n\u001B[2J.md' });
  file.message('Unexpected “a\n::error file=x::INJECTED\u001B]0;x\u0007” ::add-mask::x', {
    place: { line: 1, column: 1 },
    ruleId: 'front-matter-key\n',
  });
  const text = printed(() => sayText(formatMessages([file], terminal(isTTY))));
  expect(text).not.toMatch(/^\s*::/m);
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  expect(text).toContain('\\x1B]0;x\\x07');
});
