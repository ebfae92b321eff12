import type { Room } from '../../model/diagram-direction.ts';
import { foldFlow } from './fold-flow.ts';
import { centreStates } from './flow-labels.ts';
import { gridFlow } from './grid-flow.ts';
import { mirrorFlow } from './mirror-flow.ts';
import { breakDecisions, breakEdges } from './decision-labels.ts';

/** How much air a flowchart has: between nodes, or between and inside them. */
export type Air = 'much' | 'less' | 'little';

/** A flowchart in one form: in a direction, and with lines of labels of some length. */
interface Form {
  source: string;
  air: Air;
  /** How many times larger than in the first form its labels have to be. */
  gain: number;
  /** The part of that for another direction. */
  turn: number;
}

export interface FlowOptions {
  room: Room;
  /** Whether what runs from left to right is to run from right to left. */
  mirrored: boolean;
  /** The same flowchart in another direction, and how many times larger its labels have to be to take that. */
  turned: { source: string; gain: number } | undefined;
  render: (source: string, air: Air) => Promise<string>;
  measure: (words: string) => number;
  /** px from one line of a label to the next. */
  line: number;
}

/** A flowchart that runs from left to right. */
const LYING = /^[ \t]*(?:(?:flowchart(?:-elk)?|graph)[ \t]+LR|direction[ \t]+LR)\b/m;
/** A flowchart that runs downwards. */
const STANDING = /^[ \t]*(?:(?:flowchart(?:-elk)?|graph)[ \t]*(?:TB|TD|;|\r?$)|stateDiagram)/m;
/** The scale at which labels are as large as text: no other form is tried, unless most of its room is empty. */
const LARGE = 1.6;
/** The scale beyond which larger labels gain nothing. */
const MOST = 1.8;
/** The share of a room's width that a flowchart fills at least. */
const LEAST_WIDTH = 0.45;
/** How many times larger labels have to be to have less air, and to break into short lines as well. */
const [LESS_GAIN, LITTLE_GAIN] = [1.03, 1.08];

/** Draws a flowchart in the form that shows its labels largest. */
export async function largestFlow(source: string, options: FlowOptions): Promise<string> {
  const { turned, room, mirrored, render, measure, line } = options;
  const forms: Form[] = [source, turned?.source].flatMap((text, index) => {
    if (text === undefined) return [];
    const turn = index === 0 ? 1 : (turned?.gain ?? 1);
    const decided = breakDecisions(text, measure, line);
    return [
      { source: decided, air: 'much', gain: turn, turn },
      { source: decided, air: 'less', gain: turn * LESS_GAIN, turn },
      {
        source: LYING.test(text) ? breakEdges(decided, measure) : decided,
        air: 'little',
        gain: turn * LITTLE_GAIN,
        turn,
      },
    ];
  });
  let [best, most] = ['', 0];
  for (const form of forms) {
    // A form that Mermaid cannot draw is not taken; the first one says why.
    const drawn = await render(form.source, form.air).catch((error: unknown) => {
      if (form === forms[0]) throw error;
    });
    if (drawn === undefined) continue;
    const { markup, size, isGrid } = folded(drawn, form.source, { room, mirrored });
    const scale = Math.min(room.width / size.width, room.height / size.height);
    // A grid reads alike in both directions.
    const gain = isGrid ? form.gain / form.turn : form.gain;
    const gained = Math.min(MOST, scale) / gain;
    if (gained > most) [best, most] = [markup, gained];
    if (scale >= LARGE && size.width * scale > room.width * LEAST_WIDTH) break;
  }
  return best;
}

/** Folds a flowchart that runs from left to right where that shows it larger. */
function folded(
  markup: string,
  source: string,
  { room, mirrored }: Pick<FlowOptions, 'room' | 'mirrored'>,
): { markup: string; size: Room; isGrid: boolean } {
  const box = document.createElement('div');
  box.innerHTML = markup;
  document.body.append(box);
  const svg = box.querySelector('svg');
  const isLying = LYING.test(source);
  centreStates(box);
  const isGrid = svg !== null && (isLying || STANDING.test(source)) && gridFlow(svg, room, isLying);
  if (svg && !isGrid && isLying) foldFlow(svg, room);
  if (svg && isLying && mirrored) mirrorFlow(svg);
  const { width = 1, height = 1 } = svg?.viewBox.baseVal ?? {};
  const result = { markup: box.innerHTML, size: { width, height }, isGrid };
  box.remove();
  return result;
}
