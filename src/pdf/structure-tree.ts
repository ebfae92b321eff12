import { dictionaryEntries, dictionarySource } from './pdf-dictionary.ts';
import type { PdfFile } from './pdf-file.ts';

/** An element of a document's structure (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  id: number;
  type: string;
  /** All entries but type, parent and kids, by their names. */
  entries: Map<string, string>;
  parent: StructureElement | undefined;
  kids: StructureKid[];
}

/** Marked content of a page, or of a form that pages draw (14.7.4). */
export interface ContentKid {
  /** Object number of the page, or of the form. */
  holder: number;
  mcid: number;
  source: string;
}

/** An annotation. */
interface ObjectKid {
  object: string;
}

export type StructureKid = StructureElement | ContentKid | ObjectKid;

export const isElement = (kid: StructureKid): kid is StructureElement => 'type' in kid;
export const isContent = (kid: StructureKid): kid is ContentKid => 'mcid' in kid;

/** The structure of a document, to be changed and written back. */
export interface StructureTree {
  rootId: number;
  document: StructureElement;
  /** Adds an element at a place among a parent's kids. */
  add: (type: string, parent: StructureElement, at: number) => StructureElement;
  write: () => void;
}

/** Reads the structure of a document; `undefined` where it has none. */
export function readStructure(pdf: PdfFile): StructureTree | undefined {
  const rootId = structureRoot(pdf);
  const document = rootId === undefined ? undefined : /\/K (\d+) 0 R/.exec(pdf.read(rootId))?.[1];
  if (rootId === undefined || document === undefined) return undefined;
  const read = new Map<number, string>();
  const root = readElement(Number(document), undefined);
  return {
    rootId,
    document: root,
    add(type, parent, at) {
      const element = { id: pdf.reserve(), type, entries: new Map<string, string>(), parent, kids: [] };
      parent.kids.splice(at, 0, element);
      return element;
    },
    write: () => write(root, rootId),
  };

  function readElement(id: number, parent: StructureElement | undefined): StructureElement {
    const source = pdf.read(id);
    read.set(id, source);
    const entries = dictionaryEntries(source);
    const element: StructureElement = { id, type: (entries.get('S') ?? '/').slice(1), entries, parent, kids: [] };
    const page = numberIn(entries.get('Pg'));
    element.kids = kidsIn(entries.get('K') ?? '').map((kid) => {
      if (/^\d+ 0 R$/.test(kid)) return readElement(Number.parseInt(kid, 10), element);
      if (/\/OBJR\b/.test(kid)) return { object: kid };
      if (!kid.startsWith('<<')) return { holder: page, mcid: Number(kid), source: kid };
      const own = dictionaryEntries(kid);
      const holder = numberIn(own.get('Stm') ?? own.get('Pg') ?? entries.get('Pg'));
      return { holder, mcid: Number(own.get('MCID')), source: kid };
    });
    for (const name of ['Type', 'S', 'P', 'K']) entries.delete(name);
    return element;
  }

  function write({ id, type, entries, kids }: StructureElement, parent: number): void {
    const sources = kids.map((kid) => (isElement(kid) ? `${kid.id} 0 R` : isContent(kid) ? kid.source : kid.object));
    const source = dictionarySource(
      new Map([
        ['Type', '/StructElem'],
        ['S', `/${type}`],
        ['P', `${parent} 0 R`],
        ...entries,
        ['K', sources.length === 1 ? sources.join('') : `[${sources.join(' ')}]`],
      ]),
    );
    if (source !== read.get(id)) pdf.write(id, source);
    for (const kid of kids) if (isElement(kid)) write(kid, id);
  }
}

export function structureRoot(pdf: PdfFile): number | undefined {
  const found = /\/StructTreeRoot (\d+) 0 R/.exec(pdf.read(pdf.root))?.[1];
  return found === undefined ? undefined : Number(found);
}

function numberIn(source: string | undefined): number {
  return Number.parseInt(source ?? '0', 10);
}

function kidsIn(source: string): string[] {
  return source.match(/<<[^<>]*>>|\d+ 0 R|\d+/g) ?? [];
}

/** Calls `visitor` for each element, parents first. What it adds below the element is visited as well. */
export function eachStructureElement(element: StructureElement, visitor: (element: StructureElement) => void): void {
  visitor(element);
  for (const kid of element.kids) if (isElement(kid)) eachStructureElement(kid, visitor);
}

/** Moves kids to another parent. */
export function adopt(parent: StructureElement, kids: readonly StructureKid[]): void {
  for (const kid of kids) if (isElement(kid)) kid.parent = parent;
  parent.kids.push(...kids);
}
