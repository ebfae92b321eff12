import { describe, expect, test } from 'vitest';
import { drawJob } from '../../src/diagrams/draw-job.ts';
import { placePieLabels } from '../../src/diagrams/charts/pie-labels.ts';
import type { DrawingJob } from '../../src/model/drawing.ts';

async function markupOf(
  kind: DrawingJob['kind'],
  source: string,
  options: Record<string, string> = {},
): Promise<string> {
  const drawn = await drawJob({ kind, source, options }, (work) => work());
  if ('problem' in drawn) throw new Error(drawn.problem);
  return drawn.markup;
}

/** The fill of each text of an SVG. */
const fills = (svg: string): Record<string, string | undefined> =>
  Object.fromEntries(
    [...svg.matchAll(/<text([^>]*)>([^<]*)</g)].map(([, attributes = '', text = '']) => [
      text,
      / fill="([^"]*)"/.exec(attributes)?.[1],
    ]),
  );

describe('labels of graphs are legible on every background', () => {
  test('on colours of the author they are black or white', async () => {
    const found = fills(
      await markupOf(
        'dot',
        `digraph {
        pale [fillcolor=yellow]; deep [fillcolor=navy]; own [fillcolor=navy fontcolor=orange]; round [shape=ellipse fillcolor="#ffcccc"];
        plain; subgraph cluster_a { label=light; bgcolor=lightgrey; inside } }`,
      ),
    );
    expect(found).toMatchObject({ pale: '#000', deep: '#fff', own: 'orange', round: '#000', light: '#000' });
    expect(found['plain']).toMatch(/^var\(/);
    expect(found['inside'], 'a node stands on its own colour').toMatch(/^var\(/);
  });

  test('cells of tables have their own background', async () => {
    const html =
      '<TABLE><TR><TD BGCOLOR="lightyellow">pale</TD><TD BGCOLOR="black">deep</TD><TD>plain</TD></TR></TABLE>';
    const found = fills(await markupOf('dot', `digraph { t [shape=plain label=<${html}>] }`));
    expect(found).toMatchObject({ pale: '#000', plain: expect.stringMatching(/^var\(/) });
  });

  test('that cannot be read are a message at their line', async () => {
    const problem = (source: string): unknown => drawJob({ kind: 'dot', source, options: {} }, (work) => work());
    expect(await problem('digraph {\n a [label=<<b>x</i>>]\n}')).toEqual({
      problem: 'mismatched tag near “x</i>” in label of node a',
      line: 2,
    });
    expect(await problem('digraph {\n node [shape=record]\n a [label="{x|y"] }')).toEqual({
      problem: 'bad label format {x|y',
    });
    // Fonts are the theme's, whatever is asked for.
    expect(await problem('digraph { a [fontname="Helvetica Neue"] }')).toHaveProperty('markup');
  });

  test('nothing is black that nobody coloured', async () => {
    const svg = await markupOf(
      'dot',
      'digraph { subgraph cluster_0 { label=outer; subgraph cluster_1 { label=inner; a } } }',
    );
    expect(fills(svg)['inner']).toBe('currentColor');
  });
});

describe('charts', () => {
  const data = { values: [1, 3, 4, 9].flatMap((v) => ['p', 'q'].map((g) => ({ g, v }))) };
  const encoding = { x: { field: 'g', type: 'nominal' }, y: { field: 'v', type: 'quantitative' } };
  const vega = (spec: object): Promise<string> => markupOf('vega-lite', JSON.stringify({ data, encoding, ...spec }));

  test.each(['boxplot', 'errorbar', 'errorband', 'rule', 'tick', 'trail', 'text', 'circle'])(
    '%s has no colour but tokens',
    async (mark) => {
      expect(await vega({ mark })).not.toMatch(/(?:fill|stroke)="(?:black|white|#|rgb)/);
    },
  );

  test('more series than the theme has colours differ', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `s${index}`);
    const svg = await markupOf('chart', `x,${names.join(',')}\na,1,2,3,4,5,6,7,8,9`, { lang: 'csv', chart: 'bar' });
    const colours = [...svg.matchAll(/<path aria[^>]*|<path[^>]*/g)].map(
      ([path]) => / fill="([^"]*chart[^"]*)"/.exec(path)?.[1],
    );
    expect(new Set(colours.filter(Boolean)).size).toBe(9);
  });

  test('several views share the room', async () => {
    const widthOf = (svg: string): number => Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
    const point = { mark: 'point', encoding };
    const one = widthOf(await vega(point));
    for (const spec of [
      { ...point, encoding: { ...encoding, column: { field: 'g', type: 'nominal' } } },
      { encoding: undefined, hconcat: [point, point, point] },
      { encoding: undefined, facet: { column: { field: 'g', type: 'nominal' } }, spec: point },
    ]) {
      expect(widthOf(await vega(spec))).toBeLessThan(one * 1.15);
    }
  });

  test('labels on an axis that has not the room for all stand for the others', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => `Item ${index},1`).join('\n');
    const svg = await markupOf('chart', `x,y\n${rows}`, { lang: 'csv', chart: 'bar' });
    const labels = svg.match(/>Item \d+</g)?.length ?? 0;
    expect(labels).toBeGreaterThan(20);
    expect(labels).toBeLessThan(50);
  });
});

describe('labels around a pie', () => {
  test('do not overlap, and stay beside their half', () => {
    const shares = [0.5, 0.4, ...Array.from({ length: 10 }, () => 0.01)];
    const middles = shares.map((share, index) => shares.slice(0, index).reduce((sum, one) => sum + one, 0) + share / 2);
    const labels = placePieLabels(
      middles.map((middle) => ({ middle, rows: 1 })),
      { radius: 180, half: 200, line: 26 },
    );
    for (const align of ['start', 'end']) {
      const down = labels
        .filter((label) => label.align === align)
        .map(({ y }) => y)
        .toSorted((one, other) => one - other);
      down.slice(1).forEach((y, index) => expect(y - (down[index] ?? 0)).toBeGreaterThanOrEqual(21.9));
      for (const y of down) expect(Math.abs(y)).toBeLessThanOrEqual(200);
    }
    for (const { x, align } of labels) expect(Math.sign(x)).toBe(align === 'end' ? -1 : 1);
  });

  test('have their room in the chart', async () => {
    const svg = await markupOf('chart', 'a,b\nshort,3\nA_long_name_that_stands_on_the_left_of_it,2', {
      lang: 'csv',
      chart: 'pie',
    });
    const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
    expect(width).toBeGreaterThan(2 * (70 + 40 * 19 * 0.5));
  });
});

describe('formulas', () => {
  test('have chemistry', async () => {
    expect(await markupOf('formula', String.raw`\ce{2H2 + O2 -> 2H2O} \pu{123 kJ/mol}`)).toContain('class="katex"');
  });

  test('can be read in boxes of a colour', async () => {
    const markup = await markupOf('formula', String.raw`\colorbox{yellow}{A} \fcolorbox{red}{navy}{B}`);
    expect(markup).toMatch(/boxpad" style="color:#000"/);
    expect(markup).toMatch(/boxpad" style="color:#fff"/);
  });
});
