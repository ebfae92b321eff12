import type { Air } from './largest-flow.ts';
import type { FlowSettings } from './flow-labels.ts';
import { IDEOGRAPHS, LONGEST } from './words.ts';

/** px at which labels go on in the next line, at most and at least, and as a share of the room: many narrow nodes beside each other are larger than many wide ones. */
const [LINE, SHORT_LINE, LINE_SHARE] = [280, 110, 0.3];

/** Kinds that are mostly higher than a slide: their labels are larger, since the whole gets smaller. */
const TALL = /^[ \t]*(?:sequenceDiagram|journey|ishikawa|mindmap)/m;
/** Kinds whose labels are larger than usual in boxes that are not. */
const BOXES = /^[ \t]*(?:flowchart|graph|stateDiagram)/m;

/** px of a node at least: boxes that are wide for short words make all words small. */
const SHORT_NODES = { minNodeWidth: 64 };

/** How the labels of a diagram are set. */
export interface LabelSettings {
  /** px of letters. */
  letters: number;
  /** px from one line to the next. */
  line: number;
  /** px at which lines go on in the next one, unless a word is longer: Mermaid would break it. */
  wrappingWidth: number;
  air: Air;
  /** Returns the width of words in px. */
  measure: (words: string) => number;
}

interface DiagramText {
  source: string;
  room: { width: number };
  configuration: Readonly<Record<string, unknown>>;
}

/** Returns how the labels of a diagram are set, by what the page's text looks like. */
export function labelSettings({ source, room }: DiagramText, air: Air): LabelSettings {
  const { fontFamily, fontSize, fontWeight, letterSpacing } = getComputedStyle(document.body);
  const usual = Number.parseFloat(fontSize);
  const letters = Math.round(usual * (TALL.test(source) ? 1.3 : BOXES.test(source) ? 1.15 : 1));
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) {
    pen.font = `${fontWeight} ${letters}px ${fontFamily}`;
    pen.letterSpacing = letterSpacing === 'normal' ? '0px' : letterSpacing;
  }
  const measure = (words: string): number => pen?.measureText(words).width ?? 0;
  const words = source.split(/[\s[\](){}|"<>]+/).filter((word) => word.length < LONGEST && !IDEOGRAPHS.test(word));
  const widths = words.slice(0, 5000).map(measure);
  const most = air === 'little' ? SHORT_LINE : Math.max(SHORT_LINE, Math.min(LINE, room.width * LINE_SHARE));
  return {
    letters,
    line: letters * 1.1,
    wrappingWidth: Math.ceil(Math.max(most, ...widths) * 1.05),
    air,
    measure,
  };
}

/** px between nodes. */
const SPACINGS: Readonly<Record<Air, number>> = { much: 40, less: 30, little: 26 };
/** px above labels in a flowchart whose labels would be small otherwise; beside them it is twice as much. */
const DENSE = { padding: 7 };
/** A cylinder, as in `db[(Orders)]`. */
const CYLINDER = /(?<![\p{L}\d_-])([\p{L}\d_-]{1,60})\[\(/gu;

/** Returns the settings that Mermaid does not have. */
export function flowSettings(source: string, { air }: LabelSettings): FlowSettings {
  const cylinders = new Set([...source.matchAll(CYLINDER)].map(([, name = '']) => name));
  return { spacing: SPACINGS[air], cylinders, wider: 18 };
}

/**
 * Completes Mermaid's configuration by what the page's text looks like: its font everywhere, and lines as long as the
 * longest word, since Mermaid breaks words that are longer.
 *
 * @param defaults - Mermaid's own configuration.
 */
export function mermaidSettings(
  defaults: object,
  { source, configuration }: DiagramText,
  { letters, wrappingWidth, air, measure }: LabelSettings,
): object {
  const { fontFamily, fontSize } = getComputedStyle(document.body);

  // Some diagrams have families of their own for each kind of label.
  const sections = Object.entries(defaults).flatMap(([name, section]): [string, object][] => {
    const families = Object.keys(section === Object(section) ? section : {}).filter((key) => /fontFamily$/i.test(key));
    if (families.length === 0) return [];
    const fonts = Object.fromEntries(families.map((key) => [key, fontFamily]));
    return [[name, { ...fonts, ...Object(configuration[name]) }]];
  });
  const settings: Record<string, unknown> = { ...configuration, ...Object.fromEntries(sections), fontFamily };
  const titles = [...source.matchAll(/^\s*section\s+(.+)$/gm)].map(
    ([, title = '']) => (measure(title) * Number.parseFloat(fontSize)) / letters,
  );
  return {
    ...settings,
    // Sequences have this size, whatever size their kinds of labels have.
    fontSize: letters,
    // Titles of sections stand beside the bars, and are a little smaller than other labels.
    gantt: { ...Object(settings['gantt']), leftPadding: Math.ceil(Math.max(75, ...titles) * 0.9 + 25) },
    flowchart: { ...SHORT_NODES, ...Object(settings['flowchart']), ...(air === 'little' && DENSE), wrappingWidth },
    class: { ...Object(settings['class']), wrappingWidth },
    state: { ...SHORT_NODES, ...Object(settings['state']), wrappingWidth },
    themeVariables: {
      ...Object(configuration['themeVariables']),
      fontFamily,
      fontSize: TALL.test(source) || BOXES.test(source) ? `${letters}px` : fontSize,
    },
  };
}
