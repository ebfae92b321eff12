import type { PdfFile } from './pdf-file.ts';
import { isContent, type StructureElement } from './structure-tree.ts';

/** Says of marked content which element it belongs to (ISO 32000-1, 14.7.4.4); of artifacts nothing. */
export function writeParents(pdf: PdfFile, root: number, elements: readonly StructureElement[]): void {
  const owners = new Map<number, Map<number, number>>();
  for (const { id, kids } of elements) {
    for (const kid of kids) {
      if (!isContent(kid)) continue;
      const known = owners.get(kid.holder) ?? new Map<number, number>();
      owners.set(kid.holder, known.set(kid.mcid, id));
    }
  }
  const index = /\/ParentTree (\d+) 0 R/.exec(pdf.read(root))?.[1];
  if (index === undefined) return;
  const arrays = new Map(
    [...pdf.read(Number(index)).matchAll(/(\d+) (\d+) 0 R/g)].map(([, at, id]) => [at, Number(id)]),
  );
  for (const holder of holders(pdf, owners)) {
    const array = arrays.get(/\/StructParents (\d+)/.exec(pdf.dictionary(holder))?.[1] ?? '');
    if (array === undefined) continue;
    const own = owners.get(holder);
    const source = pdf.read(array);
    const length = countOf(source, 'R') + countOf(source, 'null');
    const parents = Array.from({ length }, (_, mcid) => own?.get(mcid)).map((id) => (id ? `${id} 0 R` : 'null'));
    const written = `[${parents.join(' ')}]`;
    if (written !== source) pdf.write(array, written);
  }
}

function countOf(source: string, part: string): number {
  return source.split(part).length - 1;
}

/** Pages and forms that have content, or had some. */
function holders(pdf: PdfFile, owners: ReadonlyMap<number, unknown>): Set<number> {
  return new Set([...pdf.pages(), ...owners.keys()]);
}

/** Notes are found by their names (ISO 14289-1, 7.9). They sort behind the names that the browser gives. */
export function writeNoteIds(pdf: PdfFile, root: number, elements: readonly StructureElement[]): void {
  const names: [name: string, id: number][] = [];
  for (const element of elements) {
    const name = element.type === 'Note' ? element.entries.get('ID') : undefined;
    if (name !== undefined) names.push([name, element.id]);
  }
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last) return;
  const sorted = names.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const [from, to] = [sorted[0]?.[0], sorted.at(-1)?.[0]];
  const leaf = pdf.add(
    `<</Limits [${from} ${to}]\n/Names [${sorted.map(([name, id]) => `${name} ${id} 0 R`).join(' ')}]>>`,
  );
  const known = /\/IDTree (\d+) 0 R/.exec(pdf.read(root))?.[1];
  if (known === undefined) pdf.extend(root, { IDTree: `${pdf.add(`<</Kids [${leaf} 0 R]>>`)} 0 R` });
  else pdf.write(Number(known), pdf.read(Number(known)).replace(/\/Kids \[([^\]]*)\]/, `/Kids [$1 ${leaf} 0 R]`));
}
