import type { Room } from '../model/diagram-direction.ts';
import { LABEL_STYLES, mermaidSizes } from './mermaid-sizes.ts';
import { STAND_INS } from './palette.ts';

/** Mermaid's theme variables by the token that they take their colour from. */
const VARIABLES: Readonly<Record<string, string>> = {
  ground: `
    background clusterBkg edgeLabelBackground labelBackground sequenceNumberColor altSectionBkgColor
    taskTextLightColor pieSectionTextColor pieStrokeColor pieOuterStrokeColor labelBackgroundColor
    compositeBackground relationLabelBackground attributeBackgroundColorOdd rowOdd branchLabelColor`,
  panel: `
    primaryColor mainBkg nodeBkg tertiaryColor actorBkg labelBoxBkgColor sectionBkgColor2 stateBkg altBackground
    compositeTitleBackground errorBkgColor requirementBackground attributeBackgroundColorEven rowEven
    commitLabelBackground tagLabelBackground personBkg`,
  accent: `
    primaryBorderColor nodeBorder actorBorder activationBorderColor critBkgColor critBorderColor todayLineColor
    innerEndBackground requirementBorderColor personBorder quadrantPointFill`,
  text: `
    primaryTextColor nodeTextColor textColor titleColor secondaryTextColor tertiaryTextColor labelColor
    actorTextColor signalTextColor labelTextColor noteTextColor taskTextColor taskTextDarkColor taskTextOutsideColor
    pieTitleTextColor pieLegendTextColor transitionLabelColor stateLabelColor errorTextColor classText
    relationLabelColor requirementTextColor commitLabelColor tagLabelColor quadrant1TextFill quadrant2TextFill
    quadrant3TextFill quadrant4TextFill quadrantPointTextFill quadrantTitleFill`,
  muted: `
    lineColor defaultLinkColor arrowheadColor signalColor loopTextColor transitionColor specialStateColor
    relationColor quadrantXAxisTextFill quadrantYAxisTextFill`,
  soft1: `
    secondaryColor noteBkgColor activationBkgColor sectionBkgColor quadrant1Fill taskBkgColor`,
  line: `
    secondaryBorderColor tertiaryBorderColor clusterBorder actorLineColor labelBoxBorderColor noteBorderColor
    gridColor doneTaskBkgColor doneTaskBorderColor compositeBorder tagLabelBorder quadrantInternalBorderStrokeFill
    quadrantExternalBorderStrokeFill`,
  chart1: `
    taskBorderColor`,
  chart2: `
    activeTaskBorderColor`,
  soft2: `
    quadrant2Fill activeTaskBkgColor`,
  soft3: `
    quadrant3Fill`,
  soft4: `
    quadrant4Fill`,
};

/**
 * A label that is on its line hides it; lines and corners are those of Graphviz's graphs. What Mermaid paints by mixing
 * colours is painted with one, since mixed colours vanish on dark background.
 */
const STYLES = `
  .grid .tick line { stroke: ${STAND_INS['line']} }
  ${LABEL_STYLES}
  .links .link { mix-blend-mode: normal !important; stroke-opacity: 0.35 }
  .sections > .cluster rect { fill: ${STAND_INS['panel']} !important; stroke: none !important }
  [class*=" critText"]:not([class*="Outside"], [class*="activeCrit"]) { fill: ${STAND_INS['ground']} !important }
  .rough-node text { paint-order: stroke; stroke: ${STAND_INS['ground']}; stroke-width: 4px }
  .node-labels text { fill: ${STAND_INS['text']} !important }
  .venn-circle text { fill: ${STAND_INS['text']} !important }
  ${branchStyles()}
  ${radarStyles()}
  .messageText { paint-order: stroke; stroke: ${STAND_INS['ground']} !important; stroke-width: 6px; stroke-linejoin: round }
  .edgeLabel rect, .labelBkg { opacity: 1 }
  .node rect, .node polygon, .node path, .node circle, .node ellipse, .flowchart-link { stroke-width: 1.5px }
  .flowchart-v2 .node rect, .node.default rect.basic { rx: 5px; ry: 5px }`;

/**
 * Returns the configuration of Mermaid: every colour is a stand-in for a token, every label SVG text. Fonts are those
 * of the page.
 *
 * @param room - of the diagram.
 * @param axisFormat - of the days of a `gantt`.
 */
