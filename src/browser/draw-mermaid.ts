import type { BrowserPage } from './browser-page.ts';
import { callClient } from './call-client.ts';
import { cleanSvg } from '../diagrams/clean-svg.ts';
import { mermaidProblem, withoutComments, withoutIcons, withSigns } from '../diagrams/mermaid-problem.ts';
import { mermaidConfiguration } from '../diagrams/mermaid-theme.ts';
import { STAND_INS, withTokens } from '../diagrams/palette.ts';
import { alongRoom, isLying, isMermaidOpen, withDirection, type Room } from '../model/diagram-direction.ts';
import type { Drawn, DrawingProblem } from '../model/drawing.ts';
import { AXIS_DAY } from '../client/diagrams/local-dates.ts';
import type { DiagramSource } from '../client/diagrams/render-diagram.ts';

export interface MermaidJob {
  source: string;
  room: Room;
  /** Whether it is read from the right. */
  mirrored: boolean;
  /** BCP 47 tag that dates are written by; `undefined` as Mermaid does. */
  lang: string | undefined;
  /** `@font-face` rules, with their files inside, of what the labels show. */
  fonts: string;
}

/** Draws a diagram in a page that `openMermaidPage` made ready. */
export async function drawMermaid(
  page: BrowserPage,
  { source, room, mirrored, lang, fonts }: MermaidJob,
): Promise<Drawn | DrawingProblem> {
  const plain = withoutIcons(withoutComments(source));
  const diagram: DiagramSource = {
    source: withSigns(plain),
    turned: turnedFor(plain, room),
    room,
    mirrored,
    lang: lang ?? null,
    fonts,
    standIns: STAND_INS,
    configuration: mermaidConfiguration(room, lang ? AXIS_DAY : undefined),
  };
  const result = await callClient(page, 'diagrams', 'renderDiagram', diagram);
  if ('message' in result) return mermaidProblem(result.message, plain);
  return { markup: cleanSvg(cleaned(result.svg)), description: result.labels.join(', ') };
}
/** How many times larger labels have to be to turn a diagram whose direction is open or its author's, and to turn that against the shape of its room. */
const [OPEN, AUTHORED, AGAINST] = [1.05, 1.1, 1.25];

/** Returns a diagram in another direction, where it may have that. */
function turnedFor(source: string, room: Room): DiagramSource['turned'] {
  if (isMermaidOpen(source)) return { source: withSigns(withDirection(source, 'LR')), gain: OPEN };
  const along = alongRoom(source, room);
  // A drawing of the room’s own shape is larger more often.
  const isAgainst = along !== undefined && isLying(along) === room.width < room.height;
  return along === undefined ? undefined : { source: withSigns(along), gain: isAgainst ? AGAINST : AUTHORED };
}

/** Labels in HTML are XML within SVG; sizes that Mermaid gives a diagram hold for it alone. */
function cleaned(svg: string): string {
  return withTokens(svg.replaceAll(/<br>/g, '<br/>').replace(/ style="[^"]*max-width:[^"]*"/, ''));
}
