import { createHash } from 'node:crypto';

/**
 * Adds to a PDF by an incremental update (ISO 32000-1, 7.5.6): new and changed objects and a new cross-reference table
 * are appended, the bytes before them stay. It reads what Chromium writes: PDF 1.4 with a plain cross-reference table.
 * Loading and saving the whole file with a PDF library takes as long as printing it.
 */
export class PdfUpdate {
  readonly #bytes: Buffer;
  readonly #offsets: Map<number, number>;
  readonly #startXref: number;
  readonly #changed = new Map<number, string>();
  #size: number;
  readonly root: number;
  readonly info: number;

  /** @throws Error where the bytes are not such a PDF */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = this.#bytes.toString('latin1', Math.max(0, bytes.byteLength - 2048));
    const trailer = tail.slice(tail.lastIndexOf('trailer'));
    this.#size = numberAfter(trailer, /\/Size (\d+)/);
    this.root = numberAfter(trailer, /\/Root (\d+) 0 R/);
    this.info = numberAfter(trailer, /\/Info (\d+) 0 R/);
    this.#startXref = numberAfter(trailer, /startxref\s+(\d+)/);
    this.#offsets = readTable(this.#bytes, this.#startXref);
  }

  /** Source of an object between `obj` and `endobj`. */
  read(id: number): string {
    const changed = this.#changed.get(id);
    if (changed !== undefined) return changed;
    const start = this.#offsets.get(id);
    if (start === undefined) throw new Error(`PDF object ${id} is missing`);
    const end = this.#bytes.indexOf('endobj', start);
    return this.#bytes
      .toString('latin1', start, end)
      .replace(/^\d+ \d+ obj\s*/, '')
      .trimEnd();
  }

  /** Takes the next free object number. */
  reserve(): number {
    const id = this.#size;
    this.#size += 1;
    return id;
  }

  /** Sets the source of an object, new or not; characters stand for bytes. */
  write(id: number, source: string): void {
    this.#changed.set(id, source);
  }

  add(source: string): number {
    const id = this.reserve();
    this.write(id, source);
    return id;
  }

  /** Object numbers of the pages, in order. */
  pages(): number[] {
    const collect = (id: number): number[] => {
      const source = this.read(id);
      const kids = /\/Kids \[([^\]]*)\]/.exec(source)?.[1];
      if (kids === undefined) return [id];
      return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => collect(Number(kid)));
    };
    return collect(numberAfter(this.read(this.root), /\/Pages (\d+) 0 R/));
  }

  /** The whole file with everything written so far. */
  finish(): Uint8Array {
    const head = this.#bytes;
    let body = head.at(-1) === 0x0a ? '' : '\n';
    const places: [id: number, offset: number][] = [];
    for (const [id, source] of [...this.#changed].toSorted(([a], [b]) => a - b)) {
      places.push([id, head.length + body.length]);
      body += `${id} 0 obj\n${source}\nendobj\n`;
    }
    const table = head.length + body.length;
    const entries = places.map(([id, offset]) => `${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    const digest = createHash('md5').update(head).update(body, 'latin1').digest('hex');
    const trailer = `<</Size ${this.#size}\n/Root ${this.root} 0 R\n/Info ${this.info} 0 R\n/ID [<${digest}> <${digest}>]\n/Prev ${this.#startXref}>>`;
    body += `xref\n${entries.join('')}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`;
    return Buffer.concat([head, Buffer.from(body, 'latin1')]);
  }
}

function readTable(bytes: Buffer, start: number): Map<number, number> {
  const text = bytes.toString('latin1', start);
  const header = /^xref\s+(\d+) (\d+)\s*\n/.exec(text);
  if (!header) throw new Error('the PDF has no plain cross-reference table');
  const [first, count] = [Number(header[1]), Number(header[2])];
  const offsets = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const entry = text.slice(header[0].length + index * 20, header[0].length + (index + 1) * 20);
    if (entry.charAt(17) === 'n') offsets.set(first + index, Number(entry.slice(0, 10)));
  }
  return offsets;
}

function numberAfter(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the PDF has no ${pattern.source}`);
  return Number(found);
}
