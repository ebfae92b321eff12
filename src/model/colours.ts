import NAMES from 'css-color-names/css-color-names.json' with { type: 'json' };

/** CSS's names of colours, each with its `#rrggbb`. */
export const NAMED_COLOURS: Readonly<Record<string, string>> = NAMES;

const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
/** Words of CSS that are colours without a value of their own. */
const OTHERS = new Set(['transparent', 'currentcolor']);

/** Tells whether a text is a colour name or hexadecimal digits. */
export function isPlainColour(text: string): boolean {
  return HEX.test(text) || OTHERS.has(text.toLowerCase()) || Object.hasOwn(NAMED_COLOURS, text.toLowerCase());
}

/** Tells whether only a browser can compute a colour, since it follows from something else. */
export function followsOther(text: string): boolean {
  return /\bvar\(|\(\s*from\s|^currentcolor$/i.test(text.trim());
}

/** Tells whether a colour is written as a function of numbers or of other colours. */
export function isComputed(text: string): boolean {
  return /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(/i.test(text) && !followsOther(text);
}

/** Returns the tone of legible text on a colour; `undefined` for colours that only a browser can compute. */
export function toneOn(colour: string): 'light' | 'dark' | undefined {
  const channels = channelsOf(colour);
  if (!channels) return undefined;
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  // White and black contrast with this one alike (WCAG 2.2, 1.4.3).
  return luminance < 0.179 ? 'dark' : 'light';
}

/** Returns red, green and blue from 0 to 255 of an opaque colour. */
function channelsOf(colour: string): number[] | undefined {
  const name = colour.toLowerCase();
  const hex = Object.hasOwn(NAMED_COLOURS, name) ? NAMED_COLOURS[name] : HEX.test(name) ? name : undefined;
  if (hex) {
    const digits =
      hex.length < 6
        ? (hex.slice(1).match(/./g) ?? []).map((digit) => digit + digit)
        : (hex.slice(1).match(/../g) ?? []);
    return digits.length === 3 ? digits.map((pair) => Number.parseInt(pair, 16)) : undefined;
  }
  const numbers = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(name)?.slice(1);
  return numbers?.map((number) => Math.min(255, Number(number)));
}
