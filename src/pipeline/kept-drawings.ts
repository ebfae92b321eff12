import path from 'node:path';
import type { VFile } from 'vfile';
import { drawingsPath, keptDrawings } from '../files/kept-drawings.ts';
import type { Deck } from '../model/deck.ts';
import { fail, warn } from '../model/messages.ts';

const RULE = 'drawings-file';

/** Returns the deck with what was drawn on its slides in a talk. @param file - the deck's source, which takes the messages. */
export async function withDrawings(deck: Deck, file: VFile): Promise<Deck> {
  const kept = await keptDrawings(path.resolve(file.cwd, file.path));
  const name = path.basename(drawingsPath(file.path));
  if ('problem' in kept) {
    const reason =
      kept.problem === 'missing'
        ? `No drawings found: ${name} is not next to the deck. Save them in the presenter view, or leave out --drawings`
        : `${name} has no drawings of a talk. Save them again in the presenter view`;
    fail(file, reason, { place: undefined, ruleId: RULE });
    return deck;
  }
  const drawn = new Map(kept.map(({ slide, strokes }) => [slide, strokes]));
  const gone = [...drawn.keys()].filter((id) => !deck.slides.some((slide) => slide.id === id));
  for (const id of gone) {
    const reason = `${name} has drawings for the slide “${id}”, which the deck does not have. Give the slide that id with {#${id}}`;
    warn(file, reason, { place: undefined, ruleId: RULE });
  }
  const slides = deck.slides.map((slide) => {
    const strokes = drawn.get(slide.id);
    return strokes ? { ...slide, drawn: strokes } : slide;
  });
  return { ...deck, slides };
}
