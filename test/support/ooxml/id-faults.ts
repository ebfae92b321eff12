import type { Package } from './package-faults.ts';
import { findAll, resolveAlternatives, type XmlElement } from './xml.ts';

/** Lists ids that are there twice, and references to what does not exist, in and between the parts of a presentation. */
export function idFaults({ parts, relationships }: Package): string[] {
  const faults: string[] = [];
  for (const [part, root] of parts) {
    const branches = (['mc:Choice', 'mc:Fallback'] as const).map((branch) => resolveAlternatives(root, branch));
    const found = new Set(branches.flatMap((tree) => [...shapeFaults(tree), ...tableFaults(tree)]));
    for (const fault of found) faults.push(`${part}: ${fault}`);
    if (root.name !== 'p:sld') continue;
    const layout = relationships.get(part)?.find(({ type }) => type.endsWith('/slideLayout'))?.target;
    const held = new Set(placeholders(parts.get(layout ?? '')));
    if (!layout) faults.push(`${part}: no layout`);
    for (const place of branches.flatMap(placeholders))
      if (!held.has(place)) faults.push(`${part}: its layout has no placeholder ${place}`);
  }
  return [...faults, ...presentationFaults(parts)];
}

function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) < index))];
}

function idsOf(root: XmlElement, name: string, key = 'id'): string[] {
  return findAll(root, name).flatMap(({ attributes }) => attributes.get(key) ?? []);
}

/** Shapes of a slide and the animations that name them. */
function shapeFaults(root: XmlElement): string[] {
  const ids = idsOf(root, 'p:cNvPr');
  const faults = twice(ids).map((id) => `two shapes have the id ${id}`);
  faults.push(...twice(idsOf(root, 'p:cTn')).map((id) => `two steps of the timeline have the id ${id}`));
  const targets = [
    ...idsOf(root, 'p:spTgt', 'spid'),
    ...idsOf(root, 'p:bldP', 'spid'),
    ...idsOf(root, 'p:bldGraphic', 'spid'),
  ];
  for (const id of new Set(targets))
    if (!ids.includes(id)) faults.push(`an animation names shape ${id}, which does not exist`);
  for (const target of findAll(root, 'p:spTgt')) {
    const [range] = findAll(target, 'p:pRg');
    const id = target.attributes.get('spid') ?? '';
    const shape = findAll(root, 'p:sp').find((one) => idsOf(one, 'p:cNvPr')[0] === id);
    const paragraphs = shape ? findAll(shape, 'a:p').length : 0;
    if (range && Number(range.attributes.get('end')) >= paragraphs)
      faults.push(
        `an animation names paragraph ${range.attributes.get('end')} of shape ${id}, which has ${paragraphs}`,
      );
  }
  for (const name of ['p:txBody', 'a:txBody'])
    for (const body of findAll(root, name))
      if (findAll(body, 'a:p').length === 0) faults.push(`<${name}> has no paragraph`);
  return faults;
}

/** Rows have as many cells as there are columns, and merged cells cover what says it is covered. */
function tableFaults(root: XmlElement): string[] {
  return findAll(root, 'a:tbl').flatMap((table) => {
    const columns = findAll(table, 'a:gridCol').length;
    const rows = findAll(table, 'a:tr').map((row) => row.children.filter(({ name }) => name === 'a:tc'));
    const faults = rows.flatMap((cells, index) =>
      cells.length === columns ? [] : [`row ${index + 1} of a table has ${cells.length} cells, expected ${columns}`],
    );
    const covered = new Set<string>();
    for (const [y, cells] of rows.entries())
      for (const [x, { attributes }] of cells.entries()) {
        const [across, down] = [Number(attributes.get('gridSpan') ?? 1), Number(attributes.get('rowSpan') ?? 1)];
        if (x + across > columns || y + down > rows.length) faults.push(`cell ${x + 1} of row ${y + 1} is too large`);
        for (let i = 0; i < across; i++) for (let j = 0; j < down; j++) if (i + j > 0) covered.add(`${x + i} ${y + j}`);
        const merged = attributes.has('hMerge') || attributes.has('vMerge');
        if (!merged && covered.has(`${x} ${y}`))
          faults.push(`cell ${x + 1} of row ${y + 1} is covered, and not merged`);
        if (merged && !covered.has(`${x} ${y}`))
          faults.push(`cell ${x + 1} of row ${y + 1} is merged, and not covered`);
      }
    return faults;
  });
}

function placeholders(root: XmlElement | undefined): string[] {
  if (!root) return [];
  return findAll(root, 'p:ph').map(({ attributes }) =>
    ['title', 'ctrTitle'].includes(attributes.get('type') ?? '')
      ? 'title'
      : `${attributes.get('type') ?? 'obj'} ${attributes.get('idx') ?? 0}`,
  );
}

function presentationFaults(parts: Package['parts']): string[] {
  const presentation = parts.get('ppt/presentation.xml');
  if (!presentation) return [];
  const slides = idsOf(presentation, 'p:sldId');
  const faults = twice(slides.filter((id) => !id.startsWith('{'))).length;
  const list = presentation.children.find(({ name }) => name === 'p:sldIdLst')?.children ?? [];
  const ids = list.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const masters = [...parts.values()].flatMap((root) =>
    ['p:sldMasterId', 'p:sldLayoutId'].flatMap((name) => idsOf(root, name)),
  );
  const inSections = findAll(presentation, 'p14:sldId').flatMap(({ attributes }) => attributes.get('id') ?? []);
  const count = [...parts.keys()].filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name)).length;
  return [
    ...(faults > 0 ? ['ppt/presentation.xml: two slides have one id'] : []),
    ...(count === list.length ? [] : [`ppt/presentation.xml: lists ${list.length} slides of ${count}`]),
    ...twice(masters).map((id) => `ppt/presentation.xml: two masters or layouts have the id ${id}`),
    ...inSections
      .filter((id) => !ids.includes(id))
      .map((id) => `ppt/presentation.xml: a section has slide ${id}, which does not exist`),
    ...twice(inSections).map((id) => `ppt/presentation.xml: slide ${id} is in two sections`),
    ...(inSections.length > 0 && inSections.length < ids.length
      ? ['ppt/presentation.xml: a slide is in no section']
      : []),
  ];
}
