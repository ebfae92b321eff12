import { STAND_INS } from './palette.ts';

/** px; the theme's own text is drawn at the same size, so boxes fit. */
const FONT_SIZE = 16;

/** Mermaid's theme variables by the token that they take their colour from. */
const VARIABLES: Readonly<Record<string, string>> = {
  ground: `
    background clusterBkg edgeLabelBackground labelBackground sequenceNumberColor altSectionBkgColor taskTextColor
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
    actorTextColor signalTextColor labelTextColor noteTextColor taskTextDarkColor taskTextOutsideColor
    pieTitleTextColor pieLegendTextColor transitionLabelColor stateLabelColor errorTextColor classText
    relationLabelColor requirementTextColor commitLabelColor tagLabelColor quadrant1TextFill quadrant2TextFill
    quadrant3TextFill quadrant4TextFill quadrantPointTextFill quadrantTitleFill`,
  muted: `
    lineColor defaultLinkColor arrowheadColor signalColor loopTextColor transitionColor specialStateColor
    relationColor quadrantXAxisTextFill quadrantYAxisTextFill`,
  soft1: `
    secondaryColor noteBkgColor activationBkgColor sectionBkgColor quadrant1Fill`,
  line: `
    secondaryBorderColor tertiaryBorderColor clusterBorder actorLineColor labelBoxBorderColor noteBorderColor
    gridColor doneTaskBkgColor doneTaskBorderColor compositeBorder tagLabelBorder quadrantInternalBorderStrokeFill
    quadrantExternalBorderStrokeFill`,
  chart1: `
    taskBkgColor taskBorderColor`,
  chart2: `
    activeTaskBorderColor`,
  soft2: `
    quadrant2Fill activeTaskBkgColor`,
  soft3: `
    quadrant3Fill`,
  soft4: `
    quadrant4Fill`,
};

/** A label that stands on its line hides it; lines and corners are those of Graphviz's graphs. */
const STYLES = `
  .edgeLabel rect, .labelBkg { opacity: 1 }
  .node rect, .node polygon, .node path, .node circle, .node ellipse, .flowchart-link { stroke-width: 1.5px }
  .flowchart-v2 .node rect, .node.default rect.basic { rx: 5px; ry: 5px }`;

/** Settings of Mermaid, of which those of diagrams with labels in lines are known. */
export interface MermaidConfiguration extends Record<string, unknown> {
  flowchart: object;
  class: object;
}

/** Mermaid's configuration: every colour is a stand-in for a token, every label SVG text in the deck's font. */
export function mermaidConfiguration(fontFamily: string): MermaidConfiguration {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    deterministicIds: true,
    htmlLabels: false,
    fontFamily,
    theme: 'base',
    look: 'classic',
    themeCSS: STYLES,
    flowchart: {
      htmlLabels: false,
      curve: 'basis',
      padding: 14,
      nodeSpacing: 45,
      rankSpacing: 55,
    },
    class: { htmlLabels: false },
    sequence: { mirrorActors: false },
    gantt: { useWidth: 1000, fontSize: 14, sectionFontSize: 14, axisFormat: '%d %b', leftPadding: 90 },
    themeVariables: {
      fontFamily,
      fontSize: `${FONT_SIZE}px`,
      pieOpacity: '1',
      xyChart: chartVariables(),
      ...scaleVariables(),
      ...plainVariables(),
    },
  };
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

/** Variables that Mermaid numbers: sections, slices, branches. */
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
    ];
  });
  return Object.fromEntries(pairs.flat());
}
