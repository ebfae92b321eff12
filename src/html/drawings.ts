import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { dependsOnRoom, isFlowchart } from '../model/diagram-direction.ts';
import type { Draw, Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import type { Fence } from '../model/fence.ts';
import { directionOf } from '../model/languages.ts';
import { addRawMarkup, textOfMarkup, type RawMarkups } from '../model/raw-markup.ts';
import { markImpure } from '../model/hast-data.ts';
import { warn } from '../model/messages.ts';
import type { UiWords } from '../model/ui-words.ts';
import { eachElement } from '../model/walk.ts';
import { chartWidth, drawingRooms, takenHeight, type DrawingRoom } from './drawing-room.ts';
import { errorBox } from './error-box.ts';
import { element, isHeading, replaceWith } from './elements.ts';
import { figcaption } from './figures.ts';
import type { FenceRegistry } from './fence-registry.ts';
import { svgParts, type SvgParts } from './svg.ts';

export interface DrawingsOptions {
  parts: FenceRegistry;
  draw: Draw;
  words: UiWords;
  rawMarkup: RawMarkups;
  /** px, where slides are 720 px high. */
  slideWidth: number;
}

/** px of a slide in 16:9. */
const [USUAL_WIDTH, SLIDE_HEIGHT] = [1280, 720];

const KINDS = new Set(['mermaid', 'dot', 'chart', 'vega-lite']);

/**
 * Draws diagrams and charts into the slide as SVG, with alternative text. A drawing that fails is a message at its
 * line, and the slide shows a box that says so.
 */
export const drawings: Plugin<[DrawingsOptions], Root> = ({ parts, draw, words, rawMarkup, slideWidth }) => {
  let count = 0;
  return async (tree, file) => {
    const found: [Element, Fence][] = [];
    eachElement(tree, (target) => {
      const fence = parts.get(String(target.properties['dataPart']));
      if (fence && KINDS.has(fence.kind)) found.push([target, fence]);
    });
    if (found.length === 0) return;
    markImpure(tree);
    const lang = tree.data?.slide?.lang ?? 'en';
    const room = drawingRooms(tree, slideWidth < SLIDE_HEIGHT);
    const side = directionOf(lang) === 'rtl' ? 'xMax' : tree.data?.slide?.layout === 'center' ? 'xMid' : 'xMin';
    const first = tree.children.find((child) => child.type === 'element');
    const heading = first && isHeading(first) ? toString(first) : '';
    const jobs = found.map(([target, fence]) => drawingJob(fence, { room: room(target), slideWidth, lang, heading }));
    const drawn = await Promise.all(jobs.map((job) => draw(job)));
    found.forEach(([target, fence], index) => {
      const result = drawn[index];
      delete target.properties['dataPart'];
      if (!result || 'problem' in result) {
        replaceWith(target, errorBox(report(result, fence, file), fence.value));
        return;
      }
      count += 1;
      const job = jobs[index];
      const svg = svgParts(result.markup, `drawing${count}`);
      replaceWithFigure(target, svg, { fence, result, words, rawMarkup, side, ...(job && { job }) });
    });
  };
};

/** Facts about the place of a drawing. */
export interface Surroundings {
  room: DrawingRoom;
  /** px, where slides are 720 px high. */
  slideWidth: number;
  /** BCP 47 tag. */
  lang: string;
  /** Words of the slide's heading. @default none */
  heading?: string;
}

/**
 * Returns the job that draws a fence. The job contains everything that changes the drawing, and nothing else: drawings
 * are kept by their jobs.
 */
export function drawingJob({ kind, value, lang, attributes }: Fence, around: Surroundings): DrawingJob {
  const isChart = kind === 'chart' || kind === 'vega-lite';
  const beside = new Set(['file', 'alt', 'title', ...(isChart ? [] : ['width', 'height'])]);
  const named = [...attributes.values].filter(([key]) => !beside.has(key));
  const room = isChart || dependsOnRoom(kind, value) ? chartRoom(around) : [];
  // A headline above a chart takes some of its height, and says what its figures are.
  const headline = attributes.values.get('title');
  if (kind === 'chart' && typeof headline === 'string') room.push(['headline', headline || 'true']);
  if (kind === 'chart' && namesFigures(value, around.heading)) room.push(['said', 'true']);
  // Figures and dates are written as the slide's language does.
  const dated = isChart || (kind === 'mermaid' && /^[ \t]*gantt\b/m.test(value));
  if (dated && around.lang !== 'en') room.push(['locale', around.lang]);
  const { dir } = Object.fromEntries(named);
  if (kind === 'mermaid' && isFlowchart(value) && dir !== 'ltr' && directionOf(around.lang) === 'rtl')
    room.push(['side', 'rtl']);
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

/** Tells whether a heading has the name of a chart's only series, which then needs no name of its own. */
function namesFigures(value: string, heading = ''): boolean {
  const [, name = '', ...others] = (value.trimStart().split('\n', 1)[0] ?? '').split(/[,;\t]/).map((one) => one.trim());
  return name !== '' && others.length === 0 && heading.toLowerCase().includes(name.toLowerCase());
}

/** Options that say how much room a chart has; none where it has a whole slide of the usual shape. */
function chartRoom({ room, slideWidth }: Surroundings): [string, string][] {
  const width = chartWidth(room, slideWidth);
  const whole = chartWidth({ share: 1, rows: 1 }, USUAL_WIDTH);
  return [
    ...(width === whole ? [] : [['room', String(width)] as [string, string]]),
    ...(room.rows > 1 ? [['rows', String(room.rows)] as [string, string]] : []),
    ...(room.taken ? [['taken', String(takenHeight(room))] as [string, string]] : []),
    ...(slideWidth < SLIDE_HEIGHT ? [['page', 'upright'] as [string, string]] : []),
    ...(room.tall ? [['tall', room.alone ? 'alone' : 'true'] as [string, string]] : []),
  ];
}

function report(result: DrawingProblem | undefined, fence: Fence, file: VFile): string {
  const { problem, line } = result ?? { problem: 'it was not drawn' };
  const start = line !== undefined && fence.valueStart && { line: fence.valueStart.line + line - 1, column: 1 };
  const what = fence.kind === 'chart' || fence.kind === 'vega-lite' ? 'chart' : 'diagram';
  warn(file, `Cannot draw the ${what}: ${problem}`, {
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
  /** The side at which a chart is that is narrower than its room. @default the middle */
  side?: string;
  /** The source that it is drawn from. */
  job?: DrawingJob;
}

/** Turns the element that stands for a fence into a figure with its drawing. */
export function replaceWithFigure(
  target: Element,
  svg: SvgParts,
  { fence, result, words, rawMarkup, side, job }: FigureOptions,
): void {
  const { values } = fence.attributes;
  const kind = fence.kind === 'chart' || fence.kind === 'vega-lite' ? 'chart' : 'diagram';
  const title = values.get('title');
  const alt = values.get('alt');
  const label = typeof alt === 'string' ? alt : describe(fence, result, words);
  const given = (key: string): string | undefined => {
    const value = values.get(key);
    return typeof value === 'string' && /^[\d.]+(?:%|px|em)?$/.test(value) ? `${key}:${unit(value)}` : undefined;
  };
  const natural = svg.size && `--drawing-width:${Math.round(svg.size.width * 100) / 100}`;
  const style = [natural, given('width'), given('height')].filter(Boolean).join(';');
  const aligned = kind === 'chart' && side !== undefined && { preserveAspectRatio: `${side}YMin meet` };
  const dataInset = addRawMarkup(rawMarkup, {
    markup: svg.inner,
    text: textOfMarkup(svg.inner),
    fonts: [],
    ...(job?.kind === 'chart' && { chart: job }),
  });
  const children: ElementContent[] = [
    element('svg', {
      ...svg.properties,
      ...aligned,
      role: 'img',
      ariaLabel: label,
      ...(style && { style }),
      dataInset,
    }),
  ];
  // A chart has a headline, other drawings have a caption.
  if (typeof title === 'string') {
    const caption = figcaption(title, fence.caption);
    if (fence.kind === 'chart') children.unshift(caption);
    else children.push(caption);
  }
  const className = ['media', 'drawing', kind, ...fence.attributes.classes];
  replaceWith(target, element('figure', { ...target.properties, className }, children));
}

/** Says what a drawing is and shows: of a chart its figures and what stands out. Its headline is text. */
function describe({ kind, attributes: { values } }: Fence, { description }: Drawn, words: UiWords): string {
  const isChart = kind === 'chart' || kind === 'vega-lite';
  const highlight = values.get('highlight');
  const label = [words[isChart ? 'chart' : 'diagram'], description].filter(Boolean).join(': ');
  return kind === 'chart' && typeof highlight === 'string' ? `${label}; ${words.highlighted}: ${highlight}` : label;
}

function unit(length: string): string {
  return /\d$/.test(length) ? `${length}px` : length;
}
