import type { FormulaFacts, FormulaLabel } from '../model/fence.ts';
import { labelName } from '../model/labels.ts';

/** The labels and references of a formula. */
interface FormulaNames extends Pick<FormulaFacts, 'references'> {
  labels: FormulaLabel[];
  /** Its outermost environment is one whose rows have numbers. */
  numbered: boolean;
}

/** Environments whose rows are numbered. */
const NUMBERED = /^(?:equation|align|alignat|gather)$/;
const TOKEN =
  /\\(begin|end|label|ref|eqref|tag\*?)[ \t]*\{((?:[^{}\\]|\\[^]|\{[^{}]{0,200}\}){0,300})\}|\\(nonumber|notag)(?![A-Za-z])|\\\\|\\[^]|%[^\n]*|[{}]/g;

interface Row {
  labels: { name: string; offset: number }[];
  tag: string | undefined;
  silent: boolean;
}

/** Reads labels and references of a formula. KaTeX knows neither; braces and environments are LaTeX's. */
export function readFormulaNames(source: string): FormulaNames {
  const rows: Row[] = [emptyRow()];
  const references: { name: string; offset: number }[] = [];
  const environments: string[] = [];
  let braces = 0;
  let numbered = false;
  for (const { 0: written, 1: command, 2: name = '', 3: silent, index } of source.matchAll(TOKEN)) {
    const row = rows.at(-1) ?? emptyRow();
    if (command === 'begin') {
      if (environments.length === 0 && NUMBERED.test(name)) numbered = true;
      environments.push(name);
    } else if (command === 'end') environments.pop();
    else if (command === 'label') row.labels.push({ name: labelName(name), offset: index });
    else if (command === 'ref' || command === 'eqref') references.push({ name: labelName(name), offset: index });
    else if (command) row.tag = command === 'tag' ? name : row.tag;
    else if (silent) row.silent = true;
    else if (written === '{') braces += 1;
    else if (written === '}') braces -= 1;
    else if (written === '\\\\' && braces === 0 && isRowEnd(environments)) rows.push(emptyRow());
  }
  return { labels: labelsOf(rows, numbered), references, numbered };
}

function emptyRow(): Row {
  return { labels: [], tag: undefined, silent: false };
}

/** A row of the outermost environment ends; an `equation` has one row. */
function isRowEnd([outer, ...inner]: readonly string[]): boolean {
  return outer !== undefined && outer !== 'equation' && NUMBERED.test(outer) && inner.length === 0;
}

function labelsOf(rows: readonly Row[], numbered: boolean): FormulaLabel[] {
  let before = 0;
  return rows.flatMap(({ labels, tag, silent }) => {
    const found = labels.map((label) => ({ ...label, tag, before }));
    if (numbered && tag === undefined && !silent) before += 1;
    return found;
  });
}

/** Tells whether a formula without an environment has several lines of its own. */
export function hasLines(source: string): boolean {
  let depth = 0;
  for (const [written] of source.matchAll(/\\(?:begin|end)(?![A-Za-z])|\\\\|\\[^]|%[^\n]*|[{}]/g)) {
    if (written === '\\begin' || written === '{') depth += 1;
    else if (written === '\\end' || written === '}') depth -= 1;
    else if (written === '\\\\' && depth === 0) return true;
  }
  return false;
}
