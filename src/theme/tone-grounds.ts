import { luminanceOf, readColour } from '../model/css-colour.ts';
import { TONES, type Tone } from '../model/deck.ts';
import { LAYOUT_NAMES, type Layout } from '../model/layouts.ts';
import { rulesOf, type StyleRule } from './read-css.ts';

type Colour = NonNullable<ReturnType<typeof readColour>>;

const GROUND = /--r-background-color:\s*([^;}]+)/;
const TEXT = /--r-main-color:\s*([^;}]+)/;
/** The lightness of a colour that follows from another. */
const LIGHTNESS = /^oklch\(\s*from\s.*?\)\s+(0?\.\d+|1)\s/;
/** Backgrounds from this luminance on want dark text: white and black contrast with it alike (WCAG 2.2, 1.4.3). */
const MIDDLE = 0.179;

/** The backgrounds of a theme's slides, as far as its style sheet defines them. */
export interface ToneGrounds {
  /** The background of a tone, and of slides without one; `undefined` where it follows from something else. */
  groundOf: (tone: Tone | undefined) => Colour | undefined;
  /** Whether a background is dark, by its text where it follows from something else. */
  isDark: (tone: Tone | undefined) => boolean;
  /** Layouts whose slides have a background of their own where they are given no tone. */
  layouts: readonly LayoutGround[];
}

interface LayoutGround {
  layout: Layout;
  /** The tone that has the same background. */
  tone: Tone | undefined;
  isDark: boolean;
}

/**
 * Reads the backgrounds of a theme's tones.
 *
 * @param css - the bundled theme; for a theme of single slides, its rules for these.
 */
export function toneGrounds(css: string): ToneGrounds {
  const rules = rulesOf(css);
  const groundOf: ToneGrounds['groundOf'] = (tone) => readColour(lastValue(rules, patternOf(tone), GROUND));
  const isDark: ToneGrounds['isDark'] = (tone) => darkBy(rules, patternOf(tone));
  const layouts = LAYOUT_NAMES.flatMap((layout): LayoutGround[] => {
    const own = new RegExp(`\\[data-layout=["']?${layout}["']?\\]:not\\(\\[data-tone\\]\\)`);
    const last = rules.findLast(({ selector, body }) => own.test(selector) && GROUND.test(body));
    if (!last) return [];
    const tone = TONES.find((name) => patternOf(name).test(last.selector));
    return [{ layout, tone, isDark: tone ? isDark(tone) : darkBy(rules, own) }];
  });
  return { groundOf, isDark, layouts };
}

/** Tells whether the background of some slides is dark, by their text where it follows from something else. */
function darkBy(rules: readonly StyleRule[], selectors: RegExp): boolean {
  const ground = readColour(lastValue(rules, selectors, GROUND));
  if (ground) return luminanceOf(ground) < MIDDLE;
  const text = lastValue(rules, selectors, TEXT);
  const colour = readColour(text);
  return colour ? luminanceOf(colour) > MIDDLE : Number(LIGHTNESS.exec(text)?.[1] ?? 0) > 0.6;
}

function patternOf(tone: Tone | undefined): RegExp {
  return tone === undefined
    ? /(?:^|,)\s*(?::root|\[data-theme=[^\]]+\])\s*(?=,|$)/
    : new RegExp(`\\[data-tone=["']?${tone}["']?\\]`);
}

function lastValue(rules: readonly StyleRule[], selectors: RegExp, property: RegExp): string {
  const rule = rules.findLast(({ selector, body }) => selectors.test(selector) && property.test(body));
  return property.exec(rule?.body ?? '')?.[1]?.trim() ?? '';
}
