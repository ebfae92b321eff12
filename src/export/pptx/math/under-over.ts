import { xml, type Element } from '../xml.ts';
import { contentOf, type MathNode } from './mathml.ts';
import type { Convert, MathLook } from './runs.ts';

/** Accents, as the combining characters that Office Math wants. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['ˉ', '\u0305'],
  ['¯', '\u0305'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['⃛', '\u20DB'],
  ['`', '\u0300'],
  ['ˋ', '\u0300'],
  ['´', '\u0301'],
  ['ˊ', '\u0301'],
  ['ˇ', '\u030C'],
  ['˘', '\u0306'],
  ['˚', '\u030A'],
  ['⃗', '\u20D7'],
  ['→', '\u20D7'],
  ['←', '\u20D6'],
  ['↔', '\u20E1'],
  ['⇀', '\u20D1'],
  ['↼', '\u20D0'],
]);
const LINES = new Set(['‾', '_', '―']);
/** Braces and brackets that are as wide as what they are at. */
const GROUPS = /^[⏞⏟⏜⏝⎴⎵]$/u;
const ARROWS = /^[→←↔⇒⇐⇔↦↪↩⇀⇁↼↽⇌⇋=]$/u;

/** Converts what is below and above something: accents, lines, braces, limits, words on arrows. */
export function underOver({ name, attributes, children }: MathNode, look: MathLook, convert: Convert): Element[] {
  const [base, first, second] = children;
  if (!base || !first) return convert(children, look);
  const sign = tokenOf(first);
  const above = name === 'mover';
  const e = (): Element => xml('m:e', {}, convert([base], look));
  if (name !== 'munderover') {
    const accent = above ? ACCENTS.get(sign) : undefined;
    if (LINES.has(sign))
      return [xml('m:bar', {}, xml('m:barPr', {}, xml('m:pos', { 'm:val': above ? 'top' : 'bot' })), e())];
    if (accent !== undefined && (attributes.get('accent') === 'true' || first.attributes.get('stretchy') === 'true'))
      return [xml('m:acc', {}, xml('m:accPr', {}, xml('m:chr', { 'm:val': accent })), e())];
    if (GROUPS.test(sign)) return [brace(sign, above, e())];
  }
  const stretched = ARROWS.test(tokenOf(base)) ? longer(base) : base;
  const limits: [tag: string, limit: MathNode][] =
    name === 'munderover' && second
      ? [
          ['m:limLow', first],
          ['m:limUpp', second],
        ]
      : [[above ? 'm:limUpp' : 'm:limLow', first]];
  let made = convert([stretched], look);
  for (const [tag, limit] of limits) {
    const words = convert([limit], look);
    if (words.length > 0) made = [xml(tag, {}, xml('m:e', {}, made), xml('m:lim', {}, words))];
  }
  return made;
}

function tokenOf(node: MathNode): string {
  return contentOf([node])[0]?.text ?? '';
}

function brace(sign: string, above: boolean, e: Element): Element {
  return xml(
    'm:groupChr',
    {},
    xml(
      'm:groupChrPr',
      {},
      xml('m:chr', { 'm:val': sign }),
      xml('m:pos', { 'm:val': above ? 'top' : 'bot' }),
      xml('m:vertJc', { 'm:val': above ? 'bot' : 'top' }),
    ),
    e,
  );
}

const LONGER: ReadonlyMap<string, string> = new Map([
  ['→', '⟶'],
  ['←', '⟵'],
  ['↔', '⟷'],
  ['⇒', '⟹'],
  ['⇐', '⟸'],
  ['⇔', '⟺'],
  ['↦', '⟼'],
]);

/** Arrows with words on them are long. */
function longer(node: MathNode): MathNode {
  return { name: 'mo', attributes: new Map(), children: [], text: LONGER.get(tokenOf(node)) ?? tokenOf(node) };
}
