import type { Hex } from '../../../client/shapes/measured.ts';
import { solidFill, type Palette } from '../colour-scheme.ts';
import { xml, type Element } from '../xml.ts';
import type { ChartData, ChartGroup, ChartSeries } from './chart-data.ts';
import { inkOn } from './ink.ts';
import { columnName } from './workbook.ts';

/** How a chart is written. */
export interface ChartStyle {
  palette: Palette;
  /** Language of words. */
  lang: string;
  /** Writes letters. */
  letters: (colour: Hex, options?: { bold?: boolean }) => Element;
  colours: Readonly<Record<string, Hex>>;
  /** EMU of lines. */
  lineWidth: number;
  /** Bars or areas are on each other. */
  stacked: boolean;
}

export interface PlacedSeries {
  series: ChartSeries;
  /** Its place among all series of the chart. */
  index: number;
}

/** Writes a series of a chart, with the figures that are in its workbook. */
export function seriesXml(
  data: ChartData,
  kind: ChartGroup['kind'],
  { series, index }: PlacedSeries,
  style: ChartStyle,
): Element {
  const isLine = kind === 'line' || kind === 'scatter';
  const column = columnName(index + 1);
  const last = data.categories.length + 1;
  const values = numbers(`Sheet1!$${column}$2:$${column}$${last}`, series.values, series.format ?? data.format);
  const categories = data.across
    ? numbers(`Sheet1!$A$2:$A$${last}`, data.across, 'General')
    : words(`Sheet1!$A$2:$A$${last}`, data.categories);
  return xml(
    'c:ser',
    {},
    xml('c:idx', { val: index }),
    xml('c:order', { val: index }),
    xml('c:tx', {}, words(`Sheet1!$${column}$1`, [series.name])),
    look(kind, series, style),
    kind === 'bar' ? xml('c:invertIfNegative', { val: 0 }) : undefined,
    isLine ? marker(kind, series, style) : undefined,
    [...series.marks].map(([row, colour]) => mark(kind, row, { colour, style })),
    labels(data, kind, series, style),
    xml(kind === 'scatter' ? 'c:xVal' : 'c:cat', {}, categories),
    xml(kind === 'scatter' ? 'c:yVal' : 'c:val', {}, values),
    isLine ? xml('c:smooth', { val: 0 }) : undefined,
  );
}

function words(formula: string, texts: readonly string[]): Element {
  const points = texts.map((text, idx) => xml('c:pt', { idx }, xml('c:v', {}, text)));
  return xml(
    'c:strRef',
    {},
    xml('c:f', {}, formula),
    xml('c:strCache', {}, xml('c:ptCount', { val: texts.length }), points),
  );
}

function numbers(formula: string, values: readonly (number | null)[], format: string): Element {
  return xml(
    'c:numRef',
    {},
    xml('c:f', {}, formula),
    xml(
      'c:numCache',
      {},
      xml('c:formatCode', {}, format),
      xml('c:ptCount', { val: values.length }),
      values.map((value, idx) => (value === null ? undefined : xml('c:pt', { idx }, xml('c:v', {}, String(value))))),
    ),
  );
}

function look(
  kind: ChartGroup['kind'],
  { colour, dashed }: ChartSeries,
  { palette, lineWidth, colours, stacked }: ChartStyle,
): Element {
  if (kind === 'scatter') return xml('c:spPr', {}, xml('a:ln', {}, xml('a:noFill')));
  if (kind === 'line') {
    return xml(
      'c:spPr',
      {},
      xml(
        'a:ln',
        { w: dashed ? Math.round(lineWidth / 2) : lineWidth, cap: 'rnd' },
        solidFill(palette, colour ?? colours['text'] ?? '#000000'),
        dashed ? xml('a:prstDash', { val: 'dash' }) : undefined,
        xml('a:round'),
      ),
    );
  }
  const fill = colour && kind === 'area' ? `${colour.slice(0, 7)}${stacked ? 'e0' : '4d'}` : colour;
  const isOutlined = kind === 'area' && !stacked && colour !== undefined;
  return xml(
    'c:spPr',
    {},
    fill ? solidFill(palette, fill) : xml('a:noFill'),
    xml('a:ln', isOutlined ? { w: lineWidth } : {}, isOutlined ? solidFill(palette, colour) : xml('a:noFill')),
  );
}

function marker(kind: ChartGroup['kind'], { colour, dashed, beads }: ChartSeries, { palette }: ChartStyle): Element {
  const isSeen = kind === 'line' ? beads : !dashed;
  if (!isSeen || !colour) return xml('c:marker', {}, xml('c:symbol', { val: 'none' }));
  const size = xml('c:size', { val: kind === 'line' ? 7 : 9 });
  return xml('c:marker', {}, xml('c:symbol', { val: 'circle' }), size, filled(palette, colour));
}

function filled(palette: Palette, colour: Hex): Element {
  return xml('c:spPr', {}, solidFill(palette, colour), xml('a:ln', {}, xml('a:noFill')));
}

