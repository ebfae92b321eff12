/** KaTeX's font files by the classes it gives its elements (its style sheet, section “Fonts”). */
const FONTS: Readonly<Record<string, string>> = {
  mathnormal: 'Math-Italic',
  boldsymbol: 'Math-BoldItalic',
  mathit: 'Main-Italic',
  textit: 'Main-Italic',
  mathbf: 'Main-Bold',
  textbf: 'Main-Bold',
  amsrm: 'AMS-Regular',
  mathbb: 'AMS-Regular',
  textbb: 'AMS-Regular',
  mathcal: 'Caligraphic-Regular',
  mathfrak: 'Fraktur-Regular',
  textfrak: 'Fraktur-Regular',
  mathboldfrak: 'Fraktur-Bold',
  textboldfrak: 'Fraktur-Bold',
  mathtt: 'Typewriter-Regular',
  texttt: 'Typewriter-Regular',
  mathscr: 'Script-Regular',
  textscr: 'Script-Regular',
  mathsf: 'SansSerif-Regular',
  textsf: 'SansSerif-Regular',
  mathboldsf: 'SansSerif-Bold',
  textboldsf: 'SansSerif-Bold',
  mathitsf: 'SansSerif-Italic',
  mathsfit: 'SansSerif-Italic',
  textitsf: 'SansSerif-Italic',
  'delim-size1': 'Size1-Regular',
  'delim-size4': 'Size4-Regular',
  'small-op': 'Size1-Regular',
  'large-op': 'Size2-Regular',
};

/** Classes that mean a font together only. */
const CUTS: [both: RegExp, font: string][] = [
  // Alone, `size3` is a size of letters.
  [/\bdelimsizing\b.*\bsize1\b/, 'Size1-Regular'],
  [/\bdelimsizing\b.*\bsize2\b/, 'Size2-Regular'],
  [/\bdelimsizing\b.*\bsize3\b/, 'Size3-Regular'],
  [/\bdelimsizing\b.*\bsize4\b/, 'Size4-Regular'],
  [/\btextbf\b.*\btextit\b|\btextit\b.*\btextbf\b/, 'Main-BoldItalic'],
  [/\bmathcal\b.*\b(?:mathbf|boldsymbol)\b|\b(?:mathbf|boldsymbol)\b.*\bmathcal\b/, 'Caligraphic-Bold'],
  [/\btextsf\b.*\btextbf\b|\btextbf\b.*\btextsf\b/, 'SansSerif-Bold'],
  [/\btextsf\b.*\btextit\b|\btextit\b.*\btextsf\b/, 'SansSerif-Italic'],
];

/** Returns the fonts that a formula's HTML uses. */
export function mathFonts(html: string): string[] {
  const fonts = new Set(['Main-Regular']);
  for (const [, together = ''] of html.matchAll(/class="([^"]+)"/g)) {
    for (const name of together.split(' ')) {
      const font = Object.hasOwn(FONTS, name) ? FONTS[name] : undefined;
      if (font) fonts.add(font);
    }
    for (const [both, font] of CUTS) if (both.test(together)) fonts.add(font);
  }
  return [...fonts].map((font) => `KaTeX_${font}`);
}
