import { pageColours } from '../client/inspect/colours.ts';
import { drawnTexts } from '../client/inspect/drawn-texts.ts';
import { faded } from '../client/inspect/faded.ts';
import { slideBackgrounds } from '../client/inspect/backgrounds.ts';
import { hiddenBy } from '../client/inspect/hidden-by.ts';
import { lastLine } from '../client/inspect/last-line.ts';
import { metPainters } from '../client/inspect/met-painters.ts';
import { overlaps } from '../client/inspect/overlaps.ts';
import type { PageTools } from '../client/inspect/page-tools.ts';
import { painters } from '../client/inspect/painters.ts';
import { partOf } from '../client/inspect/part-of.ts';
import { collectCharts } from '../client/inspect/collect-charts.ts';
import { collectDrawnTexts } from '../client/inspect/collect-drawn-texts.ts';
import { collectStyles } from '../client/inspect/collect-styles.ts';
import { collectOverflow } from '../client/inspect/collect-overflow.ts';
import { collectImages } from '../client/inspect/collect-images.ts';
import { inspectSlides, type PictureFacts } from '../client/inspect/inspect-slides.ts';
import { collectTexts } from '../client/inspect/collect-texts.ts';
import { slideView } from '../client/inspect/slide-view.ts';
import { textBoxes } from '../client/inspect/text-boxes.ts';
import { textFaults } from '../client/inspect/text-faults.ts';
import { unevenBackground } from '../client/inspect/uneven-background.ts';

const TOOLS: PageTools = {
  pageColours,
  drawnTexts,
  faded,
  slideBackgrounds,
  hiddenBy,
  lastLine,
  metPainters,
  overlaps,
  painters,
  partOf,
  collectCharts,
  collectDrawnTexts,
  collectStyles,
  collectOverflow,
  collectImages,
  collectTexts,
  slideView,
  textBoxes,
  textFaults,
  unevenBackground,
};

/** A script that looks at all slides of a page, as an expression. */
export function seeingScript(pictures: PictureFacts): string {
  const tools = Object.entries(TOOLS)
    .map(([name, tool]) => `${name}:${String(tool)}`)
    .join();
  return `(${inspectSlides.toString()})(document.querySelectorAll('.slide'),${JSON.stringify(pictures)},{${tools}})`;
}
