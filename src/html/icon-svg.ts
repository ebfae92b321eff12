import type { Element, Properties } from 'hast';
import type { IconSet } from '../model/icon-set.ts';
import { addRawMarkup, type RawMarkups } from '../model/raw-markup.ts';
import { element } from './elements.ts';
import { svgParts } from './svg.ts';

export interface IconOptions {
  rawMarkup: RawMarkups;
  /** Of the `svg`. */
  properties: Properties;
}

/** Returns an icon as tall as the text around it; `undefined` where the set does not have it. */
export function iconSvg(set: IconSet, name: string, { rawMarkup, properties }: IconOptions): Element | undefined {
  const aliases = set.aliases ?? {};
  const key = Object.hasOwn(set.icons, name) || !Object.hasOwn(aliases, name) ? name : (aliases[name]?.parent ?? '');
  const icon = Object.hasOwn(set.icons, key) ? set.icons[key] : undefined;
  if (!icon || !isDrawing(icon.body)) return undefined;
  const width = icon.width ?? set.width ?? 16;
  const height = icon.height ?? set.height ?? 16;
  const svg = `<svg viewBox="0 0 ${width} ${height}">${icon.body}</svg>`;
  const parts = svgParts(svg, `icon${rawMarkup.size + 1}`);
  const dataInset = addRawMarkup(rawMarkup, { markup: parts.inner, text: '', fonts: [] });
  return element('svg', { ...parts.properties, width: '1em', height: '1em', ...properties, dataInset });
}

const SHAPES = new Set(
  (
    'g path rect circle ellipse line polyline polygon text tspan defs use symbol mask clipPath pattern marker title desc ' +
    'linearGradient radialGradient stop filter animate animateTransform animateMotion mpath set'
  ).split(' '),
);
const TAG = /^<\/?([\w]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>$/;

/** Whether markup has nothing but shapes: a set of icons may come with the project, and runs nothing. */
function isDrawing(body: string): boolean {
  return [...body.matchAll(/<[^>]*>?/g)].every(([tag]) => {
    const [, name = '', attributes = ''] = TAG.exec(tag) ?? [];
    const isShape = SHAPES.has(name) || /^fe[A-Z]\w+$/.test(name);
    return isShape && name !== 'feImage' && !/\s(?:on\w+|style)=|href="(?!#)|url\((?!#|&quot;#|'#)/i.test(attributes);
  });
}
