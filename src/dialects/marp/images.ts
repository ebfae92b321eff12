/** Settings that Marp reads in the brackets of an image. */
export interface ImageWords {
  /** The image is behind the slide, or beside its content. */
  isBackground: boolean;
  side: 'left' | 'right' | undefined;
  /** Of the slide's width, as in `40%`. */
  share: string | undefined;
  vertical: boolean;
  /** Of a background: `cover`, `contain`, `auto` or a percentage. */
  size: string | undefined;
  width: string | undefined;
  height: string | undefined;
  /** CSS filter functions. */
  filters: string[];
  /** The words that say nothing to Marp; a style sheet may. */
  words: string[];
}

const FILTERS: ReadonlyMap<string, string> = new Map([
  ['blur', '10px'],
  ['brightness', '1.5'],
  ['contrast', '2'],
  ['drop-shadow', '0 5px 10px rgba(0, 0, 0, 0.4)'],
  ['grayscale', '1'],
  ['hue-rotate', '180deg'],
  ['invert', '100%'],
  ['opacity', '0.5'],
  ['saturate', '2'],
  ['sepia', '1'],
]);

const LENGTH = /^(?:[\d.]{1,9}(?:px|%|em|rem|cm|mm|in|pt|pc|vw|vh)?|auto)$/;

/** Reads the words in the brackets of an image. */
export function readImageWords(alt: string): ImageWords {
  const found: ImageWords = {
    isBackground: false,
    side: undefined,
    share: undefined,
    vertical: false,
    size: undefined,
    width: undefined,
    height: undefined,
    filters: [],
    words: [],
  };
  const all = alt.split(/\s+/).filter(Boolean);
  found.isBackground = all.includes('bg');
  for (const word of all) if (word !== 'bg' && !readWord(word, found)) found.words.push(word);
  return found;
}

function readWord(word: string, found: ImageWords): boolean {
  const colon = word.indexOf(':');
  const [name, value] = colon === -1 ? [word, ''] : [word.slice(0, colon), word.slice(colon + 1)];
  const usual = FILTERS.get(name);
  if (usual !== undefined) {
    const given = value === '' ? usual : value.replaceAll(',', ' ');
    if (!/^[\w.%#() ,-]{1,80}$/.test(given)) return false;
    found.filters.push(`${name}(${given})`);
    return true;
  }
  if ((name === 'w' || name === 'width' || name === 'h' || name === 'height') && LENGTH.test(value)) {
    found[name.startsWith('w') ? 'width' : 'height'] = /^[\d.]+$/.test(value) ? `${value}px` : value;
    return true;
  }
  return found.isBackground && readBackgroundWord(name, value, found);
}

function readBackgroundWord(name: string, value: string, found: ImageWords): boolean {
  if (name === 'left' || name === 'right') {
    found.side = name;
    if (/^[\d.]{1,6}%$/.test(value)) found.share = value;
  } else if (name === 'vertical' || name === 'horizontal') found.vertical = name === 'vertical';
  else if (name === 'fit' || name === 'contain') found.size = 'contain';
  else if (name === 'cover' || name === 'auto') found.size = name;
  else if (value === '' && /^[\d.]{1,6}%$/.test(name)) found.size = name;
  else return false;
  return true;
}

/** Returns the size of a background, as `background-size` has it; `undefined` for the usual one. */
export function backgroundSize({ size, width, height }: ImageWords): string | undefined {
  if (width !== undefined || height !== undefined) return `${width ?? 'auto'} ${height ?? 'auto'}`;
  return size === 'cover' ? undefined : size;
}

/** Tells whether an address in an image is a colour: `![bg](#123456)`. */
export function isColour(address: string): boolean {
  return /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(address) || /^(?:rgb|hsl)a?\([^()]*\)$/i.test(address);
}
