import type { CheckSettings } from '../model/check-settings.ts';
import type { Slide } from '../model/deck.ts';
import { fail, warn } from '../model/messages.ts';
import { FIT_FLOOR, LEGIBLE } from '../render/fit-floor.ts';
import type { FitResult } from '../stage/in-page/fit-slides.ts';

const RULE = 'overflow';

/**
 * Slides that had to be scaled down are messages where they stand.
 *
 * @param shown - the slides of the document in its order; `undefined` for those shown once more.
 */
export function reportFits(
  fits: readonly FitResult[],
  shown: readonly (Slide | undefined)[],
  settings: CheckSettings,
): void {
  const off = settings.get(RULE)?.severity === 'off';
  const legible = settings.get(RULE)?.options.get('legible') ?? LEGIBLE;
  for (const { index, factor, overflows } of fits) {
    const slide = shown[index];
    if (!slide || factor === 1 || off || slide.settings.checkOff.includes(RULE)) continue;
    const place = slide.position && { start: slide.position.start, end: slide.position.start };
    // Another output has said so.
    if (slide.file.messages.some((known) => known.ruleId === RULE && known.line === (place?.start.line ?? undefined)))
      continue;
    if (overflows) {
      const reason = `Unexpected amount of content: even at ${FIT_FLOOR} of its size it does not fit on the slide; split the slide, or write {paginate} behind its heading`;
      fail(slide.file, reason, { place, ruleId: RULE });
    } else if (!isMeant(slide)) {
      const reason = `Content is larger than the slide and was scaled to ${factor.toFixed(2)} of its size; shorten or split the slide, or write {paginate} or {fit} behind its heading`;
      warn(slide.file, reason, { place, ruleId: RULE });
    } else if (factor < legible) {
      const reason = `Content is larger than the slide and was scaled to ${factor.toFixed(2)} of its size, which is less than can be read (${legible}); shorten or split the slide`;
      warn(slide.file, reason, { place, ruleId: RULE });
    }
  }
}

/** Scaling down is what its author wants, or is content with where nothing can be cut. */
function isMeant({ settings: { fit, paginate } }: Slide): boolean {
  return fit || paginate;
}
