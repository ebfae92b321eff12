import { describe, expect, test } from 'vitest';
import { chartData } from '../../../src/export/pptx/charts/chart-data.ts';
import { chartPlans } from '../../../src/export/pptx/charts/chart-plans.ts';
import { chartXml } from '../../../src/export/pptx/charts/chart-xml.ts';
import { chartWorkbook } from '../../../src/export/pptx/charts/workbook.ts';
import { paletteOf, type ColourScheme } from '../../../src/export/pptx/colour-scheme.ts';
import { scaleOf } from '../../../src/export/pptx/units.ts';
import { partText } from '../../../src/export/pptx/xml.ts';
import { elementFaults } from '../../support/ooxml/grammar.ts';
import { openPackage, packageFaults } from '../../support/ooxml/package-faults.ts';
import { elementsIn, findAll, readXml, type XmlElement } from '../../support/ooxml/xml.ts';

const SERIES = ['#aa0000', '#00aa00', '#0000aa', '#aaaa00', '#00aaaa', '#aa00aa'];
const SCHEME = Object.fromEntries(
  ['dk1', 'lt1', 'dk2', 'lt2', 'hlink', 'folHlink'].map((name) => [name, '#123456']),
) as ColourScheme;
const PALETTE = paletteOf(
  { ...SCHEME, ...Object.fromEntries(SERIES.map((colour, index) => [`accent${index + 1}`, colour])) },
  { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' },
);
const COLOURS = {
  text: '#111111',
  muted: '#777777',
  line: '#dddddd',
  grey: '#bbbbbb',
  total: '#999999',
  ...Object.fromEntries(SERIES.map((colour, index) => [`series${index}`, colour])),
};

interface Made {
  tree: XmlElement;
  workbook: Uint8Array;
}

/** Makes a chart of a `csv` fence; `undefined` where PowerPoint has none like it. */
async function chart(
  options: Record<string, string>,
  source: string,
  box = { width: 800, height: 400 },
): Promise<Made | undefined> {
  const markup = { markup: '', text: '', fonts: [], chart: { kind: 'chart' as const, source, options } };
  const element = { type: 'element' as const, tagName: 'svg', properties: { dataInset: '1' }, children: [] };
  const plans = await chartPlans({ rawMarkup: new Map([['1', markup]]) }, new Map([[7, element]]));
  const plan = plans.get(7);
  if (!plan) return undefined;
  const look = { colours: COLOURS, size: 16 };
  const data = chartData(plan, look);
  const surroundings = {
    look,
    palette: PALETTE,
    scale: scaleOf({ width: 1280, height: 720 }),
    box,
    lang: 'de',
    workbook: 'rId1',
  };
  const tree = readXml(partText(chartXml(plan, data, surroundings)));
  expect([...elementsIn(tree)].flatMap(([one, around]) => elementFaults(one, around))).toEqual([]);
  const langs = [...elementsIn(tree)].flatMap(([{ attributes }]) => attributes.get('lang') ?? []);
  expect([...new Set(langs)]).toEqual(['de']);
  return { tree, workbook: chartWorkbook(data) };
}

function values(tree: XmlElement | undefined, name: string): string[] {
  return tree ? findAll(tree, name).map(({ attributes, text }) => attributes.get('val') ?? text) : [];
}

const SALES = 'Quarter,Sales,Costs\nQ1,10,7\nQ2,14,9.5\nQ3,9,\n';

describe('a table becomes a chart of PowerPoint', () => {
  test.each<[kind: string, options: Record<string, string>, elements: string[], settings: Record<string, string[]>]>([
    ['bars', { chart: 'bar' }, ['c:barChart'], { 'c:barDir': ['col'], 'c:grouping': ['clustered'] }],
    ['horizontal bars', { chart: 'bar', horizontal: 'true' }, ['c:barChart'], { 'c:barDir': ['bar'] }],
    ['stacks', { chart: 'bar', stacked: 'true' }, ['c:barChart'], { 'c:grouping': ['stacked'], 'c:overlap': ['100'] }],
    ['shares', { chart: 'bar', stacked: '100%' }, ['c:barChart'], { 'c:grouping': ['percentStacked'] }],
    ['lines', { chart: 'line' }, ['c:lineChart'], { 'c:grouping': ['standard'], 'c:smooth': ['0', '0'] }],
    ['areas', { chart: 'area' }, ['c:areaChart'], { 'c:grouping': ['stacked'] }],
    ['a pie', { chart: 'pie' }, ['c:pieChart'], { 'c:firstSliceAng': ['0'] }],
    ['a donut', { chart: 'donut' }, ['c:doughnutChart'], { 'c:legendPos': ['r'] }],
    ['points', { chart: 'scatter' }, ['c:scatterChart'], { 'c:scatterStyle': ['lineMarker'] }],
    [
      'bars and a line',
      { chart: 'combo' },
      ['c:barChart', 'c:lineChart'],
      { 'c:axId': ['1', '2', '1', '2', '1', '2'] },
    ],
    ['a waterfall', { chart: 'waterfall' }, ['c:barChart'], { 'c:grouping': ['stacked'], 'c:overlap': ['100'] }],
  ])('%s', async (_, options, elements, settings) => {
    const made = await chart(
      options,
      options['chart'] === 'donut' || options['chart'] === 'pie' ? 'Task,Hours\nA,9\nB,4' : SALES,
    );
    for (const name of elements) expect(made && findAll(made.tree, name)).toHaveLength(1);
    for (const [name, expected] of Object.entries(settings)) expect(values(made?.tree, name)).toEqual(expected);
    expect(made && packageFaults(made.workbook)).toEqual([]);
  });

  test('with its figures, gaps as gaps, and names', async () => {
    const made = await chart({ chart: 'bar' }, SALES);
    const [, costs] = made ? findAll(made.tree, 'c:ser') : [];
    expect(costs && findAll(costs, 'c:f').map(({ text }) => text)).toEqual([
      'Sheet1!$C$1',
      'Sheet1!$A$2:$A$4',
      'Sheet1!$C$2:$C$4',
    ]);
    expect(values(costs, 'c:v')).toEqual(['Costs', 'Q1', 'Q2', 'Q3', '7', '9.5']);
    expect(values(costs, 'c:formatCode')).toEqual(['0.0']);
  });

  test('in colours of the theme, and others in grey', async () => {
    const made = await chart({ chart: 'bar', highlight: 'Q2' }, 'Quarter,Sales\nQ1,10\nQ2,14\n');
    const [series] = made ? findAll(made.tree, 'c:ser') : [];
    expect(values(series, 'a:schemeClr')[0]).toBe('accent1');
    const points = series ? findAll(series, 'c:dPt') : [];
    expect(points.map((point) => [values(point, 'c:idx'), values(point, 'a:srgbClr')])).toEqual([[['0'], ['BBBBBB']]]);
  });

  test('with lines of reference, limits and a unit', async () => {
    const made = await chart({ chart: 'line', line: 'Target: 12', min: '5', max: '20', unit: '€ million' }, SALES);
    expect(values(made?.tree, 'a:prstDash')).toEqual(['dash']);
    expect(values(made?.tree, 'c:min')).toEqual(['5']);
    expect(values(made?.tree, 'c:max')).toEqual(['20']);
    const [title] = made ? findAll(made.tree, 'c:title') : [];
    expect(values(title, 'a:t')).toEqual(['€ million']);
  });

  test('with steps of a waterfall that begin where the last one ended', async () => {
    const made = await chart({ chart: 'waterfall' }, 'Step,Value\n2025,100\nNew,30\nLost,-20\n2026,\n');
    const series = made
      ? findAll(made.tree, 'c:ser').map((one) => findAll(one, 'c:val').flatMap((all) => values(all, 'c:v')))
      : [];
    expect(series).toEqual([['0', '100', '110', '0'], ['100', '110'], ['30'], ['20']]);
  });

  test('with a workbook of the same figures', async () => {
    const made = await chart({ chart: 'bar' }, SALES);
    const sheet = made && openPackage(made.workbook).pack.parts.get('xl/worksheets/sheet1.xml');
    const cells = sheet
      ? findAll(sheet, 'x:c').map((cell) => [
          cell.attributes.get('r'),
          [...values(cell, 'x:v'), ...values(cell, 'x:t')][0],
        ])
      : [];
    expect(cells).toContainEqual(['A1', 'Quarter']);
    expect(cells).toContainEqual(['C3', '9.5']);
    expect(cells.map(([place]) => place)).not.toContain('C4');
  });
});

test.each([
  ['small lines', { chart: 'sparkline' }],
  ['lines across horizontal bars', { chart: 'bar', horizontal: 'true', line: 'Target: 12' }],
])('%s have no counterpart in PowerPoint', async (_, options) => {
  expect(await chart(options, SALES)).toBeUndefined();
});

describe('lines', () => {
  test('have their names where they end, and a legend where these would overlap', async () => {
    const [apart, close] = [
      await chart({ chart: 'line' }, 'Year,Sales,Costs\n1,10,7\n2,14,3\n'),
      await chart({ chart: 'line' }, 'Year,Sales,Costs\n1,10,7\n2,14,13.9\n'),
    ];
    expect(values(apart?.tree, 'c:showSerName')).toContain('1');
    expect(apart && findAll(apart.tree, 'c:legend')).toEqual([]);
    expect(values(close?.tree, 'c:showSerName')).not.toContain('1');
    expect(close && findAll(close.tree, 'c:legend')).toHaveLength(1);
  });

  test('have beads, and the scale of the slide', async () => {
    const made = await chart({ chart: 'line' }, 'Year,Sales\n1,10\n2,37\n');
    expect(values(made?.tree, 'c:symbol')).toEqual(['circle']);
    expect(['c:min', 'c:max', 'c:majorUnit'].map((name) => values(made?.tree, name)[0])).toEqual(['0', '40', '10']);
    const [last] = made ? findAll(made.tree, 'c:dLbl') : [];
    expect([values(last, 'c:idx'), values(last, 'c:showVal')]).toEqual([['1'], ['1']]);
  });
});

test('shares have a sign, and small ones no figure', async () => {
  const made = await chart({ chart: 'bar', stacked: '100%' }, 'Land,Rail,Air\nA,95,5\n');
  const [rail, air] = made ? findAll(made.tree, 'c:ser') : [];
  expect(values(rail, 'c:delete')).toEqual([]);
  expect(
    rail &&
      findAll(rail, 'c:dLbls')
        .flatMap((all) => findAll(all, 'c:numFmt'))[0]
        ?.attributes.get('formatCode'),
  ).toMatch(/^0".?%"$/u);
  expect(values(air, 'c:delete')).toEqual(['1']);
});

test('an upright ring has its names below it', async () => {
  const made = await chart({ chart: 'donut' }, 'Task,Hours\nA,9\nB,4', { width: 300, height: 400 });
  expect(values(made?.tree, 'c:legendPos')).toEqual(['b']);
});

test('the same chart makes the same workbook', async () => {
  const [one, other] = [await chart({ chart: 'bar' }, SALES), await chart({ chart: 'bar' }, SALES)];
  expect(one?.workbook).toEqual(other?.workbook);
});
