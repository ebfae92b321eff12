import type { CheckSettings } from '../model/check-settings.ts';
import type { Slide } from '../model/deck.ts';
import { reportAs } from '../model/messages.ts';
import { fitVerdict } from '../render/fit-verdict.ts';
import type { FitResult } from '../client/fit-slides.ts';

const RULE = 'overflow';

/**
 * Reports slides that were scaled down, at their positions.
 *
 * @param shown - the slides of the document in its order; `undefined` for those shown once more.
 */
export function reportFits(
  fits: readonly FitResult[],
  shown: readonly (Slide | undefined)[],
  settings: CheckSettings,
): void {
  const setting = settings.get(RULE);
  if (setting?.severity === 'off') return;
  for (const fit of fits) {
    const slide = shown[fit.index];
    if (!slide || fit.factor === 1 || slide.settings.checkOff.includes(RULE)) continue;
    const place = slide.position && { start: slide.position.start, end: slide.position.start };
    // Another output has reported it.
    if (slide.file.messages.some((known) => known.ruleId === RULE && known.line === (place?.start.line ?? undefined)))
      continue;
    const verdict = fitVerdict(slide, fit, setting?.options.get('legible'));
    if (verdict) reportAs(setting?.severity ?? verdict.severity, slide.file, verdict.reason, { place, ruleId: RULE });
  }
}
