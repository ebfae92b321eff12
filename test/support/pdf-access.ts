import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** A structure element as a tree of names. */
export interface Structure {
  type: string;
  /** The element's own entries, such as `Alt`. */
  entries: Record<string, string>;
  children: Structure[];
  /** Pieces of content and annotations that belong to it. */
  content: number;
  annotations: number;
}

/** What a program for the blind would read of a PDF. */
export class AccessiblePdf {
  readonly #document: PDFDocument;

  static async read(bytes: Uint8Array): Promise<AccessiblePdf> {
    return new AccessiblePdf(await PDFDocument.load(bytes, { updateMetadata: false }));
  }

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  get catalog(): PDFDict {
    return this.#document.catalog;
  }

  dictionary(value: PDFObject | undefined): PDFDict | undefined {
    const found = this.#follow(value);
    return found instanceof PDFDict ? found : undefined;
  }

  array(value: PDFObject | undefined): PDFObject[] {
    const found = this.#follow(value);
    return found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [found];
  }

  text(value: PDFObject | undefined): string | undefined {
    const found = this.#follow(value);
    if (found instanceof PDFString || found instanceof PDFHexString) return found.decodeText();
    if (found instanceof PDFName) return found.decodeText();
    if (found instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(found).decode()).toString('utf8');
    return found?.toString();
  }

  get(dictionary: PDFDict | undefined, name: string): PDFObject | undefined {
    return dictionary?.get(PDFName.of(name));
  }

  /** Every object as text, streams by their dictionaries. */
  source(): string {
    return this.#document.context
      .enumerateIndirectObjects()
      .map(([, object]) => (object instanceof PDFRawStream ? object.dict.toString() : object.toString()))
      .join('\n');
  }

  structure(): Structure {
    const root = this.dictionary(this.get(this.catalog, 'StructTreeRoot'));
    return this.#element(this.dictionary(this.get(root, 'K')), this.dictionary(this.get(root, 'RoleMap')));
  }

  pages(): { page: PDFDict; content: string; annotations: PDFDict[] }[] {
    return this.#document.getPages().map(({ node }) => ({
      page: node,
      content: this.array(this.get(node, 'Contents'))
        .map((part) => this.#content(part))
        .join('\n'),
      annotations: this.array(this.get(node, 'Annots')).flatMap((each) => this.dictionary(each) ?? []),
    }));
  }

  /** Content of all pages and of the forms that they draw. */
  contents(): string[] {
    const forms = this.#document.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFRawStream && object.dict.toString().includes('/Subtype /Form'));
    return [...this.pages().map(({ content }) => content), ...forms.map(([reference]) => this.#content(reference))];
  }

  #content(value: PDFObject): string {
    const found = this.#follow(value);
    return found instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(found).decode()).toString('latin1') : '';
  }

  #element(element: PDFDict | undefined, roles: PDFDict | undefined): Structure {
    const own = this.text(this.get(element, 'S')) ?? '';
    const structure: Structure = {
      type: this.text(this.get(roles, own)) ?? own,
      entries: {},
      children: [],
      content: 0,
      annotations: 0,
    };
    for (const name of ['Alt', 'ActualText', 'A', 'Lang', 'E', 'ID']) {
      const value = this.text(this.get(element, name));
      if (value !== undefined) structure.entries[name] = value;
    }
    for (const kid of this.array(this.get(element, 'K'))) {
      const found = this.#follow(kid);
      if (found instanceof PDFNumber) structure.content += 1;
      if (!(found instanceof PDFDict)) continue;
      const type = this.text(this.get(found, 'Type'));
      if (type === 'MCR') structure.content += 1;
      else if (type === 'OBJR') structure.annotations += 1;
      else structure.children.push(this.#element(found, roles));
    }
    return structure;
  }

  #follow(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.#document.context.lookup(value) : value;
  }
}
