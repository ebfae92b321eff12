import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = path.join(import.meta.dirname, '..', 'src');

/**
 * The floors of the house, top first. A room imports from rooms on lower floors and from itself; rooms on one floor do not
 * know each other. `index.ts` is the only file at the root.
 */
const LAYERS = [
  ['index.ts'],
  ['cli'],
  ['app'],
  ['present'],
  ['pipeline'],
  ['project'],
  ['export', 'check', 'paginate', 'draft'],
  ['browser'],
  ['compile'],
  ['dialects'],
  ['render'],
  ['markdown', 'html', 'citations', 'diagrams', 'styles', 'pdf'],
  ['theme', 'files'],
  ['client'],
  ['model'],
];

const FLOORS = new Map(LAYERS.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));

/** Packages and modules of Node that one room alone imports, types included. */
const OWNERS: readonly [module: RegExp, rooms: readonly string[]][] = [[/^(?:@puppeteer\/|puppeteer)/, ['browser']]];

/** What `from '…'`, `import('…')` and `import '…'` name: static, dynamic and type-only imports, and exports. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g;

function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, , name = '']) => name);
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** Says what is wrong with an import; `undefined` where it may be there. @param file - below `src/`, with `/`. */
function faultOf(file: string, name: string): string | undefined {
  const room = roomOf(file);
  if (!name.startsWith('.')) {
    const owner = OWNERS.find(([module]) => module.test(name));
    return owner && !owner[1].includes(room)
      ? `${file} imports ${name}, which belongs to ${owner[1].join()}`
      : undefined;
  }
  const target = path.posix.join(path.posix.dirname(file), name);
  if (target.startsWith('..')) return `${file} imports ${name} from outside of src`;
  const [from, to] = [FLOORS.get(room), FLOORS.get(roomOf(target))];
  if (from === undefined || to === undefined) return `${from === undefined ? file : target} is in no room of LAYERS`;
  return room === roomOf(target) || from < to ? undefined : `${file} imports ${target}, which is not below it`;
}

const FILES = globSync('**/*.ts', { cwd: SRC }).map((file) => file.replaceAll(path.sep, '/'));
const IMPORTS = new Map(FILES.map((file) => [file, importsOf(readFileSync(path.join(SRC, file), 'utf8'))]));

test('imports point down the floors, and packages have their rooms', () => {
  const faults = [...IMPORTS].flatMap(([file, names]) => names.flatMap((name) => faultOf(file, name) ?? []));
  expect(faults).toEqual([]);
});

test('no module imports itself by way of others, types included', () => {
  expect(circles(IMPORTS)).toEqual([]);
});

/** Groups of files that import each other (Tarjan's strongly connected components). */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const [order, low] = [new Map<string, number>(), new Map<string, number>()];
  const open: string[] = [];
  const visit = (file: string): number => {
    order.set(file, order.size);
    let lowest = order.get(file) ?? 0;
    open.push(file);
    for (const name of imports.get(file) ?? []) {
      const target = path.posix.join(path.posix.dirname(file), name);
      if (!name.startsWith('.') || !imports.has(target)) continue;
      if (!order.has(target)) lowest = Math.min(lowest, visit(target));
      else if (open.includes(target)) lowest = Math.min(lowest, order.get(target) ?? 0);
    }
    low.set(file, lowest);
    if (lowest === order.get(file)) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1) found.push(group.toSorted());
    }
    return lowest;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}

describe('a forbidden import is found', () => {
  const rooms = LAYERS.flat();
  const planted = rooms.flatMap((room) => {
    const file = room === 'index.ts' ? room : `${room}/planted.ts`;
    return rooms
      .filter((other) => other !== room && (FLOORS.get(other) ?? 0) <= (FLOORS.get(room) ?? 0))
      .map((other) => [file, other] as const);
  });

  test.each(planted)('in %s, of %s', (file, other) => {
    const to = other === 'index.ts' ? other : `${other}/planted.ts`;
    const relative = path.posix.relative(path.posix.dirname(file), to);
    const name = relative.startsWith('.') ? relative : `./${relative}`;
    for (const source of [
      `import { a } from '${name}';`,
      `import type { A } from '${name}';`,
      `export * from '${name}';`,
      `import '${name}';`,
      `const a = await import('${name}');`,
      `type A = typeof import('${name}');`,
    ]) {
      expect(importsOf(source).map((found) => faultOf(file, found))).toEqual([
        `${file} imports ${to}, which is not below it`,
      ]);
    }
  });

  test('of a package that another room owns, and of files outside', () => {
    expect(faultOf('check/planted.ts', 'puppeteer')).toBe(
      'check/planted.ts imports puppeteer, which belongs to browser',
    );
    expect(faultOf('cli/planted.ts', '../../test/x.ts')).toBe(
      'cli/planted.ts imports ../../test/x.ts from outside of src',
    );
    expect(faultOf('planted.ts', './model/deck.ts')).toBe('planted.ts is in no room of LAYERS');
  });

  test('in a circle', () => {
    const imports = new Map([
      ['model/a.ts', ['./b.ts']],
      ['model/b.ts', ['./c.ts']],
      ['model/c.ts', ['./a.ts', './d.ts']],
      ['model/d.ts', []],
    ]);
    expect(circles(imports)).toEqual([['model/a.ts', 'model/b.ts', 'model/c.ts']]);
  });
});
