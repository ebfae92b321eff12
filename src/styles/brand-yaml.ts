import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { didYouMean } from '../model/did-you-mean.ts';
import { warn } from '../model/messages.ts';

/** A value of a brand file that knows its place. Reading what is not there gives `undefined`, and a wrong kind is a message. */
export class BrandNode {
  readonly #node: Node | undefined;
  readonly #source: BrandSource;
  /** Keys from the root, as in `typography.base`. */
  readonly name: string;

  constructor(node: unknown, name: string, source: BrandSource) {
    const target = isAlias(node) ? node.resolve(source.document) : node;
    this.#node = isMap(target) || isSeq(target) || isScalar(target) ? target : undefined;
    this.#source = source;
    this.name = name;
  }

  get isMap(): boolean {
    return isMap(this.#node);
  }

  get isThere(): boolean {
    return this.#node !== undefined && !(isScalar(this.#node) && this.#node.value === null);
  }

  /** The value of a key; a missing node where this is not a map. */
  get(key: string): BrandNode {
    return this.#child(key, isMap(this.#node) ? this.#node.get(key, true) : undefined);
  }

  #child(key: string, value: unknown): BrandNode {
    return new BrandNode(value, this.name ? `${this.name}.${key}` : key, this.#source);
  }

  /** Items of a list; a single value is a list of one. */
  items(): BrandNode[] {
    if (!this.isThere) return [];
    const items = isSeq(this.#node) ? this.#node.items : [this.#node];
    return items.map((item) => new BrandNode(item, this.name, this.#source));
  }

  entries(): [key: string, value: BrandNode][] {
    if (!isMap(this.#node)) return [];
    return this.#node.items.map(({ key, value }) => {
      const name = String(isScalar(key) ? key.value : key);
      return [name, this.#child(name, value)];
    });
  }

  /** Text or a number as it is written; `undefined` where there is none. */
  text(): string | undefined {
    if (!this.isThere) return undefined;
    if (isScalar(this.#node) && ['string', 'number'].includes(typeof this.#node.value)) {
      return (this.#node.source ?? String(this.#node.value)).trim();
    }
    this.warn('expected text');
    return undefined;
  }

  /** Reports keys that the format does not have. */
  expectKeys(keys: readonly string[]): void {
    for (const [key, value] of this.entries())
      if (!keys.includes(key)) value.warn(`unknown key${didYouMean(key, keys)}`);
  }

  /** Adds a message at this value. */
  warn(problem: string, ruleId: 'brand-file' | 'brand-font' = 'brand-file'): void {
    const { file, place } = this.#source;
    const [start = 0, end = start] = this.#node?.range ?? [];
    warn(file, `Invalid “${this.name}” in the brand file: ${problem}`, { place: place(start, end), ruleId });
  }
}

interface BrandSource {
  document: Document.Parsed;
  file: VFile;
  place: (start: number, end: number) => Position;
}

/** Parses a brand file; `undefined` where it is not YAML, which is a message at its place. */
export function parseBrand(file: VFile): BrandNode | undefined {
  const text = String(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const point = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, offset };
  };
  const place = (start: number, end: number): Position => ({ start: point(start), end: point(Math.max(start, end)) });
  const [error] = document.errors;
  if (error) {
    const reason = `Invalid YAML in the brand file, which is ignored: ${error.message.split('\n', 1)[0] ?? ''}`;
    warn(file, reason, { place: place(...error.pos), ruleId: 'brand-file' });
    return undefined;
  }
  const root = new BrandNode(document.contents, '', { document, file, place });
  if (root.isMap) return root;
  if (root.isThere) {
    const reason = 'Invalid brand file, expected keys such as “color” and “typography”';
    warn(file, reason, { place: place(0, 0), ruleId: 'brand-file' });
  }
  return undefined;
}
