import type { Room } from '../model/diagram-direction.ts';

/** px of labels; a diagram that fills its room shows them somewhat larger. */
const LABEL = 17;

/** px of a room in which actors are as narrow as their names. */
const NARROW = 640;

/**
 * Returns settings of Mermaid that make labels large enough for the last row: kinds that have a width of their own get that
 * of their room, others less air.
 */
export function mermaidSizes({ width, height }: Room): Record<string, Record<string, unknown>> {
  // What is laid out smaller than its room is enlarged to it, labels included.
  const [across, down] = [Math.round(width / 1.25), Math.round(height / 1.25)];
  const axis = { labelFontSize: LABEL, titleFontSize: LABEL, labelPadding: 7 };
  return {
    sequence: {
      mirrorActors: false,
      height: 46,
      messageMargin: 16,
      boxMargin: 8,
      noteMargin: 8,
      ...(width < NARROW && { width: 100, actorMargin: 18 }),
    },
    gantt: {
      useWidth: Math.round(width / 1.45),
      fontSize: LABEL,
      sectionFontSize: LABEL,
      barHeight: 32,
      barGap: 8,
      topPadding: 60,
      gridLineStartPadding: 40,
    },
    journey: { taskFontSize: LABEL, taskMargin: 24, width: 160, leftMargin: 110 },
    quadrantChart: {
      chartWidth: across,
      chartHeight: down,
      pointLabelFontSize: LABEL,
      quadrantLabelFontSize: LABEL + 2,
      xAxisLabelFontSize: LABEL,
      yAxisLabelFontSize: LABEL,
      pointRadius: 7,
      quadrantTextTopPadding: 8,
      pointTextPadding: 12,
    },
    xyChart: { width: across, height: down, titleFontSize: LABEL + 3, xAxis: axis, yAxis: axis, legendFontSize: LABEL },
    packet: { bitWidth: Math.max(14, width / 1.2 / 32), rowHeight: 44, paddingY: 22 },
    radar: {
      width: down * 0.78,
      height: down * 0.78,
      marginTop: 56,
      marginBottom: 36,
      marginLeft: 90,
      marginRight: 90,
    },
    'wardley-beta': { width: across, height: down, axisFontSize: LABEL, labelFontSize: LABEL, nodeLabelOffset: 10 },
    timeline: { padding: 30 },
    sankey: { width: across, height: down, nodeWidth: 14 },
    c4: { ...softwareSizes(), c4ShapeMargin: 40, diagramMarginX: 10, diagramMarginY: 10, width: 270, c4ShapeInRow: 3 },
  };
}

/** Returns sizes of the letters of C4 diagrams, which have one for each kind of box. */
function softwareSizes(): Record<string, number> {
  const kinds = ['person', 'system', 'container', 'component'].flatMap((kind) =>
    kind === 'person' ? [kind] : [kind, `${kind}_db`, `${kind}_queue`],
  );
  const names = [...kinds.flatMap((kind) => [kind, `external_${kind}`]), 'boundary', 'message'];
  return Object.fromEntries(names.map((name) => [`${name}FontSize`, LABEL + 8]));
}

/** Styles of labels whose size is not a setting. */
export const LABEL_STYLES: string = `
  .grid .tick text, .packetByte { font-size: 15px }
  .packetLabel { font-size: ${LABEL}px }
  .timeline-node text { font-size: 22px }
  .node-labels text { font-size: ${LABEL}px !important }
  .treemapSectionLabel, .treemapSectionValue { font-size: 15px !important }`;
