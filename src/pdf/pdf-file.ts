import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { crossReferenceStream, objectStream, type XrefEntry } from './object-streams.ts';

/** A PDF of another form than Chromium's: what can be read of it is not certain. */
export class UnknownPdf extends Error {}

/**
 * A PDF whose objects can be read and replaced. It reads what Chromium writes – PDF 1.4 with a plain cross-reference
 * table, its objects one behind the other – and writes the whole file again, small objects packed and compressed (ISO
 * 32000-1, 7.5.7 and 7.5.8), which takes close to half of its size away. Loading and saving it with a PDF library takes
 * as long as printing it.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  /** Extents of the objects' sources: from after `obj` to before `endobj`. */
  readonly #extents: Map<number, [start: number, end: number]>;
  readonly #changed = new Map<number, string | Buffer>();
  #pages: readonly number[] | undefined;
  #size: number;
  readonly root: number;
  readonly info: number;

  /** @throws UnknownPdf where the bytes are not such a PDF */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = this.#bytes.toString('latin1', Math.max(0, bytes.byteLength - 2048));
    const trailer = tail.slice(tail.lastIndexOf('trailer'));
    this.#size = numberAfter(trailer, /\/Size (\d+)/);
    this.root = numberAfter(trailer, /\/Root (\d+) 0 R/);
    this.info = numberAfter(trailer, /\/Info (\d+) 0 R/);
    this.#extents = readExtents(this.#bytes, numberAfter(trailer, /startxref\s+(\d+)/));
  }

  /** Source of an object; characters stand for bytes. */
  read(id: number): string {
    const changed = this.#changed.get(id);
    if (changed !== undefined) return changed.toString('latin1');
    const extent = this.#extents.get(id);
    if (!extent) throw new UnknownPdf(`object ${id} is missing`);
    return this.#bytes.toString('latin1', ...extent);
  }

  /** Tells whether an object is a stream. Nothing else ends in the `m` of `endstream`. */
  isStream(id: number): boolean {
    const changed = this.#changed.get(id);
    if (changed !== undefined) return typeof changed !== 'string';
    const [, end = 0] = this.#extents.get(id) ?? [];
    return this.#bytes[end - 1] === 0x6d;
  }

  /** Source of a stream's dictionary, or of another object. */
  dictionary(id: number): string {
    if (!this.isStream(id)) return this.read(id);
    const stream = this.#stream(id);
    return stream.toString('latin1', 0, stream.indexOf('stream\n')).trimEnd();
  }

  /** The bytes of a stream, unpacked, as characters that stand for bytes. */
  streamText(id: number): string {
    const bytes = this.#streamBytes(id);
    const isPacked = this.dictionary(id).includes('/FlateDecode');
    return (isPacked ? inflateSync(bytes) : bytes).toString('latin1');
  }

  #stream(id: number): Buffer {
    const changed = this.#changed.get(id);
    return changed instanceof Buffer ? changed : this.#bytes.subarray(...(this.#extents.get(id) ?? []));
  }

  #streamBytes(id: number): Buffer {
    const stream = this.#stream(id);
    return stream.subarray(stream.indexOf('stream\n') + 'stream\n'.length, -'\nendstream'.length);
  }

  /** Object numbers of all that is in the file so far. */
  objects(): number[] {
    return [...new Set([...this.#extents.keys(), ...this.#changed.keys()])].toSorted((a, b) => a - b);
  }

  /** Takes the next free object number. */
  reserve(): number {
    const id = this.#size;
    this.#size += 1;
    return id;
  }

  /** @param entries - of its dictionary, without its length. */
  addStream(entries: string, bytes: Buffer): number {
    const id = this.reserve();
    this.#changed.set(id, streamObject(`<<${entries}\n/Length ${bytes.length}>>`, bytes));
    return id;
  }

  /** Replaces the content of a stream that is in the file; its other entries stay. */
  writeStream(id: number, text: string): void {
    const bytes = deflateSync(Buffer.from(text, 'latin1'), { level: LEVEL });
    const dictionary = this.dictionary(id);
    const filter = dictionary.includes('/FlateDecode') ? '' : '\n/Filter /FlateDecode';
    const entries = dictionary.replace(/\/Length \d+/, `/Length ${bytes.length}${filter}`);
    this.#changed.set(id, streamObject(entries, bytes));
  }

  /** Replaces the dictionary of an object; the bytes of a stream stay. */
  writeDictionary(id: number, dictionary: string): void {
    this.#changed.set(id, this.isStream(id) ? streamObject(dictionary, this.#streamBytes(id)) : dictionary);
  }

  /** Sets the source of an object that is not a stream, new or existing. */
  write(id: number, source: string): void {
    this.#changed.set(id, source);
  }

  add(source: string): number {
    const id = this.reserve();
    this.write(id, source);
    return id;
  }

  /** Adds entries that a dictionary does not have yet. */
  extend(id: number, entries: Record<string, string>): void {
    const source = this.read(id);
    const lines = Object.entries(entries).map(([name, value]) => `\n/${name} ${value}`);
    this.write(id, `${source.replace(/>>\s*$/, '')}${lines.join('')}>>`);
  }

  /** Object numbers of the pages, in order. */
  pages(): readonly number[] {
    const collect = (id: number): number[] => {
      const source = this.read(id);
      const kids = /\/Kids \[([^\]]*)\]/.exec(source)?.[1];
      if (kids === undefined) return [id];
      return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => collect(Number(kid)));
    };
    this.#pages ??= collect(numberAfter(this.read(this.root), /\/Pages (\d+) 0 R/));
    return this.#pages;
  }

  /** The whole file with everything written so far. */
  finish(): Uint8Array {
    // The second line marks the file as binary.
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xD3\xEB\xE9\xE1\n', 'latin1')];
    const xref = new Map<number, XrefEntry>();
    let length = parts[0]?.length ?? 0;
    const put = (id: number, ...contents: Buffer[]): void => {
      xref.set(id, { offset: length });
      for (const chunk of [Buffer.from(`${id} 0 obj\n`), ...contents, Buffer.from('\nendobj\n')]) {
        parts.push(chunk);
        length += chunk.length;
      }
    };
    const packed: [id: number, source: string][] = [];
    for (const id of this.objects()) {
      if (this.isStream(id)) put(id, this.#stream(id));
      else packed.push([id, this.read(id)]);
    }
    for (let from = 0; from < packed.length; from += PACKED) {
      const objects = packed.slice(from, from + PACKED);
      const id = this.reserve();
      put(id, objectStream(objects));
      objects.forEach(([inside], index) => xref.set(inside, { stream: id, index }));
    }
    const id = this.reserve();
    const digest = createHash('sha1');
    for (const part of parts) digest.update(part);
    const name = digest.digest('hex').slice(0, 32);
    xref.set(id, { offset: length });
    const entries = `/Root ${this.root} 0 R\n/Info ${this.info} 0 R\n/ID [<${name}> <${name}>]`;
    const table = crossReferenceStream(xref, { size: this.#size, entries });
    const end = `\nendobj\nstartxref\n${length}\n%%EOF\n`;
    return Buffer.concat([...parts, Buffer.from(`${id} 0 obj\n`), table, Buffer.from(end)]);
  }
}

/** Half the time of zlib's usual level, for a tenth more. */
const LEVEL = 3;

function streamObject(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${dictionary} stream\n`, 'latin1'), bytes, Buffer.from('\nendstream')]);
}

/** Objects in a stream: readers have to unpack all of them to see one. */
const PACKED = 200;

/** Objects lie one behind the other, so each reaches to where the next one begins. */
function readExtents(bytes: Buffer, start: number): Map<number, [number, number]> {
  const offsets = readTable(bytes, start).toSorted((one, other) => one[1] - other[1]);
  return new Map(
    offsets.map(([id, offset], index) => {
      const next = offsets[index + 1]?.[1] ?? start;
      const from = bytes.indexOf(LETTER_J, offset) + 'j\n'.length;
      return [id, [from, endOfObject(bytes, next)]];
    }),
  );
}

/** The last letter of `obj`. */
const LETTER_J = 'j'.charCodeAt(0);
const OBJECT_END = Buffer.from('\nendobj\n');

function endOfObject(bytes: Buffer, next: number): number {
  const end = next - OBJECT_END.length;
  const isThere = bytes[end] === OBJECT_END[0] && bytes[end + 1] === OBJECT_END[1] && bytes[next - 1] === OBJECT_END[0];
  return isThere ? end : bytes.lastIndexOf('\nendobj', next);
}

/** Length of an entry: ten digits of the offset, five of the generation, and whether the object is there. */
const ENTRY = 20;
const [DIGIT_0, LETTER_N] = ['0'.charCodeAt(0), 'n'.charCodeAt(0)];

function readTable(bytes: Buffer, start: number): [id: number, offset: number][] {
  const header = /^xref\s+(\d+) (\d+)\s*\n/.exec(bytes.toString('latin1', start, start + 64));
  if (!header) throw new UnknownPdf('it has no plain cross-reference table');
  const [first, count] = [Number(header[1]), Number(header[2])];
  const offsets: [number, number][] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = start + header[0].length + index * ENTRY;
    if (bytes[entry + 17] !== LETTER_N) continue;
    let offset = 0;
    for (let at = entry; at < entry + 10; at += 1) offset = offset * 10 + (bytes[at] ?? 0) - DIGIT_0;
    offsets.push([first + index, offset]);
  }
  return offsets;
}

function numberAfter(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new UnknownPdf(`it has no “${/\w{3,}/.exec(pattern.source)?.[0]}” entry`);
  return Number(found);
}
