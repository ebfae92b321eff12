import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { Draw, Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import type { Fence } from '../model/fence.ts';
import { LAYOUTS } from '../model/layouts.ts';
import { addRawMarkup, textOfMarkup, type RawMarkups } from '../model/raw-markup.ts';
import { markImpure } from '../model/hast-data.ts';
import { warn } from '../model/messages.ts';
import type { UiWords } from '../model/ui-words.ts';
import { eachElement } from '../model/walk.ts';
import { errorBox } from './error-box.ts';
import { element, hasClass, replaceWith } from './elements.ts';
import { figcaption } from './figures.ts';
import type { FenceRegistry } from './fence-registry.ts';
import { svgParts, type SvgParts } from './svg.ts';

export interface DrawingsOptions {
  parts: FenceRegistry;
  draw: Draw;
  words: UiWords;
  rawMarkup: RawMarkups;
}

/** Boxes in which a chart has half of the slide or less. */
const NARROW = ['column', 'cell', 'slot'];

const KINDS = new Set(['mermaid', 'dot', 'chart', 'vega-lite']);

/**
 * Draws diagrams and charts into the slide as SVG, with a text for those who do not see them. What cannot be drawn is a
 * message at its line, and the slide shows a box that says so.
 */
export const drawings: Plugin<[DrawingsOptions], Root> = ({ parts, draw, words, rawMarkup }) => {
  let count = 0;
  return async (tree, file) => {
    const found: [Element, Fence][] = [];
    const narrow = new Set<Element>();
    const halves = LAYOUTS[tree.data?.slide?.layout ?? 'default'].narrow;
    eachElement(tree, (target, parent) => {
      const inside = parent.type === 'element' && (narrow.has(parent) || NARROW.some((name) => hasClass(parent, name)));
      if (inside || halves) narrow.add(target);
      const fence = parts.get(String(target.properties['dataPart']));
      if (fence && KINDS.has(fence.kind)) found.push([target, fence]);
    });
    if (found.length === 0) return;
    markImpure(tree);
    const lang = tree.data?.slide?.lang ?? 'en';
    const drawn = await Promise.all(
      found.map(([target, fence]) => draw(drawingJob(fence, { narrow: narrow.has(target), lang }))),
    );
    found.forEach(([target, fence], index) => {
      const result = drawn[index];
      delete target.properties['dataPart'];
      if (!result || 'problem' in result) {
        replaceWith(target, errorBox(report(result, fence, file), fence.value));
        return;
      }
      count += 1;
      replaceWithFigure(target, svgParts(result.markup, `drawing${count}`), { fence, result, words, rawMarkup });
    });
  };
};

/** Facts about the place of a drawing. */
export interface Surroundings {
  /** Half of the slide or less. */
  narrow: boolean;
  /** BCP 47 tag. */
  lang: string;
}

/**
 * What is to be drawn of a fence. Everything that changes the drawing is in the job, and nothing else: drawings are kept
 * by their jobs.
 */
export function drawingJob({ kind, value, lang, attributes }: Fence, around: Surroundings): DrawingJob {
  const isChart = kind === 'chart' || kind === 'vega-lite';
  const beside = new Set(['file', 'alt', 'title', ...(isChart ? [] : ['width', 'height'])]);
  const named = [...attributes.values].filter(([key]) => !beside.has(key));
  const room: [string, string][] = isChart && around.narrow ? [['room', 'narrow']] : [];
  // Figures and dates are written as the slide's language does.
  const dated = isChart || (kind === 'mermaid' && /^[ \t]*gantt\b/m.test(value));
  if (dated && around.lang !== 'en') room.push(['locale', around.lang]);
  const options = Object.fromEntries([
    ...room,
    ...named.map(([key, given]): [string, string] => [key, given === true ? 'true' : given]),
  ]);
  return {
    kind: kind as DrawingJob['kind'],
    source: value,
    options: kind === 'chart' ? { ...options, lang } : options,
  };
}

function report(result: DrawingProblem | undefined, fence: Fence, file: VFile): string {
  const { problem, line } = result ?? { problem: 'it was not drawn' };
  const start = line !== undefined && fence.valueStart && { line: fence.valueStart.line + line - 1, column: 1 };
  const what = fence.kind === 'chart' || fence.kind === 'vega-lite' ? 'chart' : 'diagram';
  warn(file, `Unexpected ${what}: ${problem}`, {
    place: start ? { start, end: start } : fence.position,
    ruleId: `${what}-source`,
  });
  return problem;
}

export interface FigureOptions {
  fence: Fence;
  result: Drawn;
  words: UiWords;
  rawMarkup: RawMarkups;
}

/** Turns the element that stands for a fence into a figure with its drawing. */
export function replaceWithFigure(
  target: Element,
  svg: SvgParts,
  { fence, result, words, rawMarkup }: FigureOptions,
): void {
  const { values } = fence.attributes;
  const kind = fence.kind === 'chart' || fence.kind === 'vega-lite' ? 'chart' : 'diagram';
  const title = values.get('title');
  const alt = values.get('alt');
  const label = typeof alt === 'string' ? alt : [words[kind], result.description].filter(Boolean).join(': ');
  const given = (key: string): string | undefined => {
    const value = values.get(key);
    return typeof value === 'string' && /^[\d.]+(?:%|px|em)?$/.test(value) ? `${key}:${unit(value)}` : undefined;
  };
  const natural = svg.size && `--drawing-width:${Math.round(svg.size.width * 100) / 100}`;
  const style = [natural, given('width'), given('height')].filter(Boolean).join(';');
  const dataInset = addRawMarkup(rawMarkup, { markup: svg.inner, text: textOfMarkup(svg.inner), fonts: [] });
  const children: ElementContent[] = [
    element('svg', { ...svg.properties, role: 'img', ariaLabel: label, ...(style && { style }), dataInset }),
  ];
  if (typeof title === 'string') children.push(figcaption(title, fence.caption));
  const className = ['media', 'drawing', kind, ...fence.attributes.classes];
  replaceWith(target, element('figure', { ...target.properties, className }, children));
}

function unit(length: string): string {
  return /\d$/.test(length) ? `${length}px` : length;
}
