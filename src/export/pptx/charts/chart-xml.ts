import type { Box, ChartLook, Hex } from '../../../client/shapes/measured.ts';
import { figureWords } from '../../../diagrams/charts/header.ts';
import { solidFill, type Palette } from '../colour-scheme.ts';
import type { Scale } from '../units.ts';
import { xml, type Element } from '../xml.ts';
import { axesXml } from './axes-xml.ts';
import { namesLines, type ChartData, type ChartGroup } from './chart-data.ts';
import type { ChartPlan } from './chart-plans.ts';
import { lineLayout } from './line-layout.ts';
import { HOLE, isUpright, ringLayout } from './ring-centre.ts';
import { seriesXml, type ChartStyle, type PlacedSeries } from './series-xml.ts';
import { titleXml } from './title-xml.ts';

const NAMESPACES = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

export interface ChartSurroundings {
  look: ChartLook;
  palette: Palette;
  scale: Scale;
  /** Its room on the slide, in px. */
  box: Pick<Box, 'width' | 'height'>;
  /** Language of its words. */
  lang: string;
  /** Id of the relationship to the workbook. */
  workbook: string;
}

/** Writes the part of a chart. */
export function chartXml(
  plan: ChartPlan,
  data: ChartData,
  { look, palette, scale, box, lang, workbook }: ChartSurroundings,
): Element {
  const { colours, size } = look;
  const text = colours['text'] ?? '#000000';
  const sz = Math.max(100, Math.round(scale.points(size) / 10) * 10);
  const letters: ChartStyle['letters'] = (colour, { bold = false } = {}) =>
    xml(
      'c:txPr',
      {},
      xml('a:bodyPr'),
      xml('a:lstStyle'),
      xml(
        'a:p',
        {},
        xml('a:pPr', {}, xml('a:defRPr', { sz, b: bold ? 1 : 0 }, solidFill(palette, colour))),
        xml('a:endParaRPr', { lang }),
      ),
    );
  const style: ChartStyle = {
    palette,
    lang,
    letters,
    colours,
    lineWidth: scale.emu(size / 6),
    stacked: plan.stack !== 'none',
  };
  const isRound = plan.kind === 'pie' || plan.kind === 'donut';
  const words = isRound ? '' : figureWords(plan);
  return xml(
    'c:chartSpace',
    NAMESPACES,
    xml('c:date1904', { val: 0 }),
    xml('c:roundedCorners', { val: 0 }),
    xml(
      'c:chart',
      {},
      words === '' ? undefined : chartTitle(words, { sz, colour: colours['muted'] ?? text, palette, lang }),
      xml('c:autoTitleDeleted', { val: words === '' ? 1 : 0 }),
      xml(
        'c:plotArea',
        {},
        layoutXml(plan, data, { box, size }),
        groupsXml(plan, data, style),
        isRound ? undefined : axesXml(plan, data, style),
      ),
      legendXml(plan, data, { style, box }),
      xml('c:plotVisOnly', { val: 1 }),
      xml('c:dispBlanksAs', { val: 'gap' }),
    ),
    xml('c:spPr', {}, xml('a:noFill'), xml('a:ln', {}, xml('a:noFill'))),
    letters(text),
    xml('c:externalData', { 'r:id': workbook }, xml('c:autoUpdate', { val: 0 })),
  );
}

function layoutXml(
  plan: ChartPlan,
  data: ChartData,
  { box, size }: { box: ChartSurroundings['box']; size: number },
): Element {
  if (plan.kind === 'donut') return ringLayout(box);
  return namesLines(plan) ? lineLayout(plan, data, { box, size }) : xml('c:layout');
}

interface TitleLook {
  sz: number;
  colour: Hex;
  palette: Palette;
  lang: string;
}

/** Says what the figures are, where the chart begins. */
function chartTitle(words: string, { sz, colour, palette, lang }: TitleLook): Element {
  const run = xml('a:r', {}, xml('a:rPr', { lang, sz, b: 0 }, solidFill(palette, colour)), xml('a:t', {}, words));
  const place = xml(
    'c:manualLayout',
    {},
    xml('c:xMode', { val: 'edge' }),
    xml('c:yMode', { val: 'edge' }),
    xml('c:x', { val: 0 }),
    xml('c:y', { val: 0 }),
  );
  return titleXml(xml('a:p', {}, xml('a:pPr', {}, xml('a:defRPr', { sz, b: 0 })), run), xml('c:layout', {}, place));
}

