import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import {
  atVertices,
  idOfLink,
  tooHeavy,
  usesInCss,
  verticesOf,
  type CssUses,
  type SvgItem,
} from '../model/svg-weight.ts';
import { eachElement } from '../model/walk.ts';
import { errorBox } from './error-box.ts';
import { replaceWith } from './elements.ts';

/** Replaces SVG that an author wrote into a slide where its elements multiply; all drawings of a slide can name each other. */
export const heavySvg: Plugin<[], Root> = () => (tree, file) => {
  const drawings: Element[] = [];
  const items: SvgItem[] = [];
  const ids = new Map<string, number>();
  const add = (target: Element): void => {
    const item: SvgItem = { name: target.tagName, end: 0, ...usesOf(target) };
    const { id } = target.properties;
    if (typeof id === 'string') ids.set(id, items.length);
    items.push(item);
    for (const child of target.children) if (child.type === 'element') add(child);
    item.end = items.length;
  };
  eachElement(tree, (target, parent) => {
    if (target.tagName !== 'svg' || (parent.type === 'element' && parent.tagName === 'svg')) return;
    drawings.push(target);
    add(target);
  });
  const reason = drawings.length > 0 ? tooHeavy({ items, ids }) : undefined;
  if (reason === undefined) return;
  for (const drawing of drawings) {
    warn(file, `Cannot show this SVG: ${reason}`, { place: drawing.position, ruleId: 'html-svg' });
    replaceWith(drawing, errorBox(reason));
  }
};

function usesOf({ properties }: Element): CssUses {
  const uses = Object.entries(properties).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [];
    if (/^(?:href|xLinkHref)$/.test(name)) return { refers: idOfLink(value), effects: 0 };
    const found = usesInCss(value);
    if (!/marker/.test(`${name}:${value}`)) return found;
    const { d, points } = properties;
    return atVertices(found, verticesOf([d ?? points].flat().join(' ')));
  });
  return {
    refers: uses.flatMap(({ refers }) => refers),
    effects: uses.reduce((sum, { effects }) => sum + effects, 0),
  };
}
