import type { pageColours } from './colours.ts';
import type { drawnTexts } from './drawn-texts.ts';
import type { faded } from './faded.ts';
import type { slideGrounds } from './grounds.ts';
import type { hiddenBy } from './hidden-by.ts';
import type { lastLine } from './last-line.ts';
import type { metPainters } from './met-painters.ts';
import type { overlaps } from './overlaps.ts';
import type { painters } from './painters.ts';
import type { partOf } from './part-of.ts';
import type { seeCharts } from './see-charts.ts';
import type { seeDrawnTexts } from './see-drawn-texts.ts';
import type { seeLooks } from './see-looks.ts';
import type { seeOverflow } from './see-overflow.ts';
import type { seePictures } from './see-pictures.ts';
import type { seeTexts } from './see-texts.ts';
import type { slideView } from './slide-view.ts';
import type { textBoxes } from './text-boxes.ts';
import type { textFaults } from './text-faults.ts';
import type { unevenGround } from './uneven-ground.ts';

/** What looks at slides in a page: each is sent there as a text, and finds the others here. */
export interface PageTools {
  pageColours: typeof pageColours;
  drawnTexts: typeof drawnTexts;
  faded: typeof faded;
  slideGrounds: typeof slideGrounds;
  hiddenBy: typeof hiddenBy;
  lastLine: typeof lastLine;
  metPainters: typeof metPainters;
  overlaps: typeof overlaps;
  painters: typeof painters;
  partOf: typeof partOf;
  seeCharts: typeof seeCharts;
  seeDrawnTexts: typeof seeDrawnTexts;
  seeLooks: typeof seeLooks;
  seeOverflow: typeof seeOverflow;
  seePictures: typeof seePictures;
  seeTexts: typeof seeTexts;
  slideView: typeof slideView;
  textBoxes: typeof textBoxes;
  textFaults: typeof textFaults;
  unevenGround: typeof unevenGround;
}
