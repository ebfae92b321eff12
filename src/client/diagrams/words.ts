/** Letters of a word that is never broken, at most. */
export const LONGEST = 80;

/** Letters that words need no blanks between. */
export const IDEOGRAPHS: RegExp = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;

/**
 * Keeps words of edge labels whole, which Mermaid breaks at 200 px without a setting for it: a word that is alone in its
 * line is measured as narrower. Ideographs break anywhere, as they do in text.
 */
export function keepWordsWhole(): void {
  const measure = SVGTextContentElement.prototype.getComputedTextLength;
  SVGTextContentElement.prototype.getComputedTextLength = function measured(): number {
    const width = measure.call(this);
    const words = this.textContent ?? '';
    // Other labels are made smaller by their width.
    if (!this.classList.contains('text-outer-tspan')) return width;
    const breaks = words.length >= LONGEST || /\s/.test(words) || IDEOGRAPHS.test(words);
    return breaks ? width : Math.min(width, 200);
  };
}
