import { scaleIn, type Room } from '../../model/diagram-direction.ts';
import { diagramColours } from './diagram-colours.ts';
import { inheritFonts } from './inherit-fonts.ts';
import { localDates, partDates } from './local-dates.ts';
import { largestFlow, type Air } from './largest-flow.ts';
import { largestSequence, type SequenceChanges } from './largest-sequence.ts';
import { flowSettings, labelSettings, mermaidSettings, type LabelSettings } from './mermaid-settings.ts';
import { contrastLabels, themeColours } from './theme-colours.ts';
import { enlargeLegend } from './pie-legend.ts';
import { breakBoxes } from './decision-labels.ts';
import { centreLabels, centreStates, setFlow } from './flow-labels.ts';
import { IDEOGRAPHS } from './words.ts';

/** A diagram for the page to draw. */
export interface DiagramSource {
  source: string;
  /** The same diagram in another direction, and how many times larger its labels have to be to take that. */
  turned: { source: string; gain: number } | undefined;
  /** Whether it is read from the right. */
  mirrored: boolean;
  /** px that it has on a slide. */
  room: Room;
  /** BCP 47 tag that dates are written by; `null` as Mermaid does. */
  lang: string | null;
  /** `@font-face` rules of what the labels show. */
  fonts: string;
  /** Colours that stand for tokens, by their names. */
  standIns: Readonly<Record<string, string>>;
  configuration: Record<string, unknown>;
}

/** Mermaid, as it is in the page. */
interface Mermaid {
  initialize: (configuration: object) => void;
  parse: (source: string) => Promise<unknown>;
  render: (id: string, source: string) => Promise<{ svg: string }>;
  mermaidAPI: { defaultConfig: object };
}

/** Diagrams of boxes that have other forms: flowcharts, and states without states inside. */
const FLOWCHART = /^[ \t]*(?:flowchart(?:-elk)?|graph)\b/m;
const STATES = /^[ \t]*stateDiagram/m;
const NESTED = /^[ \t]*state\b[^\n]*\{/m;

type MermaidResult = { svg: string; labels: string[] } | { message: string };

/** Renders a diagram in the form in which its room shows it largest. */
async function largestOf(mermaid: Mermaid, diagram: DiagramSource): Promise<string> {
  const { source, turned, room, mirrored } = diagram;
  const settle = (air: Air): LabelSettings => {
    const labels = labelSettings(diagram, air);
    mermaid.initialize(mermaidSettings(mermaid.mermaidAPI.defaultConfig, diagram, labels));
    setFlow(flowSettings(source, labels));
    return labels;
  };
  const { measure, line, letters } = settle('much');
  await mermaid.parse(source);
  if (FLOWCHART.test(source) || (STATES.test(source) && !NESTED.test(source))) {
    const render = async (text: string, air: Air): Promise<string> => {
      const { wrappingWidth } = settle(air);
      // Mermaid measures a little wider than the page does.
      const broken = STATES.test(text) ? text : breakBoxes(text, measure, wrappingWidth * 0.95);
      return (await mermaid.render('lectern', broken)).svg;
    };
    return largestFlow(source, { room, mirrored, turned, render, measure, line });
  }
  if (/^[ \t]*sequenceDiagram\b/m.test(source)) {
    return largestSequence({ room, letters }, sizeOf, async (changes) => {
      if (changes)
        mermaid.initialize(
          changed(mermaidSettings(mermaid.mermaidAPI.defaultConfig, diagram, settle('much')), changes),
        );
      return (await mermaid.render('lectern', source)).svg;
    });
  }
  const { svg } = await mermaid.render('lectern', source);
  if (!turned) return svg;
  const other = await mermaid.render('lectern', turned.source).catch(() => undefined);
  return other && scaleIn(room, sizeOf(other.svg)) > scaleIn(room, sizeOf(svg)) * turned.gain ? other.svg : svg;
}

/** Returns settings with changes for a sequence. */
function changed(settings: object, { sequence, css }: SequenceChanges): object {
  const { sequence: before, themeCSS } = settings as { sequence?: object; themeCSS?: string };
  return { ...settings, sequence: { ...before, ...sequence }, themeCSS: `${themeCSS ?? ''} ${css}` };
}

function sizeOf(svg: string): Room {
  const [, , width = 1, height = 1] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number);
  return { width, height };
}

/** Takes the empty room off that Mermaid leaves around C4 diagrams, so that their labels are larger. */
function cropSoftware(box: HTMLElement, source: string): void {
  const drawing = box.querySelector('svg');
  if (!drawing || !/^[ \t]*C4/m.test(source)) return;
  const { x, y, width, height } = drawing.getBBox();
  const edge = 6;
  drawing.setAttribute('viewBox', [x - edge, y - edge, width + 2 * edge, height + 2 * edge].map(Math.round).join(' '));
}

/** Draws a diagram. The page's own text looks as labels on slides do. */
export async function renderDiagram(diagram: DiagramSource): Promise<MermaidResult> {
  const { mermaid } = globalThis as typeof globalThis & { mermaid: Mermaid };
  const { source, standIns } = diagram;
  // Mermaid names commits by chance; the same source is to give the same drawing.
  let seed = 1;
  Math.random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const sheet = document.querySelector('style');
  if (sheet && sheet.textContent !== diagram.fonts) {
    sheet.textContent = diagram.fonts;
    await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
  }
  try {
    const box = document.createElement('div');
    box.innerHTML = await largestOf(mermaid, diagram);
    document.body.append(box);
    centreStates(box);
    if (FLOWCHART.test(source) || STATES.test(source)) centreLabels(box);
    cropSoftware(box, source);
    enlargeLegend(box, source);
    // The line of today says something else every day.
    for (const today of box.querySelectorAll('.today')) today.remove();
    if (diagram.lang) localDates(box, source, diagram.lang);
    partDates(box);
    // Signs by their names are signs.
    const reader = document.createElement('textarea');
    for (const label of box.querySelectorAll('text, tspan')) {
      for (const letters of label.childNodes) {
        if (letters.nodeType !== Node.TEXT_NODE || !/&#?\w+;/.test(letters.textContent ?? '')) continue;
        reader.innerHTML = letters.textContent ?? '';
        letters.textContent = reader.value;
      }
    }
    const colours = diagramColours(source, Object.values(standIns));
    // Who names a theme of Mermaid, or its variables, wants those colours.
    if (!/\btheme(?:Variables|CSS)?["']?\s*:/.test(source)) themeColours(box, colours, standIns);
    contrastLabels(box, colours);
    if (!/font-?family/i.test(source)) inheritFonts(box);
    box.remove();
    const markup = box.querySelector('svg')?.outerHTML ?? '';
    // Lines of a label are one text.
    for (const row of box.querySelectorAll('.text-outer-tspan + .text-outer-tspan')) {
      if (!IDEOGRAPHS.test((row.textContent ?? '').slice(0, 1))) row.prepend(' ');
    }
    const texts = [...box.querySelectorAll('text, .nodeLabel')].map((node) => (node.textContent ?? '').trim());
    // Text is looked for twice, as SVG and as HTML: each label counts once.
    const labels = [...new Set(texts.map((words) => words.replace(/\s+/g, ' ')).filter(Boolean))];
    return { svg: markup, labels };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