function mark(kind: ChartGroup['kind'], row: number, { colour, style }: { colour: Hex; style: ChartStyle }): Element {
  const { palette } = style;
  if (kind === 'scatter') {
    const bead = xml(
      'c:marker',
      {},
      xml('c:symbol', { val: 'circle' }),
      xml('c:size', { val: 9 }),
      filled(palette, colour),
    );
    return xml('c:dPt', {}, xml('c:idx', { val: row }), bead, xml('c:bubble3D', { val: 0 }));
  }
  return xml(
    'c:dPt',
    {},
    xml('c:idx', { val: row }),
    kind === 'bar' ? xml('c:invertIfNegative', { val: 0 }) : undefined,
    xml('c:bubble3D', { val: 0 }),
    filled(palette, colour),
  );
}

type Shown = 'value' | 'category' | 'name' | 'percent';

function flags(...shown: Shown[]): Element[] {
  const flag = (name: string, kind: Shown): Element => xml(name, { val: shown.includes(kind) ? 1 : 0 });
  return [
    xml('c:showLegendKey', { val: 0 }),
    flag('c:showVal', 'value'),
    flag('c:showCatName', 'category'),
    flag('c:showSerName', 'name'),
    flag('c:showPercent', 'percent'),
    xml('c:showBubbleSize', { val: 0 }),
  ];
}

/** Writes figures at marks, names of slices, and names of lines at their ends. */
function labels(
  data: ChartData,
  kind: ChartGroup['kind'],
  series: ChartSeries,
  style: ChartStyle,
): Element | undefined {
  const { colours, letters } = style;
  const text = colours['text'] ?? '#000000';
  if (kind === 'scatter') return pointNames(data, style);
  if (series.labels === 'name' || series.labels === 'last') {
    const idx = series.namedAt ?? series.values.findLastIndex((value) => value !== null);
    const isFigure = series.labels === 'last';
    const end = xml(
      'c:dLbl',
      {},
      xml('c:idx', { val: Math.max(0, idx) }),
      isFigure ? xml('c:numFmt', { formatCode: series.format ?? data.format, sourceLinked: 0 }) : undefined,
      letters(series.dashed ? (colours['muted'] ?? text) : text, { bold: isFigure }),
      xml('c:dLblPos', { val: series.dashed ? 't' : 'r' }),
      flags(isFigure ? 'value' : 'name'),
    );
    return xml('c:dLbls', {}, end, flags());
  }
  if (series.labels === 'none') return undefined;
  if (kind === 'pie') return shareLabels(text, style);
  if (kind === 'doughnut') return ringLabels(series, style);
  const none = [...(series.unlabelled ?? [])].map((idx) =>
    xml('c:dLbl', {}, xml('c:idx', { val: idx }), xml('c:delete', { val: 1 })),
  );
  return xml(
    'c:dLbls',
    {},
    none,
    xml('c:numFmt', { formatCode: series.format ?? data.format, sourceLinked: 0 }),
    letters(style.stacked ? inkOn(series.colour ?? '#ffffff') : text),
    xml('c:dLblPos', { val: style.stacked ? 'ctr' : 'outEnd' }),
    flags('value'),
  );
}

/** Names and shares of slices are beside them. */
function shareLabels(text: Hex, { letters }: ChartStyle): Element {
  return xml(
    'c:dLbls',
    {},
    xml('c:numFmt', { formatCode: '0%', sourceLinked: 0 }),
    letters(text),
    xml('c:dLblPos', { val: 'outEnd' }),
    flags('category', 'percent'),
    xml('c:separator', {}, '\n'),
    xml('c:showLeaderLines', { val: 1 }),
  );
}

/** Shares are on the parts of a ring, in letters that are legible there. */
function ringLabels({ marks }: ChartSeries, { letters }: ChartStyle): Element {
  const format = (): Element => xml('c:numFmt', { formatCode: '0%', sourceLinked: 0 });
  return xml(
    'c:dLbls',
    {},
    [...marks].map(([idx, colour]) =>
      xml('c:dLbl', {}, xml('c:idx', { val: idx }), format(), letters(inkOn(colour)), flags('percent')),
    ),
    format(),
    flags('percent'),
    xml('c:showLeaderLines', { val: 0 }),
  );
}

/** Points with names have them as labels of their own. */
function pointNames({ categories, across }: ChartData, { letters, colours }: ChartStyle): Element | undefined {
  const named = across !== undefined && categories.some((name, row) => name !== String(across[row]));
  if (!named || categories.length > 40) return undefined;
  const text = letters(colours['text'] ?? '#000000');
  const paragraph = (name: string): Element => xml('a:p', {}, xml('a:r', {}, xml('a:t', {}, name)));
  return xml(
    'c:dLbls',
    {},
    categories.map((name, idx) =>
      xml(
        'c:dLbl',
        {},
        xml('c:idx', { val: idx }),
        xml('c:tx', {}, xml('c:rich', {}, xml('a:bodyPr'), xml('a:lstStyle'), paragraph(name))),
        xml('c:dLblPos', { val: 'r' }),
        flags('value'),
      ),
    ),
    text,
    flags(),
  );
}
