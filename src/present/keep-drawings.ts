import path from 'node:path';
import type { ServerMessage } from '../client/live-messages.ts';
import type { Drawing, PlannedSlide } from '../client/talk.ts';
import { drawingsPath } from '../files/kept-drawings.ts';
import { writeFiles } from '../files/write-files.ts';
import { drawingsFile } from '../model/drawings-file.ts';
import { reasonOf } from '../model/errors.ts';

export type KeepDrawings = (
  drawings: readonly { slide: string; drawing: Drawing }[],
  size: readonly [width: number, height: number],
) => Promise<void>;

export interface KeepDrawingsParts {
  /** Absolute path of the deck. */
  deck: string;
  shown: () => { title: string; plan: readonly PlannedSlide[] } | undefined;
  /** Tells the speaker's windows. */
  send: (message: ServerMessage) => void;
}

/** Returns what writes the drawings of a talk into a file beside its deck. */
export function drawingsKeeper({ deck, shown, send }: KeepDrawingsParts): KeepDrawings {
  let writing = false;
  return async (all, [width, height]) => {
    if (writing) return;
    writing = true;
    const { title = '', plan = [] } = shown() ?? {};
    const order = new Map(plan.map(({ id }, index) => [id, index]));
    const drawings = all
      .filter(({ drawing }) => drawing.strokes.length > 0)
      .map(({ slide, drawing }) => ({ slide, strokes: drawing.strokes }))
      .toSorted((one, other) => (order.get(one.slide) ?? order.size) - (order.get(other.slide) ?? order.size));
    const nameOf = (id: string): string => {
      const slide = plan.find((one) => one.id === id);
      return [slide?.number, slide?.title ?? id].filter(Boolean).join(' · ');
    };
    const file = drawingsPath(deck);
    try {
      await writeFiles([{ path: file, bytes: drawingsFile(drawings, { width, height, title, nameOf }) }]);
      send({ type: 'drawings-kept', file: path.basename(file) });
    } catch (error) {
      send({ type: 'drawings-kept', problem: reasonOf(error) });
    } finally {
      writing = false;
    }
  };
}
