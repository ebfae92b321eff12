import path from 'node:path';
import { unzipSync } from 'fflate';
import { elementFaults } from './grammar.ts';
import { idFaults } from './id-faults.ts';
import { refusedContent } from './refused.ts';
import { elementsIn, readXml, resolveAlternatives, type XmlElement } from './xml.ts';

/** Says what a reader takes the parts of a package for, by their outermost element. */
const CONTENT_TYPES = new Map([
  ['p:presentation', /presentationml\.(?:presentation|template)\.main\+xml$/],
  ['p:sld', /presentationml\.slide\+xml$/],
  ['p:sldLayout', /presentationml\.slideLayout\+xml$/],
  ['p:sldMaster', /presentationml\.slideMaster\+xml$/],
  ['p:notes', /presentationml\.notesSlide\+xml$/],
  ['p:notesMaster', /presentationml\.notesMaster\+xml$/],
  ['p:presentationPr', /presentationml\.presProps\+xml$/],
  ['p:viewPr', /presentationml\.viewProps\+xml$/],
  ['a:tblStyleLst', /presentationml\.tableStyles\+xml$/],
  ['a:theme', /officedocument\.theme\+xml$/],
  ['c:chartSpace', /drawingml\.chart\+xml$/],
  ['cp:coreProperties', /package\.core-properties\+xml$/],
  ['ep:Properties', /officedocument\.extended-properties\+xml$/],
  ['x:workbook', /spreadsheetml\.sheet\.main\+xml$/],
  ['x:worksheet', /spreadsheetml\.worksheet\+xml$/],
  ['x:styleSheet', /spreadsheetml\.styles\+xml$/],
  ['rels:Relationships', /package\.relationships\+xml$/],
]);

/** Relationships that are used by being there; any other kind is named by an attribute. */
const IMPLICIT =
  /\/(?:slideLayout|slideMaster|notesMaster|notesSlide|theme|presProps|viewProps|tableStyles|styles|worksheet|slide|officeDocument|core-properties|extended-properties|thumbnail|custom-properties)$/;

interface Relationship {
  id: string;
  type: string;
  /** A part, or an address outside. */
  target: string;
  external: boolean;
}

/** The parts of a file that are XML, and what belongs to which. */
export interface Package {
  files: ReadonlyMap<string, Uint8Array>;
  parts: ReadonlyMap<string, XmlElement>;
  /** By the part that they are of; `''` for those of the package. */
  relationships: ReadonlyMap<string, readonly Relationship[]>;
}

/**
 * Lists what is wrong with a `.pptx` or `.xlsx` by ECMA-376: parts, content types, relationships, ids, elements, attributes.
 * Each fault begins with the part that has it.
 */
export function packageFaults(bytes: Uint8Array): string[] {
  const { pack, faults } = openPackage(bytes);
  for (const [part, element] of pack.parts) {
    faults.push(...schemaFaults(element).map((fault) => `${part}: ${fault}`));
    faults.push(...usedIds(part, element, pack));
  }
  faults.push(...typeFaults(pack), ...relationshipFaults(pack), ...idFaults(pack), ...refusedContent(pack));
  for (const [part, content] of pack.files)
    if (part.endsWith('.xlsx')) faults.push(...packageFaults(content).map((fault) => `${part}!${fault}`));
  return faults;
}

