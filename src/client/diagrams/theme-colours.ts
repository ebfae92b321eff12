import type { DiagramColours } from './diagram-colours.ts';

/**
 * Gives every colour that Mermaid chose by itself a token of the theme, so that a diagram can be read on each background and in
 * forced colours. Colours that the author wrote stay.
 *
 * @param standIns - colours that stand for tokens of the theme, by the tokens' names.
 */
export function themeColours(
  root: Element,
  { channelsOf, isAuthors, isToken, pattern }: DiagramColours,
  standIns: Readonly<Record<string, string>>,
): void {
  const series = new Map<string, number>();
  /** The token whose part a colour has: text and lines by their lightness, what is coloured as a series. */
  const tokenOf = (red: number, green: number, blue: number): string => {
    const most = Math.max(red, green, blue);
    const least = Math.min(red, green, blue);
    const lightness = (most + least) / 510;
    if (most - least < 20) {
      if (lightness < 0.37) return 'text';
      if (lightness < 0.72) return 'muted';
      return lightness < 0.9 ? 'line' : lightness < 0.99 ? 'panel' : 'ground';
    }
    const key = `${red},${green},${blue}`;
    const number = series.get(key) ?? series.size;
    series.set(key, number);
    return `${lightness > 0.72 ? 'soft' : 'chart'}${(number % 6) + 1}`;
  };
  const themed = (text: string, letters = false): string => {
    const channels = channelsOf(text);
    if (!channels || channels[3] === 0 || isToken(channels) || isAuthors(channels)) return text;
    const [red, green, blue, alpha] = channels;
    const name = tokenOf(red, green, blue);
    // A colour of a series need not be read as text is.
    const token = standIns[letters && /\d/.test(name) ? 'text' : name] ?? text;
    return alpha === 1 ? token : `rgba(${channelsOf(token)?.slice(0, 3).join(', ')}, ${alpha})`;
  };
  const declarations = new RegExp(
    String.raw`((?:^|[\s;{"])(?:fill|stroke|color|stop-color|background-color|background)\s*:\s*)(${pattern})`,
    'gi',
  );
  const inStyle = (css: string, letters = false): string =>
    css.replace(declarations, (_, name: string, colour: string) => name + themed(colour, letters));

  for (const part of root.querySelectorAll('*')) {
    const letters = part.localName === 'text' || part.localName === 'tspan';
    for (const name of ['fill', 'stroke', 'stop-color', 'color']) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, themed(value, letters));
    }
    const style = part.getAttribute('style');
    if (style) part.setAttribute('style', inStyle(style, letters));
    if (part.localName === 'style') part.textContent = inStyle(part.textContent ?? '');
  }
}

/**
 * Makes labels on colours of the author black or white, unless the author chose their colour as well. What lies behind a label
 * is the last shape before it that surrounds its middle.
 */
export function contrastLabels(root: Element, { channelsOf, isAuthors, isToken }: DiagramColours): void {
  const behind: { box: DOMRect; dark: boolean | undefined }[] = [];
  for (const part of root.querySelectorAll<SVGElement>('rect, polygon, path, circle, ellipse, text')) {
    const fill = channelsOf(getComputedStyle(part).fill);
    const box = part.getBoundingClientRect();
    if (part.localName !== 'text') {
      if (!fill || fill[3] < 0.5 || part.closest('defs, marker')) continue;
      const [red = 0, green = 0, blue = 0] = fill.map((channel) => (channel / 255) ** 2.2);
      // White and black contrast with this light alike.
      const dark = isAuthors(fill) ? 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179 : undefined;
      behind.push({ box, dark });
      continue;
    }
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const background = behind.findLast((shape) => {
      const { left, right, top, bottom } = shape.box;
      return x > left && x < right && y > top && y < bottom;
    });
    if (background?.dark === undefined) continue;
    for (const letters of [part, ...part.querySelectorAll<SVGElement>('tspan')]) {
      const seen = channelsOf(getComputedStyle(letters).fill);
      if (seen && isToken(seen)) letters.style.fill = background.dark ? '#fff' : '#000';
    }
  }
}
