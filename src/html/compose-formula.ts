import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { isFormula, isProse } from './compose-sides.ts';
import { pair } from './layouts.ts';
import { lettersOf } from './statement.ts';

/** Letters of the source of a formula that has room in a half; of a sentence above it; of the list beside it, and its items. */
const [FORMULA, SENTENCE, LIST, MOST] = [70, 170, 170, 4];

/** Puts a short formula and the list behind it beside each other, below a sentence; nothing for anything else. */
export function formulaBeside(rest: readonly Element[]): Element[] {
  const [list, formula, ...before] = rest.toReversed();
  if (!list || !formula || before.length > 1 || !/^[uo]l$/.test(list.tagName) || !isFormula(formula)) return [];
  const [sentence] = before;
  if (sentence && (sentence.tagName !== 'p' || !isProse(sentence) || lettersOf(toString(sentence)) > SENTENCE))
    return [];
  const tex = String(formula.properties['dataTex'] ?? toString(formula));
  const items = list.children.filter((child) => child.type === 'element');
  if (tex.length > FORMULA || tex.includes('\\\\') || items.length > MOST) return [];
  if (lettersOf(toString(list)) > LIST || items.some(({ children }) => children.some(isList))) return [];
  const sides = pair([formula], [list]);
  sides.properties['dataFormula'] = '';
  return [...(sentence ? [sentence] : []), sides];
}

function isList(node: Element['children'][number]): boolean {
  return node.type === 'element' && /^(?:ul|ol|p|pre|table)$/.test(node.tagName);
}