export function mermaidConfiguration(room: Room, axisFormat = '%d %b'): Record<string, unknown> {
  const sizes = mermaidSizes(room);
  const isUpright = room.width < room.height;
  return {
    ...sizes,
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    deterministicIds: true,
    htmlLabels: false,
    theme: 'base',
    look: 'classic',
    themeCSS: STYLES,
    flowchart: {
      htmlLabels: false,
      curve: 'basis',
      diagramPadding: 2,
      padding: 9,
      nodeSpacing: isUpright ? 22 : 32,
      rankSpacing: isUpright ? 30 : 34,
    },
    class: { htmlLabels: false },
    c4: { ...sizes['c4'], ...softwareColours() },
    gantt: { ...sizes['gantt'], axisFormat },
    themeVariables: {
      pieOpacity: '1',
      pieSectionTextSize: '22px',
      pieLegendTextSize: '18px',
      pieTitleTextSize: '24px',
      xyChart: chartVariables(),
      radar: {
        axisColor: STAND_INS['line'],
        graticuleColor: STAND_INS['line'],
        graticuleOpacity: 0.15,
        axisLabelFontSize: 18,
        legendFontSize: 18,
      },
      wardley: { gridColor: STAND_INS['line'] },
      ...scaleVariables(),
      ...plainVariables(),
    },
  };
}

/** Returns styles for branches of a mind map: soft colours are backgrounds, since lines in them are hardly visible. */
function branchStyles(): string {
  return Array.from({ length: 12 }, (_, index) => {
    return `.section-edge-${index - 1} { stroke: ${STAND_INS[`chart${(index % 6) + 1}`]} !important }`;
  }).join('\n');
}

/** Returns styles for curves of a radar chart: they have the colours of series and are transparent. */
function radarStyles(): string {
  return Array.from({ length: 12 }, (_, index) => {
    const colour = STAND_INS[`chart${(index % 6) + 1}`];
    return `.radarCurve-${index}, .radarLegendBox-${index} {
      fill: ${colour} !important; stroke: ${colour} !important; fill-opacity: 0.15; stroke-opacity: 1; stroke-width: 2.5px }`;
  }).join('\n');
}

/** Returns colours of C4 diagrams, on whose boxes Mermaid writes white; `external` boxes are less prominent. */
function softwareColours(): Record<string, string> {
  const kinds = ['person', 'system', 'container', 'component'];
  const boxes = kinds.flatMap((kind) => (kind === 'person' ? [kind] : [kind, `${kind}_db`, `${kind}_queue`]));
  return Object.fromEntries(
    boxes.flatMap((box) =>
      [box, `external_${box}`].flatMap((name): [string, string][] => {
        const colour = STAND_INS[name === box ? 'accent' : 'muted'] ?? '';
        return [
          [`${name}_bg_color`, colour],
          [`${name}_border_color`, colour],
        ];
      }),
    ),
  );
}

function chartVariables(): Record<string, string> {
  const series = [1, 2, 3, 4, 5, 6].map((number) => STAND_INS[`chart${number}`]);
  const names = ['title', 'xAxisLabel', 'xAxisTitle', 'yAxisLabel', 'yAxisTitle'].map((name) => `${name}Color`);
  const lines = ['xAxisTick', 'xAxisLine', 'yAxisTick', 'yAxisLine'].map((name) => `${name}Color`);
  return Object.fromEntries([
    ['backgroundColor', STAND_INS['ground'] ?? ''],
    ['plotColorPalette', series.join(',')],
    ...names.map((name): [string, string] => [name, STAND_INS['text'] ?? '']),
    ...lines.map((name): [string, string] => [name, STAND_INS['line'] ?? '']),
  ]);
}

function plainVariables(): Record<string, string> {
  const pairs = Object.entries(VARIABLES).flatMap(([token, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, string] => [name, STAND_INS[token] ?? '']),
  );
  return Object.fromEntries(pairs);
}

/** Returns the variables that Mermaid numbers: sections, slices, branches. */
function scaleVariables(): Record<string, string> {
  const pairs = Array.from({ length: 12 }, (_, index): [string, string][] => {
    const series = (index % 6) + 1;
    const [strong = '', soft = ''] = [STAND_INS[`chart${series}`], STAND_INS[`soft${series}`]];
    return [
      [`cScale${index}`, soft],
      [`cScalePeer${index}`, strong],
      [`cScaleInv${index}`, strong],
      [`cScaleLabel${index}`, STAND_INS['text'] ?? ''],
      [`pie${index + 1}`, strong],
      [`git${index}`, strong],
      [`gitInv${index}`, STAND_INS['panel'] ?? ''],
      [`gitBranchLabel${index}`, STAND_INS['ground'] ?? ''],
      [`fillType${index}`, soft],
      [`venn${index + 1}`, strong],
    ];
  });
  return Object.fromEntries(pairs.flat());
}
