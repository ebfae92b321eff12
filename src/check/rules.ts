import type { Rule } from './rule.ts';
import { altText } from './rules/alt-text.ts';
import { axe } from './rules/axe.ts';
import { bullets } from './rules/bullets.ts';
import { chartColours } from './rules/chart-colours.ts';
import { codeLength } from './rules/code-length.ts';
import { contrast } from './rules/contrast.ts';
import { definitionUnused } from './rules/definition-unused.ts';
import { drawingLabels } from './rules/drawing-labels.ts';
import { glyphMissing } from './rules/glyph-missing.ts';
import { handoutSize } from './rules/handout-size.ts';
import { headingMissing } from './rules/heading-missing.ts';
import { headingOrder } from './rules/heading-order.ts';
import { headingRepeated } from './rules/heading-repeated.ts';
import { imageBlurry } from './rules/image-blurry.ts';
import { imageStretched } from './rules/image-stretched.ts';
import { linkDead } from './rules/link-dead.ts';
import { linkText } from './rules/link-text.ts';
import { logoContrast } from './rules/logo-contrast.ts';
import { needsNetwork } from './rules/needs-network.ts';
import { notesMissing } from './rules/notes-missing.ts';
import { overflow } from './rules/overflow.ts';
import { sectionBudget } from './rules/section-budget.ts';
import { slideEmpty } from './rules/slide-empty.ts';
import { slideSparse } from './rules/slide-sparse.ts';
import { slotEmpty } from './rules/slot-empty.ts';
import { speakingTime } from './rules/speaking-time.ts';
import { stepEmpty } from './rules/step-empty.ts';
import { textClipped } from './rules/text-clipped.ts';
import { textHidden } from './rules/text-hidden.ts';
import { textOutside } from './rules/text-outside.ts';
import { textOverlap } from './rules/text-overlap.ts';
import { textSize } from './rules/text-size.ts';
import { titleOrphan } from './rules/title-orphan.ts';
import { words } from './rules/words.ts';

/** Every rule for decks, in the order they run: what is seen of slides first, then what is written. */
export const RULES: readonly Rule[] = [
  overflow,
  textOutside,
  textClipped,
  textHidden,
  textOverlap,
  contrast,
  logoContrast,
  textSize,
  handoutSize,
  titleOrphan,
  imageBlurry,
  imageStretched,
  drawingLabels,
  chartColours,
  glyphMissing,
  stepEmpty,
  axe,
  words,
  bullets,
  codeLength,
  headingMissing,
  headingRepeated,
  headingOrder,
  slideEmpty,
  slideSparse,
  slotEmpty,
  altText,
  linkText,
  definitionUnused,
  sectionBudget,
  speakingTime,
  notesMissing,
  needsNetwork,
  linkDead,
];
