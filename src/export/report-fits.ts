import type { Slide } from '../model/deck.ts';
import { fail, warn } from '../model/messages.ts';
import { FIT_FLOOR } from '../render/fit-floor.ts';
import type { FitResult } from '../stage/in-page/fit-slides.ts';

/**
 * Slides that had to be scaled down are messages where they stand.
 *
 * @param shown - the slides of the document in its order; `undefined` for those shown once more.
 */
export function reportFits(fits: readonly FitResult[], shown: readonly (Slide | undefined)[]): void {
  for (const { index, factor, overflows } of fits) {
    const slide = shown[index];
    if (!slide || factor === 1) continue;
    const place = slide.position && { start: slide.position.start, end: slide.position.start };
    const ruleId = overflows ? 'slide-overflow' : 'slide-fit';
    // Another output has said so.
    if (slide.file.messages.some((known) => known.ruleId === ruleId && known.line === (place?.start.line ?? undefined)))
      continue;
    if (overflows) {
      const reason = `Unexpected amount of content: even at ${FIT_FLOOR} of its size it does not fit on the slide; split the slide`;
      fail(slide.file, reason, { place, ruleId });
    } else if (!slide.settings.fit) {
      const reason = `Content is larger than the slide and was scaled to ${factor.toFixed(2)} of its size; shorten or split the slide, or write {fit} behind its heading`;
      warn(slide.file, reason, { place, ruleId });
    }
  }
}
