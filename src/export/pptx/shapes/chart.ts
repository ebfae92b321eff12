import type { ChartLook, MeasuredDrawing } from '../../../client/shapes/measured.ts';
import { chartData } from '../charts/chart-data.ts';
import type { ChartPlan } from '../charts/chart-plans.ts';
import { chartXml } from '../charts/chart-xml.ts';
import { chartWorkbook } from '../charts/workbook.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes a chart of PowerPoint, with a workbook that its figures are edited in. */
export function chartShapes(
  part: ShapesPart,
  block: MeasuredDrawing,
  { plan, look }: { plan: ChartPlan; look: ChartLook },
): Element[] {
  const { package: files, palette, scale, path } = part;
  let number = 1;
  while (files.has(`ppt/charts/chart${number}.xml`)) number += 1;
  const chart = `ppt/charts/chart${number}.xml`;
  const workbook = `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;
  const data = chartData(plan, look);
  files.add(workbook, chartWorkbook(data), WORKBOOK);
  const id = files.relate(chart, 'package', workbook);
  files.add(chart, chartXml(plan, data, { look, palette, scale, workbook: id }), TYPE);
  const frame = xml(
    'p:graphicFrame',
    {},
    xml(
      'p:nvGraphicFramePr',
      {},
      shapeProperties(part, { name: 'Chart', step: block.step, alt: block.alt }),
      xml('p:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noGrp: 1 })),
      xml('p:nvPr'),
    ),
    transform(scale, block.box, { tag: 'p:xfrm' }),
    xml(
      'a:graphic',
      {},
      xml(
        'a:graphicData',
        { uri: CHART },
        xml('c:chart', { 'xmlns:c': CHART, 'r:id': files.relate(path, 'chart', chart) }),
      ),
    ),
  );
  return [frame];
}
