import path from 'node:path';
import type { Element } from 'xast';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { Relationship } from '../package.ts';
import { childrenOf, readPart } from './read-xml.ts';
import { TemplateFault } from './template-fault.ts';

/** Bytes of a part, and of all that are read. Templates with videos have a few hundred MB at most. */
const LARGEST_PART = 128_000_000;
const LARGEST_XML = 16_000_000;
const LARGEST = 256_000_000;
const MOST_PARTS = 10_000;

/** The parts of a template, which are unpacked as they are read. */
export interface TemplateParts {
  has: (name: string) => boolean;
  /** @throws TemplateFault where it is missing */
  bytes: (name: string) => Uint8Array;
  xml: (name: string) => Element;
  contentType: (name: string) => string;
  /** Of a part; `''` is the file itself. */
  relationships: (name: string) => Relationship[];
}

/** Opens a `.potx` or `.pptx`. Nothing is unpacked yet. @throws TemplateFault */
export function openTemplate(file: Uint8Array): TemplateParts {
  const entries = listEntries(file);
  const known = new Map<string, Uint8Array>();
  let read = 0;
  const has = (name: string): boolean => entries.has(name);
  const bytes = (name: string): Uint8Array => {
    const before = known.get(name);
    if (before) return before;
    const size = entries.get(name);
    if (size === undefined) throw new TemplateFault(`${name} is missing in it`);
    const most = /\.(?:xml|rels)$/.test(name) ? LARGEST_XML : LARGEST_PART;
    read += size;
    if (size > most || read > LARGEST) {
      throw new TemplateFault(
        `${name} has ${megabytes(size)}; parts have at most ${megabytes(most)}, and all together ${megabytes(LARGEST)}`,
      );
    }
    const part = unpack(file, (entry) => entry.name === name)[name];
    if (!part) throw new TemplateFault(`${name} cannot be unpacked`);
    known.set(name, part);
    return part;
  };
  const xml = (name: string): Element => readPart(name, bytes(name));
  let types: ContentTypes | undefined;
  return {
    has,
    bytes,
    xml,
    contentType(name) {
      types ??= readContentTypes(xml('[Content_Types].xml'));
      const extension = path.posix.extname(name).slice(1).toLowerCase();
      return types.parts.get(`/${name}`.toLowerCase()) ?? types.extensions.get(extension) ?? 'application/octet-stream';
    },
    relationships(name) {
      const rels = path.posix.join(path.posix.dirname(name), '_rels', `${path.posix.basename(name)}.rels`);
      return has(rels) ? readRelationships(name, xml(rels)) : [];
    },
  };
}

function megabytes(size: number): string {
  return `${Math.ceil(size / 1e6)} MB`;
}

/** Sizes of the files by their names. */
function listEntries(file: Uint8Array): ReadonlyMap<string, number> {
  const [a, b, c, d] = file;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    throw new TemplateFault(
      'it is protected by a password, or of PowerPoint 2003 or earlier; save it as “PowerPoint Template (*.potx)”',
    );
  }
  const entries = new Map<string, number>();
  unpack(file, ({ name, originalSize }) => {
    if (entries.size >= MOST_PARTS) throw new TemplateFault(`it has more than ${MOST_PARTS} parts`);
    entries.set(name, originalSize);
    return false;
  });
  if (!entries.has('[Content_Types].xml')) throw new TemplateFault('it is not a file of PowerPoint');
  return entries;
}

function unpack(file: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(file, { filter });
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    throw new TemplateFault('it is damaged, or not a file of PowerPoint');
  }
}

interface ContentTypes {
  parts: ReadonlyMap<string, string>;
  extensions: ReadonlyMap<string, string>;
}

function readContentTypes(root: Element): ContentTypes {
  const parts = new Map<string, string>();
  const extensions = new Map<string, string>();
  for (const { name, attributes } of childrenOf(root)) {
    const type = attributes['ContentType'] ?? '';
    if (name === 'Override') parts.set((attributes['PartName'] ?? '').toLowerCase(), type);
    if (name === 'Default') extensions.set((attributes['Extension'] ?? '').toLowerCase(), type);
  }
  return { parts, extensions };
}

function readRelationships(from: string, root: Element): Relationship[] {
  return childrenOf(root).map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      target: external ? target : partAt(from, target),
      external,
    };
  });
}

/** Returns the name of a part that another refers to. */
function partAt(from: string, target: string): string {
  const joined = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
  return path.posix.normalize(joined);
}
