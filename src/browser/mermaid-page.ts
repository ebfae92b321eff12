import type { BrowserPage } from './browser-page.ts';
import { stopClock } from '../diagrams/stop-clock.ts';

export interface MermaidPageOptions {
  /** Text of mermaid.min.js. */
  script: string;
  /** The deck's styles: labels are measured as they will be shown. */
  css: string;
}

/** What a diagram says can load nothing and run nothing in the page, whatever Mermaid makes of it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** px of labels, unless the deck's styles say otherwise. */
const FONT_SIZE = 16;

/** Letters of a word that is never broken, at most. */
export const LONGEST = 80;

/** A regular expression of letters that words need no blanks between. */
export const IDEOGRAPHS: string = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]`;

/**
 * Makes a page ready to draw Mermaid diagrams: it reaches nothing, its text looks as that of drawings on slides does, and
 * its clock stands still, since a drawing is the same whenever it is made.
 */
export async function openMermaidPage(page: BrowserPage, { script, css }: MermaidPageOptions): Promise<void> {
  await page.setOfflineMode(true);
  await page.setContent(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style></style><body style="font-family:sans-serif"><p>mermaid</p>`,
  );
  await page.evaluate(`(${takeTextStyle.toString()})(${JSON.stringify(css)}, ${FONT_SIZE})`);
  await page.evaluate(`(${stopClock.toString()})(globalThis)`);
  await page.evaluate(script);
  await page.evaluate(`(${keepWordsWhole.toString()})(${LONGEST}, ${JSON.stringify(IDEOGRAPHS)})`);
}

/**
 * Runs in the page. Texts of drawings on a slide take their look from the deck's styles; the page's own text gets the same
 * look, and none of the other rules, which would change what Mermaid lays out.
 */
function takeTextStyle(css: string, size: number): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  const slide = document.createElement('div');
  slide.className = 'reveal';
  slide.innerHTML = `<div class="slides"><section class="slide present"><div class="slide-body">
    <figure class="media drawing diagram"><svg><g style="font-size:${size}px"><text>M</text></g></svg></figure></div></section></div>`;
  document.body.append(slide);
  const label = slide.querySelector('text');
  const look = label && getComputedStyle(label);
  const inherited = `font-family font-size font-style font-weight font-stretch font-variant font-feature-settings
    font-variation-settings font-kerning font-size-adjust letter-spacing word-spacing text-transform`;
  const rules = inherited.split(/\s+/).map((name) => [name, look?.getPropertyValue(name) ?? ''] as const);
  slide.remove();
  sheet.remove();
  for (const [name, value] of rules) document.body.style.setProperty(name, value);
}

/**
 * Runs in the page. Mermaid breaks words of edge labels at 200 px, which no setting changes: a word that stands alone in
 * its line is measured as narrower, so it stays whole. Ideographs break anywhere, as they do in text.
 */
function keepWordsWhole(longest: number, ideographs: string): void {
  const breaking = new RegExp(String.raw`\s|${ideographs}`, 'u');
  const measure = SVGTextContentElement.prototype.getComputedTextLength;
  SVGTextContentElement.prototype.getComputedTextLength = function measured(): number {
    const width = measure.call(this);
    const words = this.textContent ?? '';
    // Other labels are made smaller by their width.
    if (!this.classList.contains('text-outer-tspan')) return width;
    const breaks = words.length >= longest || breaking.test(words);
    return breaks ? width : Math.min(width, 200);
  };
}
