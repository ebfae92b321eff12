/** The light of a part of an sRGB colour, 0 to 255, as a share of the most. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function linearLight(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
