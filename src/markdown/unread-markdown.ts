import type { Foreign } from './foreign-marks.ts';

/** Markdown that nothing was made of, since something is missing or in its way. */
export const UNREAD: Foreign[] = [
  {
    type: 'text',
    sign: /(?<![\\^])(\[\^[^[\]\s]+\])/g,
    fate: 'shown as text',
    expected: (written) => `a line “${written}: …” that says what it stands for`,
  },
  {
    type: 'text',
    sign: /(?<!\\)(\^\[[^[\]]+\])/g,
    fate: 'shown as text',
    expected: '“[^1]” here, and a line “[^1]: …” with the note',
  },
  {
    type: 'text',
    sign: /(?<![\w\]\\])(!?\[[^[\]\n^@][^[\]\n]*\]\[[^[\]\n]*\])/g,
    fate: 'shown as text',
    expected: (written) => `a line “${/\[[^[\]]+\](?=(?:\[\])?$)/.exec(written)?.[0] ?? '[name]'}: address”`,
  },
  {
    type: 'text',
    sign: /(?<![\w\]\\])(!\[[^[\]\n]*\]\([^\n]{0,200}?\))/g,
    fate: 'shown as text',
    expected: 'an address without blanks, or in angle brackets as in “![words](<my file.png>)”',
  },
  {
    type: 'text',
    sign: /(?<![\w\]\\!])(\[[^[\]\n]*\]\([^)\n ]*[./][^)\n]{0,200}\))/g,
    fate: 'shown as text',
    expected: 'an address without blanks, or in angle brackets as in “[words](<my file.pdf>)”',
  },
  {
    type: 'text',
    sign: /^([^[\]\n]*\]\((?=[^()<>\n ]* )[^()<>\n]*\.[a-z0-9]{2,5}\))/gi,
    fate: 'shown as text',
    expected: 'an address without blanks, or in angle brackets as in “[words](<my file.pdf>)”',
  },
];
