import { contentOf, isEmpty, type MathNode } from './mathml.ts';

/** Letters of a formula in a line of text. */
export interface MathText {
  text: string;
  italic: boolean;
  baseline: 'super' | 'sub' | undefined;
}

const RELATION = /^[=<>≤≥≠≈≡∼≃≅∝→⇒⇔↔↦∈∉⊂⊆∪∩∧∨]$/u;
const OPERATOR = /^[+−±∓×⋅÷∘-]$/u;
const PUNCTUATION = /^[,;]$/u;
const INVISIBLE = /[\u2061-\u2064\u200B]/g;

/** Writes a formula in a line, for programs that know no formulas: powers are raised, fractions get a slash. */
export function mathText(nodes: readonly MathNode[]): MathText[] {
  const content = contentOf(nodes);
  return joined(content.flatMap((node, index) => textOf(node, content[index - 1])));
}

/** Writes a formula as one text, as screen readers say it. */
export function mathWords(nodes: readonly MathNode[]): string {
  return mathText(nodes)
    .map(({ text, baseline }) =>
      baseline === undefined ? text : `${baseline === 'super' ? '^' : '_'}${inBraces(text)}`,
    )
    .join('')
    .trim();
}

function inBraces(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}

function plain(text: string, italic = false): MathText[] {
  return text === '' ? [] : [{ text, italic, baseline: undefined }];
}

function textOf(node: MathNode, before: MathNode | undefined): MathText[] {
  const [first, second, third] = node.children;
  const inner = (part: MathNode | undefined): MathText[] => (part ? mathText([part]) : []);
  switch (node.name) {
    case 'mi':
      return plain(
        node.text.replace(INVISIBLE, ''),
        [...node.text].length === 1 && !node.attributes.has('mathvariant'),
      );
    case 'mo':
      return plain(spaced(node.text.replace(INVISIBLE, ''), before));
    case 'mspace':
      return Number.parseFloat(node.attributes.get('width') ?? '0') >= 0.2 ? plain(' ') : [];
    case 'mfrac':
      return [...grouped(inner(first)), ...plain('/'), ...grouped(inner(second))];
    case 'msqrt':
      return [...plain('√'), ...grouped(mathText(node.children))];
    case 'mroot':
      return [...raised(inner(second), 'super'), ...plain('√'), ...grouped(inner(first))];
    case 'msup':
    case 'mover':
      return isAccent(node) ? accented(inner(first), second) : [...inner(first), ...raised(inner(second), 'super')];
    case 'msub':
    case 'munder':
      return [...inner(first), ...raised(inner(second), 'sub')];
    case 'msubsup':
    case 'munderover':
      return [...inner(first), ...raised(inner(second), 'sub'), ...raised(inner(third), 'super')];
    case 'mtable':
      return rowsOf(node);
    case 'mphantom':
      return [];
    default:
      return node.children.length > 0 ? mathText(node.children) : plain(node.text);
  }
}

/** Signs between two operands have blanks around them. */
function spaced(sign: string, before: MathNode | undefined): string {
  const isBetween = before !== undefined && !(before.name === 'mo' && !/^[)\]}|!]$/u.test(before.text));
  if (RELATION.test(sign) || (OPERATOR.test(sign) && isBetween)) return ` ${sign} `;
  return PUNCTUATION.test(sign) ? `${sign} ` : sign;
}

function grouped(texts: MathText[]): MathText[] {
  const length = texts.reduce((sum, { text }) => sum + [...text].length, 0);
  return length > 1 && texts.some(({ text }) => /[^\p{L}\p{N}.]/u.test(text))
    ? [...plain('('), ...texts, ...plain(')')]
    : texts;
}

/** Letters are raised once; what is raised again is written with a sign. */
function raised(texts: readonly MathText[], baseline: 'super' | 'sub'): MathText[] {
  const flat = texts.map(({ text, baseline: own }) =>
    own === undefined ? text : `${own === 'super' ? '^' : '_'}${inBraces(text)}`,
  );
  const text = flat.join('').trim();
  return text === '' ? [] : [{ text, italic: texts.every(({ italic }) => italic), baseline }];
}

const COMBINING: ReadonlyMap<string, string> = new Map([
  ['^', '\u0302'],
  ['ˉ', '\u0304'],
  ['‾', '\u0305'],
  ['~', '\u0303'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['⃗', '\u20D7'],
]);

function isAccent({ name, children }: MathNode): boolean {
  return name === 'mover' && COMBINING.has(children[1]?.text ?? '');
}

function accented(texts: MathText[], accent: MathNode | undefined): MathText[] {
  const mark = COMBINING.get(accent?.text ?? '') ?? '';
  return texts.map((one) => ({ ...one, text: [...one.text].map((letter) => letter + mark).join('') }));
}

function rowsOf(table: MathNode): MathText[] {
  const texts: MathText[] = [];
  for (const [row, { children }] of table.children.entries()) {
    texts.push(...plain(row > 0 ? '; ' : ''));
    for (const [index, cell] of children.filter((one) => !isEmpty(one)).entries())
      texts.push(...plain(index > 0 ? ' ' : ''), ...mathText(cell.children));
  }
  return texts;
}

function joined(texts: readonly MathText[]): MathText[] {
  const all: MathText[] = [];
  for (const text of texts) {
    const before = all.at(-1);
    if (before && before.italic === text.italic && before.baseline === text.baseline) {
      all[all.length - 1] = { ...before, text: (before.text + text.text).replaceAll(/ {2,}/g, ' ') };
    } else all.push(text);
  }
  return all;
}
