import { SaxesParser } from 'saxes';

/** An element with the usual prefixes, whatever a file calls them. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
}

const PREFIXES = new Map([
  ['http://schemas.openxmlformats.org/presentationml/2006/main', 'p'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rels'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'types'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/extended-properties', 'ep'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/custom-properties', 'op'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes', 'vt'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
  ['http://www.w3.org/2000/xmlns/', 'xmlns'],
  ['http://schemas.microsoft.com/office/powerpoint/2010/main', 'p14'],
  ['http://schemas.microsoft.com/office/powerpoint/2012/main', 'p15'],
  ['http://schemas.microsoft.com/office/powerpoint/2015/09/main', 'p159'],
  ['http://schemas.microsoft.com/office/drawing/2010/main', 'a14'],
  ['http://schemas.microsoft.com/office/drawing/2014/main', 'a16'],
  ['http://schemas.microsoft.com/office/drawing/2016/SVG/main', 'asvg'],
  ['http://schemas.microsoft.com/office/drawing/2017/decorative', 'adec'],
  ['http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor', 'ahyp'],
  ['http://schemas.microsoft.com/office/drawing/2007/8/2/chart', 'c14'],
  ['http://schemas.microsoft.com/office/drawing/2012/chart', 'c15'],
]);

/**
 * Reads XML strictly.
 *
 * @throws Error where it is not well-formed, uses a prefix without a namespace, or a namespace that is not in the table.
 */
export function readXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  const top = (): XmlElement => open.at(-1) ?? root;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: named(tag.uri, tag.local), attributes: new Map(), children: [], text: '' };
    for (const { uri, local, value, prefix } of Object.values(tag.attributes)) {
      if (prefix === 'mc' && (local === 'Ignorable' || local === 'Requires')) checkPrefixes(value, parser);
      element.attributes.set(uri === '' ? local : named(uri, local), value);
    }
    if (element.name === 'mc:Choice') checkPrefixes(element.attributes.get('Requires') ?? '', parser);
    top().children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => (top().text += text));
  parser.write(source).close();
  const [element] = root.children;
  if (!element) throw new Error('no element');
  return element;
}

function checkPrefixes(prefixes: string, parser: SaxesParser<{ xmlns: true }>): void {
  for (const prefix of prefixes.split(/\s+/).filter(Boolean))
    if (parser.resolve(prefix) === undefined) throw new Error(`undeclared prefix ${prefix}`);
}

function named(uri: string, local: string): string {
  const prefix = PREFIXES.get(uri);
  if (prefix === undefined) throw new Error(`unknown namespace “${uri}” of ${local}`);
  return `${prefix}:${local}`;
}

/** Goes through an element and all in it, each with the one around it. */
export function* elementsIn(element: XmlElement, parent = ''): Generator<[element: XmlElement, parent: string]> {
  yield [element, parent];
  for (const child of element.children) yield* elementsIn(child, element.name);
}

/** Finds all elements of a name. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return [...elementsIn(element)].flatMap(([found]) => (found.name === name ? [found] : []));
}

/**
 * Returns an element with each `mc:AlternateContent` replaced by what one kind of reader takes: the first choice, or the
 * fallback.
 */
export function resolveAlternatives(element: XmlElement, branch: 'mc:Choice' | 'mc:Fallback'): XmlElement {
  const children = element.children.flatMap((child) => {
    const resolved = resolveAlternatives(child, branch);
    if (child.name !== 'mc:AlternateContent') return [resolved];
    return resolved.children.find(({ name }) => name === branch)?.children ?? [];
  });
  return { ...element, children };
}
