import type { Element } from 'xast';
import { SCHEME_NAMES, type ColourScheme, type SchemeName } from '../colour-scheme.ts';
import { openTemplate, type TemplateParts } from './open-template.ts';
import { EMU, readPlaces } from './read-places.ts';
import { childrenOf, find, findAll, numberAt } from './read-xml.ts';
import { TemplateFault } from './template-fault.ts';
import type { Template, TemplateColours, TemplateLayout, TemplatePart } from './template.ts';

/** Relationships that lead to parts of the presentation itself. */
const OWN = /\/(?:slide|presentation|officeDocument)$/;
/** Relationships to programs. */
const PROGRAMS = /\/(?:control|vbaProject|activeXControlBinary|wordVbaData)$/;

/** Reads a `.potx` or `.pptx`, which anybody may have written. @throws TemplateFault */
export function readTemplate(name: string, file: Uint8Array): Template {
  const source = openTemplate(file);
  const path = source.relationships('').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (path === undefined) throw new TemplateFault('it is not a file of PowerPoint');
  const presentation = source.xml(path);
  if (presentation.name !== 'p:presentation') throw new TemplateFault('it is not a presentation');
  const related = source.relationships(path);
  const partOf = (id: string | null | undefined): string | undefined => related.find((one) => one.id === id)?.target;
  const masters = findAll(presentation, 'p:sldMasterId').flatMap(({ attributes }) => {
    const master = partOf(attributes['r:id']);
    return master === undefined ? [] : [{ path: master, id: attributes['id'] ?? undefined }];
  });
  const [first] = masters;
  if (!first) throw new TemplateFault('it has no slide master');
  const notesMaster = partOf(find(presentation, 'p:notesMasterIdLst', 'p:notesMasterId')?.attributes['r:id']);
  const styles = related.find(({ type }) => type.endsWith('/tableStyles'))?.target;
  const size = find(presentation, 'p:sldSz');
  const parts = collectParts(source, [
    ...masters.map((master) => master.path),
    ...(notesMaster === undefined ? [] : [notesMaster]),
  ]);
  const layouts = masters.flatMap((master) => readLayouts(source, master.path));
  if (layouts.length === 0) throw new TemplateFault('it has no layouts');
  const theme = source.relationships(first.path).find(({ type }) => type.endsWith('/theme'))?.target;
  return {
    name,
    width: (numberAt(size, 'cx') ?? 12_192_000) / EMU,
    height: (numberAt(size, 'cy') ?? 6_858_000) / EMU,
    masters,
    notesMaster,
    theme,
    layouts,
    parts,
    textStyle: find(presentation, 'p:defaultTextStyle'),
    tableStyles: styles !== undefined && source.has(styles) ? source.bytes(styles) : undefined,
    colours: readColours(source.xml(first.path), theme === undefined ? undefined : source.xml(theme)),
  };
}

/** Collects parts, and all that they refer to. */
function collectParts(source: TemplateParts, from: readonly string[]): Map<string, TemplatePart> {
  const parts = new Map<string, TemplatePart>();
  const open = [...from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (parts.has(path)) continue;
    const relationships = source.relationships(path);
    for (const { type, target, external } of relationships) {
      if (PROGRAMS.test(type)) throw new TemplateFault(`${path} has a control, which runs a program; delete it`);
      if (!external && OWN.test(type)) throw new TemplateFault(`${path} has a link to a slide; delete it`);
      if (external && !type.endsWith('/hyperlink'))
        throw new TemplateFault(`${path} shows “${target}”, which is not in it; embed that`);
      if (!external) open.push(target);
    }
    parts.set(path, { bytes: source.bytes(path), contentType: source.contentType(path), relationships });
  }
  return parts;
}

/** Reads the layouts of a master, in the master's order. */
function readLayouts(source: TemplateParts, path: string): TemplateLayout[] {
  const master = source.xml(path);
  const related = source.relationships(path);
  return findAll(master, 'p:sldLayoutId').flatMap(({ attributes }): TemplateLayout[] => {
    const layout = related.find(({ id }) => id === attributes['r:id'])?.target;
    if (layout === undefined) return [];
    const root = source.xml(layout);
    return [
      {
        path: layout,
        name: find(root, 'p:cSld')?.attributes['name'] ?? '',
        type: root.attributes['type'] ?? '',
        places: readPlaces(root, master),
      },
    ];
  });
}

const BLACK = '#000000';
const WHITE = '#ffffff';

function readColours(master: Element, theme: Element | undefined): TemplateColours {
  const list = find(theme, 'a:themeElements', 'a:clrScheme');
  const colour = (name: SchemeName): string => {
    const [value] = childrenOf(find(list, `a:${name}`) ?? { type: 'element', name: '', attributes: {}, children: [] });
    const hex = value?.name === 'a:sysClr' ? value.attributes['lastClr'] : value?.attributes['val'];
    return /^[0-9a-f]{6}$/i.test(hex ?? '')
      ? `#${hex?.toLowerCase()}`
      : name === 'lt1' || name === 'lt2'
        ? WHITE
        : BLACK;
  };
  const scheme = Object.fromEntries(SCHEME_NAMES.map((name) => [name, colour(name)])) as ColourScheme;
  const map = find(master, 'p:clrMap')?.attributes ?? {};
  const mapped = (name: string, otherwise: SchemeName): string =>
    scheme[SCHEME_NAMES.find((one) => one === map[name]) ?? otherwise];
  return { scheme, background: mapped('bg1', 'lt1'), text: mapped('tx1', 'dk1') };
}
