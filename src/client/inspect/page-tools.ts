import type { pageColours } from './colours.ts';
import type { drawnTexts } from './drawn-texts.ts';
import type { faded } from './faded.ts';
import type { slideBackgrounds } from './backgrounds.ts';
import type { hiddenBy } from './hidden-by.ts';
import type { lastLine } from './last-line.ts';
import type { metPainters } from './met-painters.ts';
import type { overlaps } from './overlaps.ts';
import type { painters } from './painters.ts';
import type { partOf } from './part-of.ts';
import type { collectCharts } from './collect-charts.ts';
import type { collectDrawnTexts } from './collect-drawn-texts.ts';
import type { collectStyles } from './collect-styles.ts';
import type { collectOverflow } from './collect-overflow.ts';
import type { collectImages } from './collect-images.ts';
import type { collectTexts } from './collect-texts.ts';
import type { slideView } from './slide-view.ts';
import type { textBoxes } from './text-boxes.ts';
import type { textFaults } from './text-faults.ts';
import type { unevenBackground } from './uneven-background.ts';

/** What looks at slides in a page: each is sent there as a text, and finds the others here. */
export interface PageTools {
  pageColours: typeof pageColours;
  drawnTexts: typeof drawnTexts;
  faded: typeof faded;
  slideBackgrounds: typeof slideBackgrounds;
  hiddenBy: typeof hiddenBy;
  lastLine: typeof lastLine;
  metPainters: typeof metPainters;
  overlaps: typeof overlaps;
  painters: typeof painters;
  partOf: typeof partOf;
  collectCharts: typeof collectCharts;
  collectDrawnTexts: typeof collectDrawnTexts;
  collectStyles: typeof collectStyles;
  collectOverflow: typeof collectOverflow;
  collectImages: typeof collectImages;
  collectTexts: typeof collectTexts;
  slideView: typeof slideView;
  textBoxes: typeof textBoxes;
  textFaults: typeof textFaults;
  unevenBackground: typeof unevenBackground;
}
