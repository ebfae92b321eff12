import type { PdfFile } from './pdf-file.ts';
import type { StructureElement } from './structure-tree.ts';

/**
 * Renumbers table cells. The browser counts them as long as it lives, in an order that differs from run to run, and
 * calls them `node00001234`; here they begin at zero, in the order of the document. The names in the tree that finds
 * them stay sorted: each leads to the cell that has it now.
 */
export function numberCells(
  pdf: PdfFile,
  root: number,
  elements: readonly Pick<StructureElement, 'id' | 'type'>[],
): void {
  const cells = elements.filter(({ type }) => type === 'TD' || type === 'TH').map(({ id }) => id);
  const owners = new Map(
    cells.flatMap((id) => {
      const own = OWN_CELL.exec(pdf.read(id))?.[1];
      return own === undefined ? [] : [[own, id] as const];
    }),
  );
  const named = [...owners.keys()].map((number, rank) => [number, cellName(rank)] as const);
  const names = new Map(named);
  for (const id of cells) rename(pdf, id, names);
  const places = [...owners.keys()].toSorted();
  const inTree = new Map(places.map((number, rank) => [number, cellName(rank)]));
  const holders = new Map(named.map(([number, name]) => [name, owners.get(number) ?? 0]));
  for (const id of nameTree(pdf, /\/IDTree (\d+) 0 R/.exec(pdf.read(root))?.[1])) {
    rename(pdf, id, inTree);
    const source = pdf.read(id);
    const led = source.replace(LEADS, (whole, name: string) => {
      const holder = holders.get(name);
      return holder === undefined ? whole : `${name} ${holder} 0 R`;
    });
    if (led !== source) pdf.write(id, led);
  }
}

const CELL = /\(node\d{8}\)/g;
const OWN_CELL = /\/ID (\(node\d{8}\))/;
const LEADS = /(\(node\d{8}\)) \d+ 0 R/g;

function cellName(rank: number): string {
  return `(node${String(rank).padStart(8, '0')})`;
}

function rename(pdf: PdfFile, id: number, names: ReadonlyMap<string, string>): void {
  const source = pdf.read(id);
  const renamed = source.replace(CELL, (name) => names.get(name) ?? name);
  if (renamed !== source) pdf.write(id, renamed);
}

/** Object numbers of a tree of names (ISO 32000-1, 7.9.6). */
function nameTree(pdf: PdfFile, root: string | undefined): number[] {
  if (root === undefined) return [];
  const kids = /\/Kids \[([^\]]*)\]/.exec(pdf.read(Number(root)))?.[1] ?? '';
  return [Number(root), ...[...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => nameTree(pdf, kid))];
}
