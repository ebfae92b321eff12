import type { Element } from 'xast';
import { SaxesParser } from 'saxes';
import { TemplateFault } from './template-fault.ts';

/** Namespaces of the parts of a template, by the prefixes that Lectern gives them. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/presentationml/2006/main', 'p:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/package/2006/content-types', ''],
]);
/** The same in files that are saved as “Strict Open XML”. */
const STRICT = 'http://purl.oclc.org/ooxml/';
/** Elements in each other. PowerPoint's own files have about 20. */
const DEEPEST = 200;

/**
 * Reads a part as a tree whose names have Lectern's prefixes; elements of other namespaces are left out.
 *
 * @throws TemplateFault where it is not well-formed, or might be meant to do harm
 */
export function readPart(name: string, bytes: Uint8Array): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { type: 'element', name: '', attributes: {}, children: [] };
  const open = [root];
  const fault = (problem: string): TemplateFault => new TemplateFault(`line ${parser.line} of ${name} ${problem}`);
  parser.on('error', () => {
    throw fault('is not well-formed XML');
  });
  parser.on('doctype', () => {
    throw fault('has a document type, which files of PowerPoint do not have');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (uri.startsWith(STRICT)) {
      throw new TemplateFault('it is a “Strict Open XML” file; save it as “PowerPoint Template (*.potx)”');
    }
    if (open.length > DEEPEST) throw fault(`has more than ${DEEPEST} elements in each other`);
    const prefix = PREFIXES.get(uri);
    const element: Element = { type: 'element', name: `${prefix ?? '?'}${local}`, attributes: {}, children: [] };
    for (const attribute of Object.values(attributes)) {
      const own = attribute.uri === '' ? '' : PREFIXES.get(attribute.uri);
      if (own !== undefined) element.attributes[`${own}${attribute.local}`] = attribute.value;
    }
    if (prefix !== undefined) open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.write(textOf(bytes)).close();
  const [element] = root.children;
  if (element?.type !== 'element') throw fault('is not a part of a presentation');
  return element;
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Returns the first element along a path of names below another. */
export function find(element: Element | undefined, ...names: string[]): Element | undefined {
  let found = element;
  for (const name of names) {
    found = found && childrenOf(found).find((child) => child.name === name);
  }
  return found;
}

export function childrenOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

/** Finds all elements of a name below another. */
export function findAll(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : []).concat(findAll(child, name)));
}

/** Returns the number that an attribute has; `undefined` for none. */
export function numberAt(element: Element | undefined, key: string): number | undefined {
  const value = Number(element?.attributes[key] ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}
