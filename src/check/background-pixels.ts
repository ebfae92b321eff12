import { convertRgbToLrgb } from 'culori/fn';
import type { BrowserPage } from '../browser/browser-page.ts';
import { callClient } from '../browser/call-client.ts';
import { loadSharp } from '../files/load-sharp.ts';
import type { SlideState } from './deck-facts.ts';
import type { TextFacts } from '../client/inspect/collect-texts.ts';

/** The share of a text's background that may be worse: a bright speck behind one letter hides nothing. */
const SPECKS = 0.05;

/** Backgrounds whose pixels differ by no more than this, of 255, are of one colour. */
const EVEN = 3;

/** Sets the contrast of texts on images and gradients by the pixels behind them. */
export async function measureUnevenBackgrounds(page: BrowserPage, pages: readonly SlideState[]): Promise<void> {
  const uneven = pages.map(({ texts }, at) => ({ at, texts: texts.filter((text) => text.uneven) }));
  const asked = uneven.filter(({ texts }) => texts.length > 0);
  if (asked.length === 0) return;
  const sharp = await loadSharp();
  if (!sharp) {
    // The colours of these backgrounds are unknown, so no contrast is reported.
    for (const { texts } of asked) for (const text of texts) text.contrast = Infinity;
    return;
  }
  await callClient(page, 'inspect', 'hideLetters');
  try {
    for (const { at, texts } of asked) {
      const clip = await callClient(page, 'inspect', 'slideBox', at);
      const png = await page.screenshot({ clip, captureBeyondViewport: true });
      const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      for (const text of texts) Object.assign(text, contrastOn(text, { data, width: info.width, height: info.height }));
    }
  } finally {
    await callClient(page, 'inspect', 'showLetters');
  }
}

interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Returns the contrast with the pixels of a background, the worst few left out.
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
function contrastOn(
  { colour, area }: TextFacts,
  { data, width, height }: Pixels,
): Pick<TextFacts, 'contrast' | 'background' | 'uneven'> {
  const [left, top, wide, high] = area;
  const own = lightOf([1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)));
  const contrasts: { contrast: number; at: number }[] = [];
  for (let y = Math.max(0, top); y < Math.min(height, top + high); y += 2) {
    for (let x = Math.max(0, left); x < Math.min(width, left + wide); x += 2) {
      const at = (y * width + x) * 3;
      const its = lightOf([...data.subarray(at, at + 3)]);
      contrasts.push({ contrast: (Math.max(own, its) + 0.05) / (Math.min(own, its) + 0.05), at });
    }
  }
  const worst = contrasts.toSorted((one, other) => one.contrast - other.contrast)[
    Math.floor(contrasts.length * SPECKS)
  ];
  if (!worst) return { contrast: 21, background: colour, uneven: false };
  const hex = [...data.subarray(worst.at, worst.at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('');
  const spread = [0, 1, 2].map((part) => {
    const values = contrasts.map((pixel) => data[pixel.at + part] ?? 0);
    return (
      values.reduce((most, value) => Math.max(most, value), 0) -
      values.reduce((least, value) => Math.min(least, value), 255)
    );
  });
  return { contrast: worst.contrast, background: `#${hex}`, uneven: Math.max(...spread) > EVEN };
}

/**
 * Returns the relative luminance of a colour. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 *
 * @param parts - red, green and blue from 0 to 255.
 */
function lightOf(parts: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => part / 255);
  const { r, g, b } = convertRgbToLrgb({ r: red, g: green, b: blue });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
