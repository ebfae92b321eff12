import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { MathSettings } from '../model/deck.ts';
import type { Fence } from '../model/fence.ts';
import { hasLines, readFormulaNames } from './formula-labels.ts';

/** Names in formulas, and ids behind them. */
const NAMES = /\\(?:label|ref|eqref)\b|\$[ \t]*\{[#.]|^[ \t>]*(?:`{3,}|~{3,})[^\n]*\{[^\n}]*#/m;

/** Gives formulas the deck's macros, and what they name by `\label` and `\ref`. */
export const formulas: Plugin<[{ macros: MathSettings['macros'] | undefined }], Root> = ({ macros }) => {
  const uses = macros && macros.size > 0 ? macroFinder(macros) : undefined;
  return (tree, file) => {
    const named = NAMES.test(String(file));
    if (!uses && !named) return;
    for (const fence of tree.data?.fences ?? []) {
      if (fence.kind !== 'math' && fence.kind !== 'inline-math') continue;
      if (named) nameFormula(fence);
      const used = uses?.(fence.value);
      if (used) fence.formula = { ...(fence.formula ?? { labels: [], references: [] }), macros: used };
    }
  };
};

/** Returns the macros that a formula needs as JSON; formulas that use none are those of any other deck. */
function macroFinder(macros: ReadonlyMap<string, string>): (source: string) => string | undefined {
  const names = [...macros.keys()];
  const all = JSON.stringify(Object.fromEntries(macros));
  const used = new RegExp(`(?:${names.map((name) => `\\\\${name}`).join('|')})(?![A-Za-z])`);
  return (source) => (used.test(source) ? all : undefined);
}

function nameFormula(fence: Fence): void {
  const { value, attributes } = fence;
  const display = fence.kind === 'math';
  if (attributes.id === undefined && !/\\(?:label|ref|eqref)\b/.test(value)) return;
  const { labels, references, numbered } = readFormulaNames(value);
  // The id of a block names its first row.
  const own = attributes.id === undefined ? [] : [{ name: attributes.id, offset: 0, tag: tagOf(value), before: 0 }];
  const all = [...own, ...labels.filter(({ name }) => name !== attributes.id)];
  if (display && attributes.id === undefined && all[0]) attributes.id = all[0].name;
  const wraps = display && all.length > 0 && !numbered && all.every(({ tag }) => tag === undefined);
  fence.formula = {
    labels: display ? all : [],
    references,
    ...(wraps && { wrap: hasLines(value) ? ('gathered' as const) : ('equation' as const) }),
  };
}

function tagOf(source: string): string | undefined {
  return /\\tag\*?\s*\{([^{}]*)\}/.exec(source)?.[1];
}
