import type { Drawing } from '../client/talk.ts';
import type { SlideDrawing } from '../model/drawings-file.ts';

type DrawingMessage = { type: 'drawing'; slide: string; drawing: Drawing };

/** Slides with drawings; no talk has more. */
const MOST_DRAWINGS = 2000;

/** The drawings of a talk, and those that its audience has seen. */
export class TalkDrawings {
  readonly #drawings = new Map<string, Drawing>();
  readonly #shown = new Map<string, Drawing>();

  /** @param kept - those of an earlier talk; anything that is drawn is newer. */
  constructor(kept: readonly SlideDrawing[] = []) {
    for (const { slide, strokes } of kept) this.#drawings.set(slide, { strokes, changed: 1 });
  }

  /** Takes a drawing. @returns whether it is newer than the one that is known. */
  take({ slide, drawing }: DrawingMessage): boolean {
    const known = this.#drawings.get(slide);
    if (known && drawing.changed <= known.changed) return false;
    if (!known && this.#drawings.size >= MOST_DRAWINGS) return false;
    this.#drawings.set(slide, drawing);
    return true;
  }

  /** The audience sees a slide. @returns its drawing, where it has not seen that before. */
  show(slide: string): DrawingMessage | undefined {
    const drawing = this.#drawings.get(slide);
    if (!drawing || drawing === this.#shown.get(slide)) return undefined;
    this.#shown.set(slide, drawing);
    return { type: 'drawing', slide, drawing };
  }

  /** @param all - those that the audience has not seen as well. */
  messages(all: boolean): DrawingMessage[] {
    return [...(all ? this.#drawings : this.#shown)].map(([slide, drawing]) => ({ type: 'drawing', slide, drawing }));
  }
}
