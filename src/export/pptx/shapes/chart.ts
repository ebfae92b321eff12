import type { ChartLook, MeasuredDrawing } from '../../../client/shapes/measured.ts';
import { chartData } from '../charts/chart-data.ts';
import type { ChartPlan } from '../charts/chart-plans.ts';
import { chartXml } from '../charts/chart-xml.ts';
import { centreWords, HOLE, ringArea } from '../charts/ring-centre.ts';
import { chartWorkbook } from '../charts/workbook.ts';
import { solidFill } from '../colour-scheme.ts';
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
  files.add(
    chart,
    chartXml(plan, data, { look, palette, scale, box: block.box, lang: languageOf(part), workbook: id }),
    TYPE,
  );
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
  const centre = centreWords(plan);
  return [frame, ...(centre ? [centreShape(part, block, { centre, look })] : [])];
}

/** LibreOffice gives all rings a hole that is half as wide as they are. */
const LEAST_HOLE = 0.5;

interface Centre {
  centre: { figure: string; words: string };
  look: ChartLook;
}

/** Puts words into the middle of a ring. */
function centreShape(part: ShapesPart, { box, step }: MeasuredDrawing, { centre, look }: Centre): Element {
  const { palette, scale } = part;
  const { colours, size } = look;
  const ring = ringArea(box);
  const side = ring.width * Math.min(HOLE, LEAST_HOLE) * 0.84;
  const place = {
    x: box.x + ring.x + (ring.width - side) / 2,
    y: box.y + ring.y + (ring.height - side) / 2,
    width: side,
    height: side,
  };
  const large = Math.min(size * 2, (side / Math.max(2, centre.figure.length)) * 1.5);
  const line = (text: string, px: number, colour: string, b: boolean): Element =>
    xml(
      'a:p',
      {},
      xml('a:pPr', { algn: 'ctr' }),
      xml(
        'a:r',
        {},
        xml(
          'a:rPr',
          { lang: languageOf(part), sz: Math.max(100, Math.round(scale.points(px) / 10) * 10), b },
          solidFill(palette, colour),
        ),
        xml('a:t', {}, text),
      ),
    );
  return xml(
    'p:sp',
    {},
    xml('p:nvSpPr', {}, shapeProperties(part, { name: 'Total', step }), xml('p:cNvSpPr', { txBox: 1 }), xml('p:nvPr')),
    xml('p:spPr', {}, transform(scale, place), xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')), xml('a:noFill')),
    xml(
      'p:txBody',
      {},
      xml('a:bodyPr', { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }),
      xml('a:lstStyle'),
      line(centre.figure, large, colours['text'] ?? '#000000', true),
      centre.words === '' ? undefined : line(centre.words, size * 0.9, colours['muted'] ?? '#808080', false),
    ),
  );
}

function languageOf({ slide, job }: ShapesPart): string {
  return slide?.settings.lang ?? job.deck.meta.lang;
}
