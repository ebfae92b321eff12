import { collectCharts, type ChartFacts } from './collect-charts.ts';
import { collectDrawnTexts } from './collect-drawn-texts.ts';
import { collectImages, type ImageFacts } from './collect-images.ts';
import { collectOverflow } from './collect-overflow.ts';
import { collectStyles } from './collect-styles.ts';
import { collectTexts, type TextFacts } from './collect-texts.ts';
import { contentEnd } from './content-end.ts';
import { collectTokens, type TokenFacts } from './collect-tokens.ts';
import { pageColours } from './colours.ts';
import { allSlides, slideView, type Area } from './slide-view.ts';

/** A slide as it is seen. */
export interface InspectedSlide {
  texts: TextFacts[];
  pictures: ImageFacts[];
  charts: ChartFacts[];
  /** Two slides that look alike have the same. */
  appearance: string;
  /** Content that does not fit at full size; `undefined` where everything fits. */
  overflow: Area | undefined;
  /** Where its content ends, as a share of its height. */
  end: number;
  /** Tokens that were asked for; `undefined` where none were. */
  tokens: TokenFacts | undefined;
}

/** Known facts about images, by the ids of their files. */
export interface PictureFacts {
  /** Of those that have px. */
  sizes: Record<string, [width: number, height: number]>;
  /** Sources of SVG with texts. */
  drawings: Record<string, string>;
}

interface InspectOptions extends PictureFacts {
  /**
   * Names of colours of the theme.
   * @default none
   */
  tokens?: readonly string[];
}

/** Looks at the slides of a document, one after the other: for the rules of decks, and for those of themes. */
export function inspectSlides({ sizes, drawings, tokens = [] }: InspectOptions): InspectedSlide[] {
  const colours = pageColours();
  return allSlides().map((slide) => {
    const view = slideView(slide);
    const texts = [...collectTexts(view, colours), ...collectDrawnTexts(view, drawings, colours)];
    return {
      texts,
      pictures: collectImages(view, sizes),
      charts: collectCharts(view, colours),
      appearance: collectStyles(view, texts),
      overflow: collectOverflow(view),
      end: contentEnd(view),
      tokens: tokens.length > 0 ? collectTokens(view, tokens, colours) : undefined,
    };
  });
}