/** Reads the parts of a file; those that are not well-formed are faults. */
export function openPackage(bytes: Uint8Array): { pack: Package; faults: string[] } {
  const faults: string[] = [];
  const files = new Map(Object.entries(unzipSync(bytes)));
  const parts = new Map<string, XmlElement>();
  const relationships = new Map<string, Relationship[]>();
  if ([...files.keys()][0] !== '[Content_Types].xml') faults.push('[Content_Types].xml is not the first file');
  for (const [name, content] of files) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    try {
      const element = readXml(new TextDecoder('utf-8', { fatal: true }).decode(content));
      parts.set(name, element);
      if (name.endsWith('.rels')) relationships.set(sourceOf(name), readRelationships(name, element));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : ''}`);
    }
  }
  return { pack: { files, parts, relationships }, faults };
}

function sourceOf(rels: string): string {
  return rels.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
}

function readRelationships(name: string, element: XmlElement): Relationship[] {
  const folder = path.posix.dirname(path.posix.dirname(name));
  return element.children.map(({ attributes }) => {
    const external = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    const inside = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);
    return {
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type') ?? '',
      target: external ? target : inside,
      external,
    };
  });
}

function schemaFaults(element: XmlElement): string[] {
  const branches = (['mc:Choice', 'mc:Fallback'] as const).map((branch) => resolveAlternatives(element, branch));
  return [
    ...new Set(
      branches.flatMap((tree) => [...elementsIn(tree)].flatMap(([one, around]) => elementFaults(one, around))),
    ),
  ];
}

/** Compares the ids that a part names with its relationships. */
function usedIds(part: string, element: XmlElement, { relationships }: Package): string[] {
  if (part.endsWith('.rels')) return [];
  const known = relationships.get(part) ?? [];
  const used = new Set(
    [...elementsIn(element)].flatMap(([{ attributes }]) =>
      [...attributes].flatMap(([key, value]) => (key.startsWith('r:') && value !== '' ? [value] : [])),
    ),
  );
  return [
    ...[...used].filter((id) => !known.some((one) => one.id === id)).map((id) => `${part}: no relationship ${id}`),
    ...known
      .filter(({ id, type }) => !IMPLICIT.test(type) && !used.has(id))
      .map(({ id }) => `${part}: relationship ${id} is not used`),
  ];
}

function relationshipFaults({ files, relationships }: Package): string[] {
  const faults: string[] = [];
  for (const [source, all] of relationships) {
    if (source !== '' && !files.has(source)) faults.push(`${source}: relationships of a part that does not exist`);
    for (const { id, type, target, external } of all) {
      if (!external && !files.has(target)) faults.push(`${source}: ${id} leads to ${target}, which does not exist`);
      if (!/^[A-Za-z_][\w.-]*$/.test(id)) faults.push(`${source}: “${id}” cannot be an id`);
      if (all.some((other) => other.id === id && other.target + other.type !== target + type))
        faults.push(`${source}: two relationships are ${id}`);
      if (all.filter((other) => other.type === type && other.target === target).length > 1)
        faults.push(`${source}: two relationships lead to ${target}`);
    }
  }
  const reached = new Set(reachable('', relationships));
  for (const name of files.keys())
    if (!reached.has(name) && !name.endsWith('.rels') && name !== '[Content_Types].xml')
      faults.push(`${name}: nothing leads to this part`);
  return [...new Set(faults)];
}

function reachable(from: string, relationships: Package['relationships'], seen = new Set<string>()): Set<string> {
  for (const { target, external } of relationships.get(from) ?? []) {
    if (external || seen.has(target)) continue;
    seen.add(target);
    reachable(target, relationships, seen);
  }
  return seen;
}

function typeFaults({ files, parts }: Package): string[] {
  const types = parts.get('[Content_Types].xml')?.children ?? [];
  const of = (kind: string, key: string): Map<string, string> =>
    new Map(
      types
        .filter(({ name }) => name === kind)
        .map(({ attributes }) => [attributes.get(key) ?? '', attributes.get('ContentType') ?? '']),
    );
  const [defaults, overrides] = [of('types:Default', 'Extension'), of('types:Override', 'PartName')];
  const faults =
    defaults.size + overrides.size === types.length ? [] : ['[Content_Types].xml: an entry is there twice'];
  for (const part of overrides.keys())
    if (!files.has(part.slice(1))) faults.push(`[Content_Types].xml: ${part} does not exist`);
  const names = [...files.keys()].filter((name) => name !== '[Content_Types].xml');
  for (const name of names) {
    const type = overrides.get(`/${name}`) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1));
    if (type === undefined) faults.push(`${name}: no content type`);
    const expected = CONTENT_TYPES.get(parts.get(name)?.name ?? '');
    if (type !== undefined && expected && !expected.test(type)) faults.push(`${name}: wrong content type ${type}`);
  }
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    faults.push('two parts differ by case alone');
  return faults;
}
