import { pageColours } from './in-page/colours.ts';
import { drawnTexts } from './in-page/drawn-texts.ts';
import { faded } from './in-page/faded.ts';
import { slideGrounds } from './in-page/grounds.ts';
import { hiddenBy } from './in-page/hidden-by.ts';
import { lastLine } from './in-page/last-line.ts';
import { metPainters } from './in-page/met-painters.ts';
import { overlaps } from './in-page/overlaps.ts';
import type { PageTools } from './in-page/page-tools.ts';
import { painters } from './in-page/painters.ts';
import { partOf } from './in-page/part-of.ts';
import { seeCharts } from './in-page/see-charts.ts';
import { seeDrawnTexts } from './in-page/see-drawn-texts.ts';
import { seeLooks } from './in-page/see-looks.ts';
import { seeOverflow } from './in-page/see-overflow.ts';
import { seePictures } from './in-page/see-pictures.ts';
import { seeSlides, type PictureFacts } from './in-page/see-slides.ts';
import { seeTexts } from './in-page/see-texts.ts';
import { slideView } from './in-page/slide-view.ts';
import { textBoxes } from './in-page/text-boxes.ts';
import { textFaults } from './in-page/text-faults.ts';
import { unevenGround } from './in-page/uneven-ground.ts';

const TOOLS: PageTools = {
  pageColours,
  drawnTexts,
  faded,
  slideGrounds,
  hiddenBy,
  lastLine,
  metPainters,
  overlaps,
  painters,
  partOf,
  seeCharts,
  seeDrawnTexts,
  seeLooks,
  seeOverflow,
  seePictures,
  seeTexts,
  slideView,
  textBoxes,
  textFaults,
  unevenGround,
};

/** A script that looks at all slides of a page, as an expression. */
export function seeingScript(pictures: PictureFacts): string {
  const tools = Object.entries(TOOLS)
    .map(([name, tool]) => `${name}:${String(tool)}`)
    .join();
  return `(${seeSlides.toString()})(document.querySelectorAll('.slide'),${JSON.stringify(pictures)},{${tools}})`;
}
