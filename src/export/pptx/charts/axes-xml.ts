import { solidFill } from '../colour-scheme.ts';
import { xml, type Element } from '../xml.ts';
import { showsFigures, type ChartData } from './chart-data.ts';
import type { ChartPlan } from './chart-plans.ts';
import type { ChartStyle } from './series-xml.ts';
import { titleXml } from './title-xml.ts';

/** Writes the axes of a chart: categories, or figures from left to right, and figures. */
export function axesXml(plan: ChartPlan, data: ChartData, style: ChartStyle): Element[] {
  const { lying, kind } = plan;
  if (kind === 'scatter') {
    return [
      figureAxis(plan, data, { style, id: 1, position: 'b', format: 'General', shown: true }),
      figureAxis(plan, data, { style, id: 2, position: 'l', format: data.format, shown: true }),
    ];
  }
  const shown = !((kind === 'bar' || kind === 'waterfall') && showsFigures(plan));
  const format = plan.stack === 'share' ? '0%' : data.format;
  return [
    categoryAxis(plan, style),
    figureAxis(plan, data, { style, id: 2, position: lying ? 'b' : 'l', format, shown }),
  ];
}

function categoryAxis({ lying, kind }: ChartPlan, { palette, letters, colours }: ChartStyle): Element {
  return xml(
    'c:catAx',
    {},
    xml('c:axId', { val: 1 }),
    // The first bar is the uppermost.
    xml('c:scaling', {}, xml('c:orientation', { val: lying ? 'maxMin' : 'minMax' })),
    xml('c:delete', { val: 0 }),
    xml('c:axPos', { val: lying ? 'l' : 'b' }),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    xml('c:majorTickMark', { val: 'none' }),
    xml('c:minorTickMark', { val: 'none' }),
    xml('c:tickLblPos', { val: 'low' }),
    xml('c:spPr', {}, xml('a:ln', { w: 9525 }, solidFill(palette, colours['muted'] ?? '#808080'))),
    letters(colours['text'] ?? '#000000'),
    xml('c:crossAx', { val: 2 }),
    xml('c:crosses', { val: 'autoZero' }),
    xml('c:auto', { val: kind === 'line' ? 0 : 1 }),
    xml('c:lblAlgn', { val: 'ctr' }),
    xml('c:lblOffset', { val: 100 }),
    xml('c:noMultiLvlLbl', { val: 1 }),
  );
}

interface FigureAxis {
  style: ChartStyle;
  id: 1 | 2;
  position: 'b' | 'l';
  format: string;
  shown: boolean;
}

function figureAxis(plan: ChartPlan, data: ChartData, { style, id, position, format, shown }: FigureAxis): Element {
  const { palette, letters, colours } = style;
  const scale = id === 2 && data.scale ? data.scale : undefined;
  const [least, most] = scale?.domain ?? (id === 2 ? [plan.min, plan.max] : []);
  const [first, second] = scale?.ticks ?? [];
  const step = first === undefined || second === undefined ? undefined : Number((second - first).toPrecision(12));
  const line = solidFill(palette, colours['line'] ?? '#cccccc');
  const isBanded = data.groups.some(({ kind }) => kind === 'bar');
  return xml(
    'c:valAx',
    {},
    xml('c:axId', { val: id }),
    xml(
      'c:scaling',
      {},
      xml('c:orientation', { val: 'minMax' }),
      most === undefined ? undefined : xml('c:max', { val: most }),
      least === undefined ? undefined : xml('c:min', { val: least }),
    ),
    xml('c:delete', { val: shown ? 0 : 1 }),
    xml('c:axPos', { val: position }),
    shown && id === 2 ? xml('c:majorGridlines', {}, xml('c:spPr', {}, xml('a:ln', { w: 9525 }, line))) : undefined,
    id === 1 ? axisTitle(data.head, style, colours['muted'] ?? '#808080') : undefined,
    xml('c:numFmt', {
      formatCode: step !== undefined && scale ? wholeFormat(format, scale.ticks) : format,
      sourceLinked: 0,
    }),
    xml('c:majorTickMark', { val: 'none' }),
    xml('c:minorTickMark', { val: 'none' }),
    xml('c:tickLblPos', { val: 'nextTo' }),
    xml('c:spPr', {}, xml('a:ln', {}, id === 1 ? solidFill(palette, colours['muted'] ?? '#808080') : xml('a:noFill'))),
    letters(colours['muted'] ?? '#808080'),
    xml('c:crossAx', { val: id === 1 ? 2 : 1 }),
    xml('c:crosses', { val: plan.lying ? 'max' : 'autoZero' }),
    xml('c:crossBetween', { val: isBanded || plan.kind === 'line' ? 'between' : 'midCat' }),
    step === undefined ? undefined : xml('c:majorUnit', { val: step }),
  );
}

/** Marks at whole figures have no decimals, whatever the figures have. */
function wholeFormat(format: string, ticks: readonly number[]): string {
  return ticks.every((tick) => Number.isInteger(tick)) ? format.replace(/\.0+$/, '') : format;
}

function axisTitle(words: string, { letters, lang }: ChartStyle, colour: string): Element | undefined {
  if (words === '') return undefined;
  const [, , paragraph] = letters(colour).children;
  const properties = paragraph?.type === 'element' ? paragraph.children[0] : undefined;
  return titleXml(
    xml(
      'a:p',
      {},
      properties?.type === 'element' ? properties : undefined,
      xml('a:r', {}, xml('a:rPr', { lang }), xml('a:t', {}, words)),
    ),
  );
}
