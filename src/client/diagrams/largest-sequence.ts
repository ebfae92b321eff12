import type { Room } from '../../model/diagram-direction.ts';

/** How much wider than high a room has to be for a sequence, to be filled by larger letters. */
const FLAT = 1.15;
/** How much larger the letters of a sequence are that is as high as its room: there is air between its messages. */
const LARGER = 1.3;
/** px of air beside labels whose letters are larger than Mermaid measures them. */
const AIR = 34;
/** px between actors, and the share of the empty width that goes there. */
const [MARGIN, SPREAD] = [50, 0.7];

/** Changes of Mermaid's configuration. */
export interface SequenceChanges {
  sequence: Record<string, number>;
  /** Styles, after those of the theme. */
  css: string;
}

/** Draws a sequence; one that is as high as its room gets larger letters, and the room's width. */
export async function largestSequence(
  { room, letters }: { room: Room; letters: number },
  sizeOf: (svg: string) => Room,
  render: (changes?: SequenceChanges) => Promise<string>,
): Promise<string> {
  const drawn = await render();
  const { width, height } = sizeOf(drawn);
  const scale = room.height / height;
  if (room.width / width < scale * FLAT) return drawn;
  const gaps = Math.max(1, (drawn.match(/<line[^>]*class="actor-line/g)?.length ?? 2) - 1);
  const free = Math.max(0, room.width / scale - width - 2 * gaps * AIR);
  const css = `.messageText, .noteText, .loopText, text.actor { font-size: ${Math.round(letters * LARGER)}px !important } text.actor tspan { font-size: inherit !important }`;
  const actorMargin = MARGIN + Math.round((free * SPREAD) / gaps);
  const larger = await render({ sequence: { wrapPadding: AIR, actorMargin }, css });
  // Larger letters would be nearer to the arrow below them.
  const raise = letters * (LARGER - 1) * 1.4;
  return larger.replace(
    /(<text x="[^"]*" y=")(\d{1,9}(?:\.\d{1,20})?)("[^>]*class="messageText")/g,
    (_, before: string, y: string, after: string) => `${before}${Math.round((Number(y) - raise) * 10) / 10}${after}`,
  );
}
