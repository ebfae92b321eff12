import type { Nodes } from 'mdast';
import { TEXT_DIRECTIVES } from '../model/directive-names.ts';
import { nearestName } from '../model/did-you-mean.ts';
import type { Foreign } from './foreign.ts';

const NO_BLANKS = 'an address without spaces, or in angle brackets as in';

/** Markdown that nothing was made of, since something is missing or in its way. */
const UNREAD_MARKS: Foreign[] = [
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
    expected: `${NO_BLANKS} “![words](<my file.png>)”`,
  },
  {
    type: 'text',
    sign: /(?<![\w\]\\!])(\[[^[\]\n]*\]\([^)\n ]*[./][^)\n]{0,200}\))/g,
    fate: 'shown as text',
    expected: `${NO_BLANKS} “[words](<my file.pdf>)”`,
  },
  {
    type: 'text',
    sign: /^([^[\]\n]*\]\((?=[^()<>\n ]* )[^()<>\n]*\.[a-z0-9]{2,5}\))/gi,
    fate: 'shown as text',
    expected: `${NO_BLANKS} “[words](<my file.pdf>)”`,
  },
  {
    type: 'text',
    // What is emphasised in it parts the text.
    sign: /(?<!\\)(\^\[)[^[\]\n]*$/g,
    fate: 'shown as text',
    expected: '“[^1]” here, and a line “[^1]: …” with the note',
  },
  {
    type: 'text',
    sign: /^[^[\]\n]*\](\[[^[\]\n^]+\])/g,
    fate: 'shown as text',
    expected: (written) => `a line “${written}: address”`,
  },
  {
    type: 'text',
    sign: /(?<!\\)(!\[\]\[[^[\]\n]+\])/g,
    fate: 'shown as text',
    expected: (written) => `a line “${written.slice(3)}: address”`,
  },
  {
    type: 'text',
    sign: /(?<!\\)(!\[[^[\]\n]*\] \([^()\n]+\))/g,
    fate: 'shown as text',
    expected: '“(” right after “]”',
  },
  {
    type: 'text',
    sign: /(?<!\\)(!\[[^[\]\n]*\]\([^()\n]*)$/gm,
    fate: 'shown as text',
    expected: '“)” at its end',
  },
  {
    type: 'text',
    // Directives between blank lines are reported elsewhere.
    sign: /(?<!\\|:::[\w-]{0,40})(\{(?:[.#][a-z]|[a-z][\w-]*=)[^{}\n]*)$/gim,
    fate: 'shown as text',
    expected: '“}” at its end',
  },
  {
    type: 'text',
    sign: /(?<![\w:\\])(:[a-z]+\[)/gi,
    fate: 'shown as text',
    expected: (written) => shownNear(nearestName(written.slice(1, -1), TEXT_DIRECTIVES)),
  },
  {
    type: 'text',
    sign: /(?<![=\w\\])(==[^\s=](?:[^=\n]*[^\s=])?==)(?![=\w])/g,
    fate: 'shown as text',
    expected: (written) => `“:mark[${written.slice(2, -2)}]”`,
  },
  {
    type: 'text',
    sign: /(?<=[\p{L}\p{N})])(?<!\\)(\^[^\s^[\]\\]{1,20}\^)/gu,
    fate: 'shown as text',
    expected: (written) => `“<sup>${written.slice(1, -1)}</sup>”, or a formula`,
  },
  {
    type: 'text',
    sign: /(?<![!\w[\\])(\[\[[^[\]\n]+\]\])/g,
    fate: 'shown as text',
    // Neither lists of lists nor what stands for a table of contents.
    expected: (written) =>
      /[a-z]/i.test(written) && !/^\[\[_?toc_?\]/i.test(written)
        ? '“[words](#slide)” for a slide, or “[words](file.pdf)” for a file'
        : undefined,
  },
  {
    type: 'text',
    sign: /^(\{=[a-z]+\})/g,
    fate: 'shown as text',
    expected: '“$…$” for a formula, and HTML without backticks around it',
  },
  { type: 'paragraph', sign: /^(\[\[?_?toc_?\]\]?)[ \t]*$/gi, fate: 'shown as text', expected: '“::toc”' },
  {
    type: 'paragraph',
    sign: /^(\\(?:newpage|pagebreak|clearpage))[ \t]*$/g,
    fate: 'shown as text',
    expected: '“---” between blank lines',
  },
  { type: 'paragraph', sign: /^(%%)[^]*%%$/g, fate: 'shown to the audience', expected: '“<!-- … -->”' },
  {
    type: 'paragraph',
    sign: /^(!!!)[ \t]+[a-z]/gi,
    fate: 'shown as text',
    expected: '“> [!NOTE]”, and “> ” before each line',
  },
  {
    type: 'paragraph',
    sign: /^(#{2,6})[^\s#]/gm,
    fate: 'shown as text',
    expected: (written) => `a space after “${written}”`,
  },
];

/** By the type of node that may have one. */
export const UNREAD: ReadonlyMap<Nodes['type'], Foreign[]> = Map.groupBy(UNREAD_MARKS, ({ type }) => type);

function shownNear(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `“:${name}[…]”`;
}
