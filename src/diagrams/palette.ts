/**
 * Stand-ins for the theme's tokens, for programs that want to know colours when they draw: they are colours that nobody
 * chooses, and afterwards each becomes its token.
 */
export const STAND_INS: Readonly<Record<string, string>> = {
  text: '#010a01',
  heading: '#010a02',
  ground: '#fefaf1',
  panel: '#fefaf2',
  line: '#7a7a71',
  muted: '#7a7a72',
  accent: '#7a7a73',
  chart1: '#8b6a01',
  chart2: '#8b6a02',
  chart3: '#8b6a03',
  chart4: '#8b6a04',
  chart5: '#8b6a05',
  chart6: '#8b6a06',
  soft1: '#f3eaf1',
  soft2: '#f3eaf2',
  soft3: '#f3eaf3',
  soft4: '#f3eaf4',
  soft5: '#f3eaf5',
  soft6: '#f3eaf6',
};

/** Tokens, and what stands for them where there is no theme, as in the window that shows the notes. */
const TOKENS = new Map<string, [token: string, otherwise: string]>([
  ['text', ['--r-main-color', 'currentColor']],
  ['heading', ['--r-heading-color', 'currentColor']],
  ['ground', ['--r-background-color', '#fff']],
  ['panel', ['--deck-panel', '#eee']],
  ['line', ['--deck-line', '#bbb']],
  ['muted', ['--deck-muted', '#666']],
  ['accent', ['--deck-accent', '#36c']],
]);

/** Returns the token that a stand-in colour stands for, as CSS. */
export function token(name: string): string {
  const series = /^(chart|soft)(\d)$/.exec(name);
  if (series) return `var(--deck-${series[1]}-${series[2]}, ${series[1] === 'chart' ? '#36c' : '#dde'})`;
  const [property, otherwise] = TOKENS.get(name) ?? ['', 'currentColor'];
  return property ? `var(${property}, ${otherwise})` : otherwise;
}

/** Puts tokens where stand-ins are, in attributes and styles. */
export function withTokens(svg: string): string {
  const names = new Map(Object.entries(STAND_INS).map(([name, colour]) => [colour, name]));
  return svg
    .replace(/#[0-9a-f]{6}\b/gi, (colour) => {
      const name = names.get(colour.toLowerCase());
      return name ? token(name) : colour;
    })
    .replace(/rgba?\((\d+), ?(\d+), ?(\d+)(?:, ?([\d.]+))?\)/g, (whole, ...parts: (string | undefined)[]) => {
      const hex = parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0'));
      const name = names.get(`#${hex.join('')}`);
      if (!name) return whole;
      const share = Number(parts[3] ?? 1) * 100;
      return share < 100 ? `color-mix(in srgb, ${token(name)} ${share}%, transparent)` : token(name);
    });
}
