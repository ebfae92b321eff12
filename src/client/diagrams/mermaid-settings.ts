import { IDEOGRAPHS, LONGEST } from './words.ts';

/** px at which labels go on in the next line, at most and at least, and as a share of the room: many narrow nodes beside each other are larger than many wide ones. */
const [LINE, SHORT_LINE, LINE_SHARE] = [280, 110, 0.3];

/** Kinds that are mostly higher than a slide: their labels are larger, since the whole gets smaller. */
const TALL = /^[ \t]*(?:sequenceDiagram|journey|ishikawa|mindmap)/m;
/** Kinds whose labels are larger than usual in boxes that are not. */
const BOXES = /^[ \t]*(?:flowchart|graph|stateDiagram)/m;

/** px of a node at least: boxes that are wide for short words make all words small. */
const SHORT_NODES = { minNodeWidth: 64 };

/**
 * Completes Mermaid's configuration by what the page's text looks like: its font everywhere, and lines as long as the
 * longest word, since Mermaid breaks words that are longer.
 *
 * @param defaults - Mermaid's own configuration.
 */
export function mermaidSettings(
  defaults: object,
  { source, room }: { source: string; room: { width: number } },
  configuration: Readonly<Record<string, unknown>>,
): object {
  const { fontFamily, fontSize, fontWeight, letterSpacing } = getComputedStyle(document.body);
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) {
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    pen.letterSpacing = letterSpacing === 'normal' ? '0px' : letterSpacing;
  }
  const words = source.split(/[\s[\](){}|"<>]+/).filter((word) => word.length < LONGEST && !IDEOGRAPHS.test(word));
  const widths = words.slice(0, 5000).map((word) => pen?.measureText(word).width ?? 0);
  const line = Math.max(SHORT_LINE, Math.min(LINE, room.width * LINE_SHARE));
  const wrappingWidth = Math.ceil(Math.max(line, ...widths) * 1.05);

  // Some diagrams have families of their own for each kind of label.
  const sections = Object.entries(defaults).flatMap(([name, section]): [string, object][] => {
    const families = Object.keys(section === Object(section) ? section : {}).filter((key) => /fontFamily$/i.test(key));
    if (families.length === 0) return [];
    const fonts = Object.fromEntries(families.map((key) => [key, fontFamily]));
    return [[name, { ...fonts, ...Object(configuration[name]) }]];
  });
  const settings: Record<string, unknown> = { ...configuration, ...Object.fromEntries(sections), fontFamily };
  const titles = [...source.matchAll(/^\s*section\s+(.+)$/gm)].map(
    ([, title = '']) => pen?.measureText(title).width ?? 0,
  );
  const letters = Math.round(Number.parseFloat(fontSize) * (TALL.test(source) ? 1.3 : BOXES.test(source) ? 1.15 : 1));
  return {
    ...settings,
    // Sequences have this size, whatever size their kinds of labels have.
    fontSize: letters,
    // Titles of sections stand beside the bars, and are a little smaller than other labels.
    gantt: { ...Object(settings['gantt']), leftPadding: Math.ceil(Math.max(75, ...titles) * 0.9 + 25) },
    flowchart: { ...SHORT_NODES, ...Object(settings['flowchart']), wrappingWidth },
    class: { ...Object(settings['class']), wrappingWidth },
    state: { ...SHORT_NODES, ...Object(settings['state']), wrappingWidth },
    themeVariables: {
      ...Object(configuration['themeVariables']),
      fontFamily,
      fontSize: TALL.test(source) || BOXES.test(source) ? `${letters}px` : fontSize,
    },
  };
}
