import { dictionaryEntries } from './pdf-dictionary.ts';
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
  /** Writes what has changed. */
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
  readonly #source: string;
  parent: StructureElement | undefined;
  type = '';
  kids: StructureKid[] = [];
  /** Type, parent and kids as they were. */
  #before: [type: string, parent: number, kids: readonly StructureKid[]] = ['', 0, []];
  #entries: Map<string, string> | undefined;

  constructor(id: number, source: string, parent: StructureElement | undefined) {
    this.id = id;
    this.#source = source;
    this.parent = parent;
  }

  get entries(): Map<string, string> {
    if (!this.#entries) {
      this.#entries = this.#source ? dictionaryEntries(this.#source) : new Map();
      for (const name of ['Type', 'S', 'P', 'K']) this.#entries.delete(name);
    }
    return this.#entries;
  }

  /** Notes what the element is in the file. */
  keep(): void {
    this.#before = [this.type, this.parent?.id ?? 0, [...this.kids]];
  }

  /** The changed source; `undefined` where nothing has changed. */
  changedSource(parent: number): string | undefined {
    const [type, above, kids] = this.#before;
    const isSame = this.#entries === undefined && this.type === type && parent === above;
    if (isSame && this.kids.length === kids.length && this.kids.every((kid, at) => kid === kids[at])) return undefined;
    const sources = this.kids.map((kid) =>
      isElement(kid) ? `${kid.id} 0 R` : isContent(kid) ? kid.source : kid.object,
    );
    const own = sources.length === 1 ? sources.join('') : `[${sources.join(' ')}]`;
    const plain = this.#entries === undefined ? PLAIN.exec(this.#source) : undefined;
    const rest = plain
      ? `${plain[2] ?? ''}${plain[5] ?? ''}`
      : [...this.entries].map(([name, value]) => `\n/${name} ${value}`).join('');
    return `<</Type /StructElem\n/S /${this.type}\n/P ${parent} 0 R${rest}\n/K ${own}>>`;
  }
}

/** An element as nearly all are: type, parent, page, kids, and attributes. A text may hold anything, so there is none. */
const PLAIN = /^<<\/Type \/StructElem\n\/S \/(\w+)\n\/P \d+ 0 R(\n\/Pg (\d+) 0 R)?\n\/K \[?([\d R]+)\]?(\n[^(]*)?>>$/;

function readElement(pdf: PdfFile, id: number, parent: StructureElement | undefined): ReadElement {
  const source = pdf.read(id);
  const element = new ReadElement(id, source, parent);
  const [plain, type = '', , page, kids = ''] = PLAIN.exec(source) ?? [];
  if (plain === undefined) readEntries(pdf, element, source);
  else {
    element.type = type;
    addKids(pdf, element, kids.match(KID) ?? [], page);
  }
  element.keep();
  return element;
}

/** Reads an element that says more of itself. */
function readEntries(pdf: PdfFile, element: ReadElement, source: string): void {
  const entries = dictionaryEntries(source);
  element.type = entries.get('S')?.slice(1) ?? '';
  addKids(pdf, element, entries.get('K')?.match(KID) ?? [], entries.get('Pg'));
}

const KID = /<<[^<>]*>>|\d+ 0 R|\d+/g;

function addKids(pdf: PdfFile, element: ReadElement, kids: readonly string[], page: string | undefined): void {
  for (const kid of kids) {
    if (kid.endsWith('R')) element.kids.push(readElement(pdf, Number.parseInt(kid, 10), element));
    else if (/\/OBJR\b/.test(kid)) element.kids.push({ object: kid });
    else if (kid.startsWith('<<')) {
      const own = dictionaryEntries(kid);
      const holder = numberIn(own.get('Stm') ?? own.get('Pg') ?? page);
      element.kids.push({ holder, mcid: Number(own.get('MCID')), source: kid });
    } else element.kids.push({ holder: numberIn(page), mcid: Number(kid), source: kid });
  }
}

function writeElement(pdf: PdfFile, element: StructureElement, parent: number): void {
  const source = element instanceof ReadElement ? element.changedSource(parent) : undefined;
  if (source !== undefined) pdf.write(element.id, source);
  for (const kid of element.kids) if (isElement(kid)) writeElement(pdf, kid, element.id);
}

/** Returns the root of a PDF's structure tree. */
export function structureRoot(pdf: PdfFile): number | undefined {
  const found = /\/StructTreeRoot (\d+) 0 R/.exec(pdf.read(pdf.root))?.[1];
  return found === undefined ? undefined : Number(found);
}

function numberIn(source: string | undefined): number {
  return Number.parseInt(source ?? '0', 10);
}

/** Calls `visitor` for each element, parents first. What it adds below the element is visited as well. */
export function eachStructureElement(element: StructureElement, visitor: (element: StructureElement) => void): void {
  visitor(element);
  for (const kid of element.kids) if (isElement(kid)) eachStructureElement(kid, visitor);
}

/** Lists all elements, parents first. */
export function structureElements(top: StructureElement): StructureElement[] {
  const elements: StructureElement[] = [];
  collect(top, elements);
  return elements;
}

function collect(element: StructureElement, elements: StructureElement[]): void {
  elements.push(element);
  for (const kid of element.kids) if (isElement(kid)) collect(kid, elements);
}

/** Moves kids to another parent. */
export function adopt(parent: StructureElement, kids: readonly StructureKid[]): void {
  for (const kid of kids) if (isElement(kid)) kid.parent = parent;
  parent.kids.push(...kids);
}
