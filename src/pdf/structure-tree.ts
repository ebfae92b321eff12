import { dictionaryEntries, dictionarySource } from './pdf-dictionary.ts';
import type { PdfFile } from './pdf-file.ts';

/** An element of a document's structure (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  id: number;
  type: string;
  /** All entries but type, parent and kids, by their names. They are read when they are asked for. */
  readonly entries: Map<string, string>;
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
  const root = readElement(pdf, Number(document), undefined);
  return {
    rootId,
    document: root,
    add(type, parent, at) {
      const element = new ReadElement(pdf.reserve(), '', parent);
      element.type = type;
      parent.kids.splice(at, 0, element);
      return element;
    },
    write: () => writeElement(pdf, root, rootId),
  };
}

/** Most elements stay as they are, and nobody asks for their entries: these cost next to nothing. */
class ReadElement implements StructureElement {
  readonly id: number;
  readonly source: string;
  parent: StructureElement | undefined;
  type: string;
  kids: StructureKid[] = [];
  /** Type, parent and kids as they were. */
  before: [type: string, parent: number, kids: readonly StructureKid[]];
  #entries: Map<string, string> | undefined;

  constructor(id: number, source: string, parent: StructureElement | undefined) {
    this.id = id;
    this.source = source;
    this.parent = parent;
    this.type = /\/S \/(\w+)/.exec(source)?.[1] ?? '';
    this.before = [this.type, parent?.id ?? 0, this.kids];
  }

  get entries(): Map<string, string> {
    if (!this.#entries) {
      this.#entries = this.source ? dictionaryEntries(this.source) : new Map();
      for (const name of ['Type', 'S', 'P', 'K']) this.#entries.delete(name);
    }
    return this.#entries;
  }

  isAsItWas(parent: number): boolean {
    const [type, above, kids] = this.before;
    const { length } = kids;
    const same = this.#entries === undefined && this.type === type && parent === above && this.kids.length === length;
    return same && this.kids.every((kid, at) => kid === kids[at]);
  }
}

function readElement(pdf: PdfFile, id: number, parent: StructureElement | undefined): ReadElement {
  const source = pdf.read(id);
  const element = new ReadElement(id, source, parent);
  // A text may hold anything.
  const plain = !source.includes('(');
  const page = plain ? /\/Pg (\d+)/.exec(source)?.[1] : dictionaryEntries(source).get('Pg');
  const kids = plain ? KIDS.exec(source)?.[1] : dictionaryEntries(source).get('K');
  element.kids = kidsIn(kids ?? '').map((kid) => {
    if (kid.endsWith('R')) return readElement(pdf, Number.parseInt(kid, 10), element);
    if (/\/OBJR\b/.test(kid)) return { object: kid };
    if (!kid.startsWith('<<')) return { holder: numberIn(page), mcid: Number(kid), source: kid };
    const own = dictionaryEntries(kid);
    return { holder: numberIn(own.get('Stm') ?? own.get('Pg') ?? page), mcid: Number(own.get('MCID')), source: kid };
  });
  element.before = [element.type, parent?.id ?? 0, [...element.kids]];
  return element;
}

const KIDS = /\/K (\[[^\]]*\]|\d+ 0 R|\d+|<<[^<>]*>>)/;

function writeElement(pdf: PdfFile, element: StructureElement, parent: number): void {
  const { id, type, kids } = element;
  if (!(element instanceof ReadElement && element.isAsItWas(parent))) {
    const sources = kids.map((kid) => (isElement(kid) ? `${kid.id} 0 R` : isContent(kid) ? kid.source : kid.object));
    const own = sources.length === 1 ? sources.join('') : `[${sources.join(' ')}]`;
    const first = [['Type', '/StructElem'] as const, ['S', `/${type}`] as const, ['P', `${parent} 0 R`] as const];
    pdf.write(id, dictionarySource(new Map([...first, ...element.entries, ['K', own]])));
  }
  for (const kid of kids) if (isElement(kid)) writeElement(pdf, kid, id);
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
