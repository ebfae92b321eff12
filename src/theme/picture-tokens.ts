import type { Container, Document, Node } from 'postcss';
import parse from 'postcss-safe-parser';
import { LAYERS } from './layers.ts';

/** A declaration of a token, and where it holds. */
interface Declared {
  layer: string;
  selector: string;
  name: string;
  value: string;
}

/**
 * Returns the rules of a deck that give tokens their values, without anything else.
 *
 * @param css - all style sheets of the deck, in their order.
 * @param wanted - names of tokens; those that they follow from are there as well.
 */
export function tokenRules(css: string, wanted: readonly string[]): string {
  const all = declaredTokens(css);
  const names = new Set(wanted);
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const { name, value } of all)
      if (names.has(name)) for (const [, used = ''] of value.matchAll(/var\(\s*(--[\w-]+)/g)) names.add(used);
  }
  const rules = all
    .filter(({ name }) => names.has(name))
    .map(({ layer, selector, name, value }) => {
      const rule = `${selector}{${name}:${value}}`;
      return layer ? `@layer ${layer}{${rule}}` : rule;
    });
  return LAYERS + rules.join('');
}

function declaredTokens(css: string): Declared[] {
  const found: Declared[] = [];
  parse(css).walkDecls(/^--/, ({ prop: name, value, important, parent }) => {
    const where = placeOf(parent);
    // Nothing of a picture depends on the medium, and what loads something has no place in it.
    if (!where || /url\(|image-set\(|[<\\]/i.test(value)) return;
    found.push({ ...where, name, value: important ? `${value}!important` : value });
  });
  return found;
}

function placeOf(node: Container | Document | Node | undefined): Pick<Declared, 'layer' | 'selector'> | undefined {
  if (!node || !('selector' in node) || typeof node.selector !== 'string') return undefined;
  const { selector, parent } = node;
  if (/[<\\]/.test(selector)) return undefined;
  if (!parent || parent.type === 'root') return { layer: '', selector };
  const isLayer = 'name' in parent && parent.name === 'layer' && 'params' in parent;
  return isLayer && parent.parent?.type === 'root' ? { layer: String(parent.params), selector } : undefined;
}
