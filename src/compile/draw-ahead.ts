import { drawingJob } from '../html/drawings.ts';
import { formulaJob } from '../html/math.ts';
import { dependsOnRoom } from '../model/diagram-direction.ts';
import type { Draw } from '../model/drawing.ts';
import type { Fence } from '../model/fence.ts';

/**
 * Starts to draw what will be drawn; the size of charts, and of some diagrams, is known only when their place
 * is.
 *
 * @param lang - of the deck, which most slides have.
 */
export function drawAhead(fence: Fence, draw: Draw, lang: string): void {
  if (fence.kind === 'math' || fence.kind === 'inline-math') void draw(formulaJob(fence, false));
  else if ((fence.kind === 'mermaid' || fence.kind === 'dot') && !dependsOnRoom(fence.kind, fence.value))
    void draw(drawingJob(fence, { room: { share: 1, rows: 1 }, slideWidth: 1280, lang }));
}

/** Wraps a renderer so that equal jobs run once. */
export function drawOnce(draw: Draw): Draw {
  const done = new Map<string, ReturnType<Draw>>();
  return (job) => {
    const key = JSON.stringify(job);
    const result = done.get(key) ?? draw(job);
    done.set(key, result);
    return result;
  };
}
