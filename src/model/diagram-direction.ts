/** A direction that a diagram can be laid out in. */
type Direction = 'TB' | 'LR';

/** Kinds of Mermaid in which `direction` is in a line of its own. */
const OWN_LINE = /^[ \t]*(?:stateDiagram(?:-v2)?|classDiagram(?:-v2)?|erDiagram|requirementDiagram)[ \t]*\r?$/m;
const FLOWCHART = /^[ \t]*(?:flowchart(?:-elk)?|graph)[ \t]*(?:;|\r?$)/m;
/** A flowchart that its author lays out along the line, and one that runs downwards. */
const LYING = /^([ \t]*(?:flowchart(?:-elk)?|graph)[ \t]+)(?:LR|RL)\b/m;
const STANDING = /^([ \t]*(?:flowchart(?:-elk)?|graph)[ \t]+)(?:TB|TD|BT)\b/m;
/** A flowchart, whose labels have shorter lines in narrow rooms. */
const ANY_FLOWCHART = /^[ \t]*(?:flowchart(?:-elk)?|graph)\b/m;
/** Kinds of Mermaid that have a width of their own. */
const WIDE = /^[ \t]*(?:gantt|sankey|sequenceDiagram|quadrantChart|xychart|packet|radar|wardley)(?:-beta)?\b/m;

/** Tells whether a Mermaid diagram leaves its direction open. */
export function isMermaidOpen(source: string): boolean {
  const plain = source.replace(/^[ \t]*%%.*$/gm, '');
  return FLOWCHART.test(plain) || (OWN_LINE.test(plain) && !/^[ \t]*direction\b/m.test(plain));
}

/** Width by height of a room in which a flowchart along the line may be larger downwards. */
const NARROW = 1.8;

/** Returns a flowchart in the direction that its author did not choose, where a room may show that larger; otherwise `undefined`. */
export function alongRoom(source: string, { width, height }: Room): string | undefined {
  const plain = source.replace(/^[ \t]*%%.*$/gm, '');
  if (STANDING.test(plain)) return source.replace(STANDING, '$1LR');
  return width < height * NARROW && LYING.test(plain) ? source.replace(LYING, '$1TB') : undefined;
}

/** Tells whether a flowchart runs along the line. */
export function isLying(source: string): boolean {
  return LYING.test(source);
}

/** Tells whether a graph in the DOT language leaves its direction open. */
export function isGraphOpen(source: string): boolean {
  return !/\b(?:rankdir|layout)\s*=/.test(source);
}

/** Lays a Mermaid diagram out in a direction that it leaves open. */
export function withDirection(source: string, direction: Direction): string {
  return FLOWCHART.test(source)
    ? source.replace(FLOWCHART, (head) => head.replace(/(flowchart(?:-elk)?|graph)/, `$1 ${direction}`))
    : source.replace(OWN_LINE, (head) => `${head}\n  direction ${direction}`);
}

/** Tells whether a Mermaid diagram is a flowchart. */
export function isFlowchart(source: string): boolean {
  return ANY_FLOWCHART.test(source);
}

/** Tells whether the room of a diagram changes what is drawn. */
export function dependsOnRoom(kind: string, source: string): boolean {
  return kind === 'dot'
    ? isGraphOpen(source)
    : kind === 'mermaid' && (isMermaidOpen(source) || WIDE.test(source) || ANY_FLOWCHART.test(source));
}

/** The room of a drawing on a slide that is 720 px high, in px. */
export interface Room {
  width: number;
  height: number;
}

/** px of a whole slide in 16:9 below its heading. */
const WHOLE: Room = { width: 1104, height: 484 };
/** px of a page that is higher than wide, below a heading of two lines. */
const UPRIGHT_HEIGHT = 760;
/** Drawings are laid out for smaller letters than a slide has: they are enlarged, but no more than this. */
const MOST = 1.6;

/** Reads the room of a drawing out of the options of its job. @param options - `room` is its width, `rows` share its height, and a `page` may be upright */
export function roomOf(options: Readonly<Record<string, string>>): Room {
  const width = options['room'] === undefined ? WHOLE.width : Number(options['room']) * 1.15;
  const height = options['page'] === 'upright' ? UPRIGHT_HEIGHT : WHOLE.height;
  return { width, height: height / Number(options['rows'] ?? 1) };
}

/** Returns how large something is shown in a room: the scale of its letters. */
export function scaleIn(room: Room, { width, height }: Room): number {
  return Math.min(MOST, room.width / Math.max(1, width), room.height / Math.max(1, height));
}
