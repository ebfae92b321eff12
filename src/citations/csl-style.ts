import { childOf, parseXml, type FilePoint, type TextProblem, type XmlElement } from './xml-tree.ts';

/** A style that can be used. */
export interface CslStyle {
  /** Citations are in footnotes. */
  inNotes: boolean;
  defaultLang: string | undefined;
  locales: readonly XmlElement[];
  macros: ReadonlyMap<string, XmlElement>;
  options: ReadonlyMap<string, string>;
  citation: StyleArea;
  /** A style may have none. */
  bibliography: StyleArea | undefined;
  /** Names that `year-suffix` is written by the style itself. */
  writesYearSuffix: boolean;
}

/** `<citation>` or `<bibliography>`. */
export interface StyleArea {
  options: ReadonlyMap<string, string>;
  layout: XmlElement;
  /** Keys to sort by, none where entries stay in the order of citation. */
  sort: readonly XmlElement[];
}

/** Rendering elements, and what is within names, dates and sorting. */
const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['text', ['variable', 'macro', 'term', 'value']],
  ['number', ['variable']],
  ['label', ['variable']],
  ['date', ['variable']],
  ['names', ['variable']],
  ['group', []],
  ['choose', []],
  ...['if', 'else-if', 'else', 'name', 'name-part', 'et-al', 'substitute', 'institution', 'date-part'].map(
    (name): [string, string[]] => [name, []],
  ),
]);

/** Reads a CSL style: version 1.0, of its own, not one that only names another. */
export function readStyle(source: string): CslStyle | TextProblem {
  const root = parseXml(source);
  if ('problem' in root) return root;
  if (root.name !== 'style') {
    return { problem: `expected “<style>” as in CSL 1.0, got “<${root.name}>”`, place: root.place };
  }
  const parent = parentOf(root);
  const citation = areaOf(childOf(root, 'citation'));
  if (!citation) {
    return parent === undefined
      ? { problem: 'expected “<citation>” with “<layout>”', place: root.place }
      : { problem: `the style only names another one, “${parent}”; use that style’s file instead`, place: root.place };
  }
  const macros = new Map<string, XmlElement>();
  for (const child of root.children) {
    const name = child.attributes.get('name');
    if (child.name === 'macro' && name !== undefined) macros.set(name, child);
  }
  const bibliography = areaOf(childOf(root, 'bibliography'));
  const areas = [citation, ...(bibliography ? [bibliography] : [])];
  for (const part of [...macros.values(), ...areas.map(({ layout }) => layout)]) {
    const problem = faultIn(part, macros);
    if (problem) return problem;
  }
  const sorted = areas.flatMap(({ sort }) => sort).find((key) => lacksMacro(key, macros));
  if (sorted) return missingMacro(sorted);
  return {
    inNotes: root.attributes.get('class') === 'note',
    defaultLang: root.attributes.get('default-locale'),
    locales: root.children.filter(({ name }) => name === 'locale'),
    macros,
    options: root.attributes,
    citation,
    bibliography,
    writesYearSuffix: [...macros.values(), ...areas.map(({ layout }) => layout)].some(writesYearSuffix),
  };
}

function parentOf(root: XmlElement): string | undefined {
  const links = childOf(root, 'info')?.children.filter(({ name }) => name === 'link') ?? [];
  const address = links.find((link) => link.attributes.get('rel') === 'independent-parent')?.attributes.get('href');
  return address?.split('/').at(-1);
}

function areaOf(element: XmlElement | undefined): StyleArea | undefined {
  const layout = childOf(element, 'layout');
  if (!element || !layout) return undefined;
  const sort = childOf(element, 'sort')?.children.filter(({ name }) => name === 'key') ?? [];
  return { options: element.attributes, layout, sort };
}

/** Finds what no rendering can make sense of. */
function faultIn(parent: XmlElement, macros: ReadonlyMap<string, XmlElement>): TextProblem | undefined {
  for (const child of parent.children) {
    const needed = ELEMENTS.get(child.name);
    // `<label>` in `<names>` has no variable, and `<date-part>` of other forms has none either.
    const inNames = parent.name === 'names';
    if (!needed) return { problem: `unknown element “<${child.name}>” in “<${parent.name}>”`, place: child.place };
    if (needed.length > 0 && !inNames && !needed.some((name) => child.attributes.has(name))) {
      const expected = needed.map((name) => `“${name}”`).join(', ');
      return { problem: `“<${child.name}>” without an attribute ${expected}`, place: child.place };
    }
    if (lacksMacro(child, macros)) return missingMacro(child);
    const problem = faultIn(child, macros);
    if (problem) return problem;
  }
  return undefined;
}

function writesYearSuffix({ attributes, children }: XmlElement): boolean {
  return attributes.get('variable') === 'year-suffix' || children.some(writesYearSuffix);
}

function lacksMacro({ attributes }: XmlElement, macros: ReadonlyMap<string, XmlElement>): boolean {
  const name = attributes.get('macro');
  return name !== undefined && !macros.has(name);
}

function missingMacro({ attributes, place }: { attributes: XmlElement['attributes']; place: FilePoint }): TextProblem {
  return { problem: `the style has no macro “${attributes.get('macro') ?? ''}”`, place };
}
