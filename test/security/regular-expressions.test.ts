import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

// Both give the same answers; the program is several times as fast where there is one.
const hasProgram = ['linux-x64', 'darwin-arm64', 'darwin-x64', 'win32-x64'].includes(
  `${process.platform}-${process.arch}`,
);
process.env['RECHECK_BACKEND'] = hasProgram ? 'native' : 'pure';
const { check } = await import('recheck');

const SOURCES = path.join(import.meta.dirname, '../../src');
/** Rooms that see what authors wrote as they wrote it; in the others no expression may be exponential. */
const AUTHORS_TEXT = new Set(['citations', 'compile', 'dialects', 'html', 'markdown', 'model', 'render']);
/** Their files that see something else: what in them is not linear meets no text that was made to be slow. */
const OTHERS_TEXT = new Map([
  ['html/math-fonts.ts', 'classes that KaTeX gives'],
  ['html/math.ts', 'markup that KaTeX writes'],
  ['render/module-script.ts', 'code of plugins'],
  ['render/page-head.ts', 'what has room in a line'],
  ['render/plugin-script.ts', 'code of plugins'],
  ['render/web-addresses.ts', 'code of plugins'],
  ['html/svg.ts', 'drawings that Graphviz, Mermaid and Vega write, where every tag is closed'],
]);

interface Found {
  source: string;
  flags: string;
  /** Files that have it, relative to `src`. */
  files: string[];
}

interface AstNode {
  type: string;
  [key: string]: unknown;
}

/** Regular expressions of all sources: literals, and what `RegExp` gets as far as it is constant. */
function regularExpressions(): Found[] {
  const found = new Map<string, Found>();
  const add = (source: string, flags: string, file: string): void => {
    const known = found.get(`${source}/${flags}`) ?? { source, flags, files: [] };
    found.set(`${source}/${flags}`, { ...known, files: [...known.files, file] });
  };
  for (const file of globSync('**/*.ts', { cwd: SOURCES })) {
    const name = file.replaceAll(path.sep, '/');
    const constants = new Map<string, unknown>();
    const look = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(look);
      if (!isNode(node)) return;
      if (node.type === 'VariableDeclarator' && isNode(node['id']))
        constants.set(String(node['id']['name']), node['init']);
      const literal = node['regex'] as { pattern: string; flags: string } | undefined;
      if (literal) add(literal.pattern, literal.flags, name);
      const { callee } = node;
      if (isNode(callee) && callee['name'] === 'RegExp') {
        const [source, flags] = node['arguments'] as unknown[];
        add(textOf(source, constants), flags ? textOf(flags, constants) : '', name);
      }
      for (const child of Object.values(node)) look(child);
    };
    look(parseAst(readFileSync(path.join(SOURCES, file), 'utf8'), { lang: 'ts' }));
  }
  return [...found.values()];
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The text of an expression; a word stands for what only running the program could tell. */
function textOf(node: unknown, constants: Map<string, unknown>): string {
  if (!isNode(node)) return 'word';
  if (node.type === 'Literal') return String(node['value']);
  if (node.type === 'Identifier') {
    const value = constants.get(String(node['name']));
    return value === undefined ? 'word' : textOf(value, constants);
  }
  const raw = node.type === 'TaggedTemplateExpression';
  const template = raw ? node['quasi'] : node;
  if (!isNode(template) || template.type !== 'TemplateLiteral') return 'word';
  const parts = template['quasis'] as { value: { raw: string; cooked: string } }[];
  const expressions = template['expressions'] as unknown[];
  return parts
    .map(
      ({ value }, index) =>
        (raw ? value.raw : value.cooked) + (index < expressions.length ? textOf(expressions[index], constants) : ''),
    )
    .join('');
}

/** Where a check is not done in time, nothing was found: a busy machine finds less, and never more. */
const TIMEOUT = { timeout: 4000, incubationTimeout: null, attackTimeout: null } as const;

/** What is wrong with an expression over what authors wrote. */
async function faultOf({ source, flags }: Found): Promise<string | undefined> {
  const exact = await check(source, flags, { ...TIMEOUT, checker: 'automaton' });
  const unsure = exact.status === 'unknown' && exact.error.kind === 'unsupported';
  // Of what looks ahead or behind, attacks are tried instead.
  const result = unsure ? await check(source, flags, { ...TIMEOUT, checker: 'fuzz', maxIteration: 3 }) : exact;
  return result.status === 'vulnerable' ? result.complexity.summary : undefined;
}

/** The rest is looked at only as long as that is quick. */
async function growsExponentially({ source, flags }: Found): Promise<boolean> {
  const result = await check(source, flags, { checker: 'automaton', timeout: 400 });
  return result.status === 'vulnerable' && result.complexity.type === 'exponential';
}

/** Expressions that were found to be fine, each with how it was checked; `UPDATE_FIXTURES=1` checks all of them anew. */
const CHECKED = path.join(import.meta.dirname, '../fixtures/security/checked-expressions.json');

test('every regular expression over what authors write takes time in proportion to it, and none grows exponentially', async () => {
  const all = regularExpressions();
  expect(all.length, 'expressions that were found').toBeGreaterThan(250);
  const isUpdate = process.env['UPDATE_FIXTURES'] === '1';
  const checked = new Set<string>(isUpdate ? [] : (JSON.parse(readFileSync(CHECKED, 'utf8')) as string[]));
  const faults: string[] = [];
  const fine: string[] = [];
  for (const found of all) {
    const strict = found.files.some((file) => AUTHORS_TEXT.has(file.split('/')[0] ?? '') && !OTHERS_TEXT.has(file));
    const key = `${strict ? 'linear' : 'not exponential'}: /${found.source}/${found.flags}`;
    if (checked.has(key)) continue;
    const fault = strict ? await faultOf(found) : (await growsExponentially(found)) && 'exponential';
    if (fault) faults.push(`${found.files.join(', ')}: /${found.source}/${found.flags} is ${fault}`);
    else fine.push(key);
  }
  expect(faults).toEqual([]);
  if (isUpdate) writeFileSync(CHECKED, `${JSON.stringify(fine.toSorted(), undefined, 2)}\n`);
}, 900_000);
