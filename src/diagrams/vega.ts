import type { Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import { SERIES } from './charts/colours.ts';
import { CHART_FONT_SIZE, chartSize, LETTER_WIDTH } from './charts/size.ts';
import { readSpec } from './chart-spec.ts';
import type { Within } from './limits.ts';
import { writeTimesIn } from './local-times.ts';
import { localeOf } from './number-format.ts';
import { token } from './palette.ts';
import { roomFor } from './views.ts';

/**
 * Draws a chart with Vega, from a Vega-Lite specification. Expressions of a specification are interpreted:
 * Vega would compile them, and a deck could reach everything that this process may do.
 *
 * @param within - sets limits to the part that takes time.
 */
export async function drawSpec(job: DrawingJob, within: Within = (work) => work()): Promise<Drawn | DrawingProblem> {
  const chart = await readSpec(job.source);
  if ('problem' in chart) return chart;
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ]);
  const hidden = vega as unknown as Untyped;
  // Samples are the same whenever they are drawn.
  hidden.setRandom(hidden.randomLCG(1));
  // Without a canvas Vega takes every letter to be very wide, and leaves room for that.
  hidden.textMetrics.width = (item, text) =>
    LETTER_WIDTH * (item.fontSize ?? CHART_FONT_SIZE) * String(text ?? item.text ?? '').length;
  const problems: string[] = [];
  const logger = quietLogger(problems);
  try {
    const { view, run } = within(() => {
      const { size, view: views } = roomFor(chart.spec, chartSize(job));
      const { locale } = job.options;
      const config = { ...CONFIG, view: { ...CONFIG.view, ...views }, ...(locale && { locale: localeOf(locale) }) };
      const { spec } = compile({ ...size, ...chart.spec } as Parameters<typeof compile>[0], {
        config: config as never,
        logger: logger as never,
      });
      if (locale) writeTimesIn(locale, spec);
      const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
        expr: expressionInterpreter,
        renderer: 'none',
        logger: logger as never,
        loader: loaderOf(problems) as never,
      });
      // It runs at once: what is awaited is only that nothing is left to do.
      return { view, run: view.runAsync() };
    });
    await run;
    const svg = await view.toSVG();
    view.finalize();
    const wrong = problems[0];
    return wrong === undefined ? { markup: cleaned(svg), description: chart.description } : { problem: wrong };
  } catch (error) {
    const reason = plainReason(error instanceof Error ? error.message : String(error));
    return { problem: error instanceof TypeError ? `Vega cannot draw this chart (${reason})` : reason };
  }
}

/** Explains the error that Vega has where a column has the name of a property of every object. */
function plainReason(reason: string): string {
  if (reason !== 'Operator not defined: undefined') return reason;
  return 'a column has a name that every object has, such as “constructor”; write it in another way';
}

/** The part of Vega that its types leave out. */
interface Untyped {
  setRandom: (random: () => number) => void;
  randomLCG: (seed: number) => () => number;
  textMetrics: { width: (item: { fontSize?: number; text?: unknown }, text?: unknown) => number };
}

/**
 * Creates a loader for Vega that reads nothing but data in the specification. Links may lead to the web, as in the text
 * of a deck.
 */
function loaderOf(
  problems: string[],
): Record<string, (address: string, options?: { context?: string }) => Promise<unknown>> {
  return {
    load: async (address) => {
      throw new Error(`“${address}” is not read; put the data into the chart`);
    },
    sanitize: async (address, { context } = {}) => {
      if (context !== 'href') {
        problems.push(`“${address}” is not read; a chart shows no image files`);
        throw new Error('not read');
      }
      if (/^(?:https?:\/\/|mailto:|#)/i.test(address)) return { href: address };
      problems.push(`the link “${address}” is not allowed, expected https://…, mailto:… or #…`);
      return {};
    },
  };
}

function quietLogger(problems: string[]): Record<string, unknown> {
  const logger: Record<string, unknown> = {};
  const ignore = (): unknown => logger;
  const note = (...words: unknown[]): unknown => {
    problems.push(words.map((word) => (word instanceof Error ? word.message : String(word))).join(' '));
    return logger;
  };
  return Object.assign(logger, { level: ignore, error: note, warn: ignore, info: ignore, debug: ignore });
}

const lines = { color: token('text') };
const words = {
  labelColor: token('text'),
  titleColor: token('muted'),
  labelFontSize: CHART_FONT_SIZE,
  titleFontSize: CHART_FONT_SIZE,
};

/** The look of every chart, in the theme's tokens. */
const CONFIG = {
  background: null,
  padding: 4,
  // Axes and legend are part of the size, so that text is as large in one chart as in the next.
  autosize: { type: 'fit', contains: 'padding' },
  font: 'inherit',
  view: { stroke: null },
  range: { category: SERIES },
  mark: { color: SERIES[0] },
  text: { fontSize: CHART_FONT_SIZE, fill: token('text') },
  // What Vega draws in black.
  rule: lines,
  boxplot: { rule: lines, median: { color: token('ground') }, size: 44 },
  errorbar: { ...lines, rule: lines, ticks: lines },
  errorband: { color: SERIES[0] },
  trail: { color: SERIES[0] },
  header: { ...words, labelPadding: 8 },
  axis: {
    ...words,
    titleFontWeight: 'normal',
    domainColor: token('line'),
    tickColor: token('line'),
    gridColor: token('line'),
    gridWidth: 1,
    labelPadding: 8,
    titlePadding: 14,
    labelLimit: 320,
  },
  axisX: { grid: false },
  axisXDiscrete: { labelAngle: 0 },
  axisY: { domain: false, ticks: false, tickCount: 5 },
  legend: {
    ...words,
    orient: 'top',
    symbolSize: 220,
    symbolType: 'circle',
    offset: 16,
    columnPadding: 26,
    labelLimit: 320,
  },
  title: {
    fontSize: CHART_FONT_SIZE + 3,
    subtitleFontSize: CHART_FONT_SIZE,
    subtitleColor: token('muted'),
    color: token('heading'),
    anchor: 'start',
    offset: 18,
    fontWeight: 600,
  },
  scale: { bandPaddingInner: 0.28, bandPaddingOuter: 0.14 },
};

/** Removes fonts, since a drawing has that of its slide, and roles: screen readers get one description of the whole. */
function cleaned(svg: string): string {
  return svg.replace(/ font-family="inherit"/g, '').replace(/ (?:aria-[\w-]+|role|class|xmlns:xlink)="[^"]*"/g, '');
}
