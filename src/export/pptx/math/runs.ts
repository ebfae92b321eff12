import { xml, type Element } from '../xml.ts';
import type { MathNode } from './mathml.ts';

/** How the letters of a formula look. */
export interface MathLook {
  /** CSS colour that the formula itself gives to a part of it. */
  colour?: string | undefined;
  /** Writes the properties of letters; the font of formulas is PowerPoint's own. */
  run: (colour: string | undefined) => Element;
}

/** Turns elements of MathML into Office Math. */
export type Convert = (nodes: readonly MathNode[], look: MathLook) => Element[];

/** `m:scr` and `m:sty` of MathML's alphabets. */
const VARIANTS: ReadonlyMap<string, readonly [script: string | undefined, style: string | undefined]> = new Map([
  ['normal', [undefined, 'p']],
  ['bold', [undefined, 'b']],
  ['italic', [undefined, 'i']],
  ['bold-italic', [undefined, 'bi']],
  ['double-struck', ['double-struck', 'p']],
  ['script', ['script', 'p']],
  ['bold-script', ['script', 'b']],
  ['fraktur', ['fraktur', 'p']],
  ['bold-fraktur', ['fraktur', 'b']],
  ['sans-serif', ['sans-serif', 'p']],
  ['bold-sans-serif', ['sans-serif', 'b']],
  ['sans-serif-italic', ['sans-serif', 'i']],
  ['sans-serif-bold-italic', ['sans-serif', 'bi']],
  ['monospace', ['monospace', 'p']],
]);

/** Letters that are not shown: “apply function”, “invisible times”. */
const INVISIBLE = /[\u2061-\u2064\u200B]/g;

/** Turns a token into a run; nothing where it shows nothing. */
export function runOf(node: MathNode, look: MathLook): Element[] {
  const text = node.name === 'mspace' ? blankOf(node) : node.text.replace(INVISIBLE, '');
  if (text === '') return [];
  return [
    xml(
      'm:r',
      {},
      styleOf(node, text),
      look.run(node.attributes.get('mathcolor') ?? look.colour),
      xml('m:t', { 'xml:space': /^\s|\s$/u.test(text) ? 'preserve' : undefined }, text),
    ),
  ];
}

function styleOf({ name, attributes }: MathNode, text: string): Element | undefined {
  const known = VARIANTS.get(attributes.get('mathvariant') ?? '');
  if (name === 'mtext' && !known?.[0]) return xml('m:rPr', {}, xml('m:nor'));
  // Words are upright, single letters are not.
  const style = known ?? (name === 'mi' && [...text].length > 1 ? ([undefined, 'p'] as const) : undefined);
  if (!style || (name === 'mo' && style[0] === undefined)) return undefined;
  const [script, upright] = style;
  return xml(
    'm:rPr',
    {},
    script === undefined ? undefined : xml('m:scr', { 'm:val': script }),
    upright === undefined ? undefined : xml('m:sty', { 'm:val': upright }),
  );
}

/** Blanks by their widths in em. */
const BLANKS: readonly (readonly [width: number, blank: string])[] = [
  [1, '\u2003'],
  [0.5, '\u2002'],
  [0.27, '\u2005'],
  [0.2, '\u2004'],
  [0.1, '\u2009'],
];

function blankOf({ attributes }: MathNode): string {
  let width = Number.parseFloat(attributes.get('width') ?? '0');
  let blanks = '';
  for (const [size, blank] of BLANKS) {
    while (width >= size && blanks.length < 8) {
      blanks += blank;
      width -= size;
    }
  }
  return blanks;
}

/** Joins letters that look alike: each is a run in MathML. */
export function joinRuns(elements: readonly Element[]): Element[] {
  const joined: Element[] = [];
  for (const element of elements) {
    const before = joined.at(-1);
    const [text, earlier] = [lettersOf(element), before && lettersOf(before)];
    if (before && text && earlier && propertiesOf(before) === propertiesOf(element)) {
      earlier.value += text.value;
    } else joined.push(element);
  }
  return joined;
}

function lettersOf({ name, children }: Element): { value: string } | undefined {
  const last = name === 'm:r' ? children.at(-1) : undefined;
  const text = last?.type === 'element' ? last.children[0] : undefined;
  return text?.type === 'text' ? text : undefined;
}

function propertiesOf({ children }: Element): string {
  return JSON.stringify(children.slice(0, -1));
}
