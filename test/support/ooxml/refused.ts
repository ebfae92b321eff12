import type { Package } from './package-faults.ts';
import { elementsIn, findAll, type XmlElement } from './xml.ts';

/** Addresses that PowerPoint takes have no more characters. */
const LONGEST = 2083;
/** Places of labels, by kinds of charts; others are refused. */
const LABEL_PLACES = new Map<string, readonly string[]>([
  ['c:barChart', ['ctr', 'inBase', 'inEnd', 'outEnd']],
  ['c:lineChart', ['t', 'b', 'l', 'r', 'ctr']],
  ['c:scatterChart', ['t', 'b', 'l', 'r', 'ctr']],
  ['c:pieChart', ['bestFit', 'ctr', 'inEnd', 'outEnd']],
  ['c:areaChart', []],
  ['c:doughnutChart', []],
]);

/** Lists what the schemas allow, and PowerPoint offers to repair. */
export function refusedContent(pack: Package): string[] {
  const faults: string[] = [];
  for (const [part, root] of pack.parts)
    faults.push(...[...jumpFaults(part, root, pack), ...labelFaults(root)].map((fault) => `${part}: ${fault}`));
  return [...faults, ...themeFaults(pack), ...addressFaults(pack), ...workbookFaults(pack)];
}

/** A link to a slide says so, and leads to one. */
function jumpFaults(part: string, root: XmlElement, { relationships }: Package): string[] {
  return [...elementsIn(root)].flatMap(([{ name, attributes }]) => {
    if (name !== 'a:hlinkClick') return [];
    const id = attributes.get('r:id');
    const type = relationships.get(part)?.find((one) => one.id === id)?.type ?? '';
    const isJump = attributes.get('action') === 'ppaction://hlinksldjump';
    return isJump === type.endsWith('/slide')
      ? []
      : [isJump ? `link ${id} does not lead to a slide` : `link ${id} leads to a slide, and does not say so`];
  });
}

function labelFaults(root: XmlElement): string[] {
  return [...LABEL_PLACES].flatMap(([name, allowed]) =>
    findAll(root, name).flatMap((chart) => {
      const grouping = findAll(chart, 'c:grouping')[0]?.attributes.get('val') ?? '';
      const isStacked = grouping.endsWith('tacked');
      return findAll(chart, 'c:dLblPos').flatMap(({ attributes }) => {
        const place = attributes.get('val') ?? '';
        const isKnown = allowed.includes(place) && !(isStacked && place === 'outEnd');
        return isKnown ? [] : [`labels of ${name} cannot be at ${place}`];
      });
    }),
  );
}

/** Each master has a theme that no other has. */
function themeFaults({ parts, relationships }: Package): string[] {
  const seen = new Set<string>();
  return [...parts].flatMap(([part, { name }]) => {
    if (name !== 'p:sldMaster' && name !== 'p:notesMaster') return [];
    const themes = (relationships.get(part) ?? []).filter(({ type }) => type.endsWith('/theme'));
    const [theme] = themes;
    if (!theme || themes.length > 1) return [`${part}: has ${themes.length} themes, expected 1`];
    if (seen.has(theme.target)) return [`${part}: shares ${theme.target} with another master`];
    seen.add(theme.target);
    return [];
  });
}

function addressFaults({ relationships }: Package): string[] {
  return [...relationships].flatMap(([source, all]) =>
    all.flatMap(({ id, target, external }) => {
      const isAddress = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})+$/i.test(target) && target.length <= LONGEST;
      return external && !isAddress ? [`${source}: ${id} leads to “${target.slice(0, 80)}”, which is no address`] : [];
    }),
  );
}

/** Figures of a chart are edited in its workbook. */
function workbookFaults({ parts, relationships }: Package): string[] {
  return [...parts].flatMap(([part, { name }]) => {
    if (name !== 'c:chartSpace') return [];
    const hasWorkbook = relationships
      .get(part)
      ?.some(({ type, target }) => type.endsWith('/package') && target.endsWith('.xlsx'));
    return hasWorkbook ? [] : [`${part}: has no workbook`];
  });
}
