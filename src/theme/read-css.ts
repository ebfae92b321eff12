import type { Container, Document, Node } from 'postcss';
import parse from 'postcss-safe-parser';

/** A declaration of a style sheet. */
export interface Declaration {
  name: string;
  value: string;
  /** Selectors of its rule, with those of the rules around it; empty in rules such as `@font-face`. */
  selector: string;
  /** From 1. */
  line: number;
  column: number;
}

/** A rule of a style sheet. */
export interface StyleRule {
  /** With the selectors of the rules around it. */
  selector: string;
  /** Its own declarations, as CSS. */
  body: string;
}

/** Lists the declarations of a style sheet, in order. What is left open is closed, as browsers do. */
export function declarationsOf(css: string): Declaration[] {
  const found: Declaration[] = [];
  parse(css).walkDecls(({ prop: name, value, parent, source }) => {
    const { line = 1, column = 1 } = source?.start ?? {};
    found.push({ name, value, selector: selectorOf(parent), line, column });
  });
  return found;
}

/** Lists the style rules of a style sheet that have declarations, in order. */
export function rulesOf(css: string): StyleRule[] {
  const found: StyleRule[] = [];
  parse(css).walkRules((rule) => {
    const own = rule.nodes.filter((node) => node.type === 'decl');
    if (own.length > 0) found.push({ selector: selectorOf(rule), body: own.map(String).join(';') });
  });
  return found;
}

/** Resolves nesting: a selector without `&` means what is inside (CSS Nesting 1, 3.2). */
function selectorOf(node: Container | Document | Node | undefined): string {
  if (!node || node.type === 'root' || node.type === 'document') return '';
  const outer = selectorOf(node.parent);
  if (!('selector' in node) || typeof node.selector !== 'string') return outer;
  const { selector } = node;
  if (outer === '') return selector;
  const around = outer.includes(',') ? `:is(${outer})` : outer;
  return selector.includes('&') ? selector.replaceAll('&', around) : `${around} ${selector}`;
}
