interface Size {
  width: number;
  height: number;
}

/** Width and height in CSS px. */
export interface SvgSize extends Size {
  /**
   * The size of an image without one: all the width there is, in its proportions, or the size that browsers give it.
   */
  elastic?: 'width' | 'default';
}

/**
 * Reads the size of an SVG image from its root element.
 *
 * @returns `undefined` where the text is not an SVG image.
 */
export function svgSize(text: string): SvgSize | undefined {
  const attributes = rootAttributes(text);
  if (!attributes) return undefined;
  const [width, height] = [pxOf(attributes.get('width')), pxOf(attributes.get('height'))];
  if (width && height) return { width, height };
  const box = viewBoxOf(attributes.get('viewBox'));
  if (width) return { width, height: box ? (width * box.height) / box.width : DEFAULT.height };
  if (height) return { width: box ? (height * box.width) / box.height : DEFAULT.width, height };
  if (!box) return { ...DEFAULT, elastic: 'default' };
  const scale = Math.min(box.width, box.height) < 1 ? DEFAULT.width / box.width : 1;
  return { width: box.width * scale, height: box.height * scale, elastic: 'width' };
}

/** Size of what has none (CSS Images 3, 5.1). */
const DEFAULT: Size = { width: 300, height: 150 };

const ROOT = /<(?:[\w.-]+:)?svg(?=[\s/>])/y;
const ATTRIBUTE = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const ROOT_END = /\s*\/?>/y;

/**
 * Returns where the content of the root element begins; `undefined` where that has a prefix, or is not an element of
 * SVG with content.
 */
export function rootEnd(text: string): number | undefined {
  const root = readRoot(text);
  return root && text.charAt(root.end - 2) !== '/' && text.startsWith('<svg', root.start) ? root.end : undefined;
}

function rootAttributes(text: string): Map<string, string> | undefined {
  return readRoot(text)?.attributes;
}

interface RootTag {
  attributes: Map<string, string>;
  start: number;
  end: number;
}

/** Reads the tag of the root element; `undefined` where it is none of SVG. */
function readRoot(text: string): RootTag | undefined {
  const start = endOfProlog(text);
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  if (!take(ROOT)) return undefined;
  const attributes = new Map<string, string>();
  for (let match = take(ATTRIBUTE); match; match = take(ATTRIBUTE)) {
    const [, name = '', double, single] = match;
    attributes.set(name, double ?? single ?? '');
  }
  return take(ROOT_END) ? { attributes, start, end: at } : undefined;
}

const SPACE = /[\s\uFEFF]*/y;

/** Passes white space, instructions, comments and a document type, which may hold entities. */
function endOfProlog(text: string): number {
  const behind = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found === -1 ? text.length : found + mark.length;
  };
  for (let at = 0; ;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    if (text.startsWith('<?', at)) at = behind('?>', at);
    else if (text.startsWith('<!--', at)) at = behind('-->', at + 4);
    else if (text.startsWith('<!DOCTYPE', at)) at = endOfDocumentType(text, at, behind);
    else return at;
  }
}

function endOfDocumentType(text: string, start: number, behind: (mark: string, from: number) => number): number {
  let isOpen = false;
  for (let at = start + 9; at < text.length;) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") at = behind(sign, at + 1);
    else if (text.startsWith('<!--', at)) at = behind('-->', at + 4);
    else {
      at += 1;
      if (sign === '>' && !isOpen) return at;
      if (sign === '[' || sign === ']') isOpen = sign === '[';
    }
  }
  return text.length;
}

/** px of each unit; `em` is that of a document without styles. */
const UNITS = new Map(
  Object.entries({
    '': 1,
    px: 1,
    in: 96,
    cm: 96 / 2.54,
    mm: 96 / 25.4,
    q: 96 / 101.6,
    pt: 96 / 72,
    pc: 16,
    em: 16,
    rem: 16,
    ex: 8,
    ch: 8,
  }),
);

/** A length in px; `undefined` for shares, and where it is not a length. */
function pxOf(length: string | undefined): number | undefined {
  const [, figure, unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[-+]?\d+)?)([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const px = Number(figure) * (UNITS.get(unit.toLowerCase()) ?? Number.NaN);
  return px > 0 && Number.isFinite(px) ? px : undefined;
}

function viewBoxOf(text: string | undefined): Size | undefined {
  const [, , width = 0, height = 0] = (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return width > 0 && height > 0 ? { width, height } : undefined;
}
