import type { BrowserPage } from './browser-page.ts';
import { cleanSvg } from '../diagrams/clean-svg.ts';
import { mermaidProblem, withoutComments, withoutIcons } from '../diagrams/mermaid-problem.ts';
import { mermaidConfiguration } from '../diagrams/mermaid-theme.ts';
import { STAND_INS, withTokens } from '../diagrams/palette.ts';
import type { Drawn, DrawingProblem } from '../model/drawing.ts';
import { diagramColours } from '../client/diagrams/diagram-colours.ts';
import { inheritFonts } from '../client/diagrams/inherit-fonts.ts';
import { AXIS_DAY, localDates, partDates } from '../client/diagrams/local-dates.ts';
import { mermaidSettings } from '../client/diagrams/mermaid-settings.ts';
import type { DiagramSource } from '../client/diagrams/diagram-source.ts';
import { renderDiagram, type MermaidResult } from '../client/diagrams/render-diagram.ts';
import { contrastLabels, themeColours } from '../client/diagrams/theme-colours.ts';
import { IDEOGRAPHS, LONGEST } from './mermaid-page.ts';

export interface MermaidJob {
  source: string;
  /** BCP 47 tag that dates are written by; `undefined` as Mermaid does. */
  lang: string | undefined;
  /** `@font-face` rules, with their files inside, of what the labels show. */
  fonts: string;
}

/** Functions that the page is given, as the text of an object's properties. */
const TOOLS = Object.entries({
  contrastLabels,
  diagramColours,
  inheritFonts,
  localDates,
  mermaidSettings,
  partDates,
  themeColours,
})
  .map(([name, tool]) => `${name}: ${tool.toString()}`)
  .join(', ');

/** px at which labels go on in the next line. */
const LINE = 280;

/** Draws a diagram in a page that `openMermaidPage` made ready. */
export async function drawMermaid(
  page: BrowserPage,
  { source, lang, fonts }: MermaidJob,
): Promise<Drawn | DrawingProblem> {
  const plain = withoutIcons(withoutComments(source));
  const diagram: DiagramSource = {
    source: plain,
    lang,
    fonts,
    least: LINE,
    most: LONGEST,
    ideographs: IDEOGRAPHS,
    standIns: STAND_INS,
    configuration: mermaidConfiguration(lang ? AXIS_DAY : undefined),
  };
  const result = (await page.evaluate(
    `(${renderDiagram.toString()})(globalThis.mermaid, ${JSON.stringify(diagram)}, {${TOOLS}})`,
  )) as MermaidResult;
  if ('message' in result) return mermaidProblem(result.message, plain);
  return { markup: cleanSvg(cleaned(result.svg)), description: result.labels.join(', ') };
}
/** Labels in HTML are XML within SVG; sizes that Mermaid gives a diagram hold for it alone. */
function cleaned(svg: string): string {
  return withTokens(svg.replaceAll(/<br>/g, '<br/>').replace(/ style="[^"]*max-width:[^"]*"/, ''));
}
