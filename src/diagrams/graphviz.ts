import type { RenderOptions, RenderResult, Viz } from '@viz-js/viz';
import { isGraphOpen, roomOf, scaleIn, type Room } from '../model/diagram-direction.ts';
import type { Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import { contrastedLabels } from './graph-labels.ts';
import type { Within } from './limits.ts';
import { STAND_INS, withTokens } from './palette.ts';

/** Labels are laid out a little larger than they are drawn: the theme's font may be wider than Graphviz's Helvetica. */
const LAID_OUT = 16;
const DRAWN = 15;

/** Draws a graph in the DOT language with Graphviz, compiled to WebAssembly. */
export async function drawGraph(
  { source, options }: DrawingJob,
  within: Within = (work) => work(),
): Promise<Drawn | DrawingProblem> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  try {
    const result = within(() => largerOf(viz, source, roomOf(options)));
    if (result.status === 'failure') return problemOf(result.errors);
    // A label that cannot be read is left out, and the rest is drawn.
    const label = labelProblem(result.errors, source);
    if (label) return label;
    return { markup: cleaned(result.output), description: labelsOf(result.output).join(', ') };
  } catch {
    // WebAssembly throws whatever it likes when its stack or memory is used up.
    return { problem: 'the graph needs more memory than Graphviz has; draw fewer nodes, edges and nested clusters' };
  }
}

/** Lays a graph out in the direction in which its room shows it larger, where its author leaves that open. */
function largerOf(viz: Viz, source: string, room: Room): RenderResult {
  const usual = viz.render(source, OPTIONS);
  if (usual.status === 'failure') return usual;
  const { width, height } = sizeOf(usual.output);
  const close = width > CHAIN * height ? viz.render(source, CLOSE) : usual;
  const result = close.status === 'failure' ? usual : close;
  if (!isGraphOpen(source)) return result;
  const turned = viz.render(source, { ...OPTIONS, graphAttributes: { ...OPTIONS.graphAttributes, rankdir: 'LR' } });
  if (turned.status === 'failure') return result;
  return scaleIn(room, sizeOf(turned.output)) > scaleIn(room, sizeOf(result.output)) * 1.05 ? turned : result;
}

function sizeOf(svg: string): Room {
  const [, , width = 1, height = 1] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number);
  return { width, height };
}

const OPTIONS: RenderOptions = {
  format: 'svg',
  graphAttributes: {
    bgcolor: 'transparent',
    color: STAND_INS['line'] ?? '',
    nodesep: 0.35,
    ranksep: 0.55,
    ...label('muted'),
  },
  nodeAttributes: {
    shape: 'box',
    style: 'rounded,filled',
    fillcolor: STAND_INS['panel'] ?? '',
    color: STAND_INS['accent'] ?? '',
    penwidth: 1.5,
    margin: '0.22,0.11',
    ...label('text'),
  },
  edgeAttributes: { color: STAND_INS['muted'] ?? '', penwidth: 1.5, arrowsize: 0.8, ...label('muted') },
};

/** Width by height of a chain from left to right, whose labels would be small. */
const CHAIN = 5;
/** Nodes are closer and higher there, so that all is larger. */
const CLOSE: RenderOptions = {
  ...OPTIONS,
  graphAttributes: { ...OPTIONS.graphAttributes, ranksep: 0.3 },
  nodeAttributes: { ...OPTIONS.nodeAttributes, margin: '0.12,0.2' },
};

function label(colour: string): Record<string, string | number> {
  return { fontname: 'Helvetica', fontsize: LAID_OUT, fontcolor: STAND_INS[colour] ?? '' };
}

function problemOf(errors: readonly { message: string }[]): DrawingProblem {
  const message = errors[0]?.message ?? 'Graphviz cannot draw it';
  const line = /in line (\d+)/.exec(message)?.[1];
  return { problem: message.replace(/ in line \d+/, ''), ...(line && { line: Number(line) }) };
}

/**
 * Returns what is wrong with a label, which Graphviz says in up to three messages: the problem, where in the label, and
 * of what.
 */
function labelProblem(
  errors: readonly { message: string; level?: string | undefined }[],
  source: string,
): DrawingProblem | undefined {
  const [fault, near, of] = errors.filter(({ level }) => level === 'error').map(({ message }) => message);
  if (fault === undefined) return undefined;
  const text = near?.replace(/^\.{3} | \.{3}$|<\/?HTML>/g, '').trim();
  const where = text ? ` near “${text}”` : '';
  const index = text ? source.split('\n').findIndex((line) => line.includes(text.split('\n', 1)[0] ?? '')) : -1;
  return {
    problem: `${fault.replace(/ in line \d+/, '')}${where}${of ? ` ${of}` : ''}`,
    ...(index >= 0 && { line: index + 1 }),
  };
}

/** Removes the `title`s in which Graphviz names everything a second time: browsers show them under the mouse. */
function cleaned(output: string): string {
  const svg = output
    .slice(output.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->\s*/g, '')
    .replace(/<title>[\s\S]*?<\/title>\s*/g, '')
    .replace(/ (?:id="[^"]*"|xmlns:xlink="[^"]*"|xml:space="preserve"|font-family="Helvetica,sans-Serif")/g, '')
    .replaceAll(`font-size="${LAID_OUT}.00"`, `font-size="${DRAWN}"`)
    .replaceAll('"black"', '"currentColor"')
    // Graphviz leaves black out, and browsers draw what has no colour in black.
    .replace(/<text(?![^>]* fill=)/g, '<text fill="currentColor"');
  return withTokens(contrastedLabels(svg));
}

function labelsOf(output: string): string[] {
  const nodes = output.match(/<g id="node\d+"[\s\S]*?<\/g>/g) ?? [];
  return nodes.map((node) =>
    [...node.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
      .map(([, words = '']) => decode(words))
      .join(' ')
      .trim(),
  );
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '');
}
