import { createHash } from 'node:crypto';
import path from 'node:path';
import { zipped } from './zip.ts';
import { partText, xml, type Element } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Kinds of relationships, by what their addresses end with; an address stands for itself. */
type RelationshipType =
  | 'audio'
  | 'chart'
  | 'hyperlink'
  | 'image'
  | 'media'
  | 'notesMaster'
  | 'notesSlide'
  | 'package'
  | 'slide'
  | 'slideLayout'
  | 'slideMaster'
  | 'theme'
  | 'video'
  | (string & {});

/** How a part refers to another, or to an address outside. */
export interface Relationship {
  id: string;
  /** The address of its kind. */
  type: string;
  target: string;
  external: boolean;
}

interface AdoptedPart {
  bytes: Uint8Array;
  contentType: string;
  relationships: readonly Relationship[];
}

/** The parts of a presentation, and how they refer to each other. Paths are those in the file: `ppt/slides/slide1.xml`. */
export interface Package {
  /** Adds a part. A part that is there already is replaced. */
  add: (name: string, content: Element | Uint8Array | string, contentType: string) => void;
  /** Adds an image, a video or a sound once for all its places, and returns its path. */
  addMedia: (bytes: Uint8Array, extension: string, mediaType: string) => string;
  /** Adds a part of another package as it is, with its relationships, whose targets are parts' paths. */
  adopt: (name: string, part: AdoptedPart) => void;
  /** Relates a part to another, or to an address outside, and returns the id of the relationship. */
  relate: (from: string, type: RelationshipType, target: string, outside?: 'outside') => string;
  has: (name: string) => boolean;
  /** Returns the file. */
  zip: () => Uint8Array;
}

/** Returns an address as relationships want it: without blanks, and with letters of other scripts encoded. */
function addressOf(address: string): string {
  const encoded = address.toWellFormed().replaceAll(/[^\w.~:/?#[\]@!$&'()*+,;=%-]+/g, encodeURIComponent);
  return encoded.replaceAll(/%(?![\da-f]{2})/gi, '%25');
}

export function createPackage(): Package {
  const parts = new Map<string, Uint8Array>();
  const types = new Map<string, string>();
  const extensions = new Map<string, string>();
  const media = new Map<string, string>();
  const relationships = new Map<string, Relationship[]>();
  const add: Package['add'] = (name, content, contentType) => {
    parts.set(name, bytesOf(content));
    types.set(name, contentType);
  };
  return {
    add,
    has: (name) => parts.has(name),
    addMedia(bytes, extension, mediaType) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const known = media.get(hash);
      if (known !== undefined) return known;
      let number = media.size + 1;
      while (parts.has(`ppt/media/media${number}.${extension}`)) number += 1;
      const name = `ppt/media/media${number}.${extension}`;
      media.set(hash, name);
      parts.set(name, bytes);
      extensions.set(extension, mediaType);
      return name;
    },
    adopt(name, { bytes, contentType, relationships: own }) {
      add(name, bytes, contentType);
      if (own.length > 0) {
        const written = own.map((one) => ({
          ...one,
          target: one.external ? one.target : relativeTo(name, one.target),
        }));
        relationships.set(name, written);
      }
    },
    relate(from, type, target, outside) {
      const own = relationships.get(from) ?? [];
      relationships.set(from, own);
      const full = type.includes(':') ? type : `${OFFICE}/${type}`;
      const external = outside !== undefined;
      const written = external ? addressOf(target) : relativeTo(from, target);
      const known = own.find((one) => one.type === full && one.target === written && one.external === external);
      if (known) return known.id;
      const id = `rId${own.length + 1}`;
      own.push({ id, type: full, target: written, external });
      return id;
    },
    zip() {
      const files = new Map<string, Uint8Array>();
      files.set('[Content_Types].xml', bytesOf(contentTypes(types, extensions)));
      for (const [from, own] of relationships) files.set(relationshipsPath(from), bytesOf(relationshipsPart(own)));
      for (const [name, bytes] of parts) files.set(name, bytes);
      return zipped(files);
    },
  };
}

function bytesOf(content: Element | Uint8Array | string): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return new TextEncoder().encode(typeof content === 'string' ? content : partText(content));
}

/** The package itself has an empty name. */
function relationshipsPath(from: string): string {
  return path.posix.join(path.posix.dirname(from), '_rels', `${path.posix.basename(from)}.rels`);
}

function relativeTo(from: string, target: string): string {
  return from === '' ? target : path.posix.relative(path.posix.dirname(from), target);
}

function relationshipsPart(relationships: readonly Relationship[]): Element {
  return xml(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    relationships.map(({ id, type, target, external }) =>
      xml('Relationship', {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: external ? 'External' : undefined,
      }),
    ),
  );
}

function contentTypes(types: ReadonlyMap<string, string>, extensions: ReadonlyMap<string, string>): Element {
  const usual = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...extensions,
  ]);
  return xml(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    [...usual].map(([extension, type]) => xml('Default', { Extension: extension, ContentType: type })),
    [...types].map(([name, type]) => xml('Override', { PartName: `/${name}`, ContentType: type })),
  );
}
