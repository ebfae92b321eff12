/** Red, green, blue from 0 to 255, and alpha from 0 to 1. */
type Channels = [red: number, green: number, blue: number, alpha: number];

/** Colours in a diagram, as the browser reads them. */
export interface DiagramColours {
  /** Reads a colour as CSS writes it; `undefined` where the text is not a colour. */
  channelsOf: (text: string) => Channels | undefined;
  /** Whether the author wrote it. */
  isAuthors: (channels: Channels) => boolean;
  /** Whether it stands for a token of the theme. */
  isToken: (channels: Channels) => boolean;
  /** A regular expression of texts that may be colours. */
  pattern: string;
}

/**
 * Tells whose colours those of a diagram are.
 *
 * @param source - the diagram as its author wrote it.
 * @param standIns - colours that stand for tokens of the theme.
 */
export function diagramColours(source: string, standIns: readonly string[]): DiagramColours {
  const pattern = String.raw`#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^()]*\)|\b[a-z]{3,20}\b(?!\()`;
  const pen = document.createElement('canvas').getContext('2d');
  const written = (text: string, before: string): string => {
    if (!pen) return before;
    pen.fillStyle = before;
    pen.fillStyle = text;
    return String(pen.fillStyle);
  };
  const channelsOf = (text: string): Channels | undefined => {
    const colour = written(text, '#123456');
    // What is no colour leaves the one before.
    if (colour !== written(text, '#654321')) return undefined;
    const parts = colour.startsWith('#')
      ? (colour.slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
      : (colour.match(/[\d.]+/g) ?? []).map(Number);
    const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
    return [red, green, blue, alpha];
  };
  const keysOf = (texts: Iterable<string>): Set<string | undefined> =>
    new Set([...texts].map((text) => channelsOf(text)?.slice(0, 3).join()));
  const authors = keysOf(new Set(source.slice(0, 100_000).match(new RegExp(pattern, 'gi'))));
  const tokens = keysOf(standIns);
  return {
    channelsOf,
    isAuthors: (channels) => authors.has(channels.slice(0, 3).join()),
    isToken: (channels) => tokens.has(channels.slice(0, 3).join()),
    pattern,
  };
}
