import type { Code, Nodes, Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { filesOf, inShort, type DeckFiles } from '../model/deck-files.ts';
import type { Fence } from '../model/fence.ts';
import { fail, warn, type Spelling } from '../model/messages.ts';
import { spellingOf, didYouMean } from '../model/did-you-mean.ts';
import { isOpenData } from '../model/own-data.ts';
import { walk } from '../model/walk.ts';
import { excerptOf } from './excerpt.ts';
import { readFenceInfo } from './fence-info.ts';
import type { RuleId } from '../model/rule-ids.ts';

declare module 'mdast' {
  interface Data {
    fence?: Fence;
  }
  interface RootData {
    fences?: Fence[];
  }
}

const DIAGRAMS = new Map<string, Fence['kind']>([
  ['math', 'math'],
  ['mermaid', 'mermaid'],
  ['dot', 'dot'],
  ['graphviz', 'dot'],
  ['vega-lite', 'vega-lite'],
  ['vegalite', 'vega-lite'],
]);
const CODE_KEYS = ['title', 'numbers', 'from', 'file', 'lines', 'region', 'output'];
const DRAWING_KEYS = ['title', 'alt', 'file', 'width', 'height'];
const CHART_KEYS = 'chart x y y2 stacked horizontal unit highlight min max line values center'
  .split(' ')
  .concat(DRAWING_KEYS);

export interface FencesOptions {
  /**
   * Languages, in lower case, that plugins of the project render.
   * @default none
   */
  rendered?: ReadonlySet<string> | undefined;
}

/**
 * Reads what is after the backticks of each fence, and the files that fences name. `data.fences` of the tree has all
 * fences and formulas then.
 */
export const fences: Plugin<[FencesOptions?], Root> = ({ rendered = new Set<string>() } = {}) => {
  return async (tree, file) => {
    const found: Fence[] = [];
    const reading: Promise<void>[] = [];
    walk(tree, (node: Nodes) => {
      if (node.type === 'code') {
        const fence = fenceOf(node, file, rendered);
        node.data = { ...node.data, fence };
        found.push(fence);
        const address = fence.attributes.values.get('file');
        if (address !== undefined) reading.push(readFile(fence, String(address), filesOf(file)));
      } else if (node.type === 'math' || node.type === 'inlineMath') {
        const fence = formulaOf(node, file);
        node.data = { ...node.data, fence };
        found.push(fence);
      }
    });
    await Promise.all(reading);
    tree.data = { ...tree.data, fences: found };
  };
};

function fenceOf(node: Code, file: VFile, rendered: ReadonlySet<string>): Fence {
  const { lang, attributes, emphasis, unread } = readFenceInfo(node.lang ?? '', node.meta ?? '');
  const { values } = attributes;
  const isChart = values.has('chart') && ['csv', 'tsv'].includes(lang);
  const own = isChart ? 'chart' : (DIAGRAMS.get(lang.toLowerCase()) ?? 'code');
  const kind = rendered.has(lang.toLowerCase()) ? 'rendered' : own;
  const complain = (reason: string, ruleId: RuleId, spelling?: Spelling): void => {
    warn(file, reason, { place: node, ruleId, spelling });
  };
  if (unread) complain(`Unexpected “${unread}” after the backticks, expected {lines} or key=value`, 'code-attribute');
  const known = kind === 'code' ? CODE_KEYS : kind === 'chart' ? CHART_KEYS : DRAWING_KEYS;
  for (const key of values.keys()) {
    // A plugin knows its own.
    if (kind === 'rendered' || known.includes(key) || isOpenData(key)) continue;
    complain(
      `Unknown attribute “${key}” of a fence${didYouMean(key, known)}`,
      'code-attribute',
      spellingOf(key, known),
    );
  }
  const given = values.get('from');
  const from = given === undefined ? 1 : Number(given);
  if (!Number.isInteger(from) || from < 0) {
    complain(`Invalid from “${String(given)}”, expected the number of the first line`, 'code-from');
  }
  const start = node.position?.start;
  const fence: Fence = {
    kind,
    lang,
    value: node.value,
    meta: node.meta ?? undefined,
    attributes,
    emphasis,
    from: Number.isInteger(from) && from >= 0 ? from : 1,
    position: node.position,
    valueStart: start && { line: start.line + 1, column: start.column },
    file,
  };
  if (!values.has('file')) checkEmphasis(fence);
  return fence;
}

/** KaTeX says where in the formula it stopped: that is counted from where the formula begins. */
function formulaOf(node: Math | InlineMath, file: VFile): Fence {
  const start = node.position?.start;
  const raw = String(file).slice(start?.offset ?? 0, node.position?.end.offset ?? 0);
  const marks = /^\$+/.exec(raw)?.[0].length ?? 0;
  const block = node.type === 'math';
  // What begins in the line of its dollars is counted from there.
  const fenced = block && /^\$+[ \t]*(?:\r?\n|$)/.test(raw);
  const lead = fenced ? 0 : raw.slice(marks).indexOf(node.value.charAt(0));
  const end = raw.replace(/\$\$[ \t]*\{[#.][^{}\n]*\}\s*$/, '$$$$').trimEnd();
  if (block && !(end.endsWith('$$') && end.length >= 2 * marks)) {
    warn(file, 'Expected “$” after the formula that begins here', { place: node, ruleId: 'math' });
  }
  return {
    kind: block || marks > 1 ? 'math' : 'inline-math',
    lang: 'math',
    value: node.value,
    attributes: node.data?.formulaAttributes ?? { classes: [], values: new Map() },
    emphasis: [],
    from: 1,
    position: node.position,
    valueStart:
      start &&
      (fenced
        ? { line: start.line + 1, column: start.column }
        : { line: start.line, column: start.column + marks + Math.max(lead, 0) }),
    file,
  };
}

async function readFile(fence: Fence, address: string, files: DeckFiles): Promise<void> {
  const { values } = fence.attributes;
  const found = await files.text(address);
  const text = (key: string): string | undefined => {
    const value = values.get(key);
    return value === undefined ? undefined : String(value);
  };
  const excerpt =
    'problem' in found ? found : excerptOf(String(found), { lines: text('lines'), region: text('region') });
  if ('problem' in excerpt) {
    fence.problem = `${address}: ${inShort(excerpt.problem)}`;
    fail(fence.file, `Cannot show “${address}”: ${excerpt.problem}`, {
      place: fence.position,
      ruleId: excerpt.ruleId,
    });
    return;
  }
  fence.value = excerpt.value;
  fence.valueStart = undefined;
  if (values.has('numbers') && !values.has('from')) fence.from = excerpt.from;
  checkEmphasis(fence);
}

/** Emphasis of lines that are not there is a slip that nobody sees before the talk. */
function checkEmphasis({ emphasis, value, from, file, position }: Fence): void {
  const last = from + value.split('\n').length - 1;
  const wrong = emphasis.flat().find(([first, end]) => end !== Infinity && (first < from || end > last));
  if (!wrong) return;
  const shown = wrong[0] === wrong[1] ? `line ${wrong[0]}` : `lines ${wrong[0]}-${wrong[1]}`;
  warn(file, `Unexpected ${shown} in {…}, expected lines from ${from} to ${last}`, {
    place: position,
    ruleId: 'code-lines',
  });
}