const TAGS: Readonly<Record<ChartGroup['kind'], string>> = {
  bar: 'c:barChart',
  line: 'c:lineChart',
  area: 'c:areaChart',
  pie: 'c:pieChart',
  doughnut: 'c:doughnutChart',
  scatter: 'c:scatterChart',
};
const STACKS = { none: 'standard', sum: 'stacked', share: 'percentStacked' } as const;

function groupsXml(plan: ChartPlan, data: ChartData, style: ChartStyle): Element[] {
  let index = 0;
  return data.groups
    .filter(({ series }) => series.length > 0)
    .map((group) => {
      const placed = group.series.map((series): PlacedSeries => ({ series, index: index++ }));
      const isStacked = group.kind === 'bar' && (plan.stack !== 'none' || plan.kind === 'waterfall');
      const own = { ...style, stacked: isStacked };
      return groupXml(
        plan,
        group.kind,
        placed.map((one) => seriesXml(data, group.kind, one, own)),
      );
    });
}

function groupXml(plan: ChartPlan, kind: ChartGroup['kind'], series: Element[]): Element {
  const axes = [xml('c:axId', { val: 1 }), xml('c:axId', { val: 2 })];
  const stack = plan.kind === 'waterfall' ? 'sum' : plan.stack;
  const varies = (val: number): Element => xml('c:varyColors', { val });
  switch (kind) {
    case 'bar':
      return xml(
        TAGS.bar,
        {},
        xml('c:barDir', { val: plan.lying ? 'bar' : 'col' }),
        xml('c:grouping', { val: stack === 'none' ? 'clustered' : STACKS[stack] }),
        varies(0),
        series,
        xml('c:gapWidth', { val: plan.series.length > 1 && stack === 'none' ? 60 : 80 }),
        stack === 'none' ? undefined : xml('c:overlap', { val: 100 }),
        axes,
      );
    case 'line':
      return xml(
        TAGS.line,
        {},
        xml('c:grouping', { val: 'standard' }),
        varies(0),
        series,
        xml('c:marker', { val: 1 }),
        axes,
      );
    case 'area':
      return xml(TAGS.area, {}, xml('c:grouping', { val: STACKS[stack] }), varies(0), series, axes);
    case 'pie':
      return xml(TAGS.pie, {}, varies(1), series, xml('c:firstSliceAng', { val: 0 }));
    case 'doughnut':
      return xml(
        TAGS.doughnut,
        {},
        varies(1),
        series,
        xml('c:firstSliceAng', { val: 0 }),
        xml('c:holeSize', { val: Math.round(HOLE * 100) }),
      );
    default:
      return xml(TAGS.scatter, {}, xml('c:scatterStyle', { val: 'lineMarker' }), varies(0), series, axes);
  }
}

/** Names series where there are several; slices of a ring, which have no room for their names. */
function legendXml(
  plan: ChartPlan,
  data: ChartData,
  { style, box }: Pick<ChartSurroundings, 'box'> & { style: ChartStyle },
): Element | undefined {
  const { letters, colours } = style;
  const text = colours['text'] ?? '#000000';
  const isRing = plan.kind === 'donut';
  const named = data.groups.flatMap(({ series }) => series);
  if (!isRing && (plan.series.length < 2 || plan.kind === 'waterfall' || plan.kind === 'pie')) return undefined;
  if (namesLines(plan)) return undefined;
  const hidden = named.flatMap(({ dashed }, index) => (dashed ? [index] : []));
  return xml(
    'c:legend',
    {},
    xml('c:legendPos', { val: isRing ? (isUpright(box) ? 'b' : 'r') : 't' }),
    hidden.map((idx) => xml('c:legendEntry', {}, xml('c:idx', { val: idx }), xml('c:delete', { val: 1 }))),
    xml('c:overlay', { val: 0 }),
    letters(text),
  );
}
