import { readLength } from './lengths.ts';

/** An attribute that says how an image or a video is shown. */
interface PictureAttribute {
  /** Returns its declarations of CSS; `undefined` for a value that it cannot have. */
  read: (value: string) => string[] | undefined;
  /** Its possible values, as the end of a message. */
  expected: string;
}

const SIZE = (name: 'width' | 'height'): PictureAttribute => ({
  read(value) {
    const length = readLength(value);
    return length === undefined ? undefined : [`${name}:${length}`];
  },
  expected: `px, as in ${name}=300, or a length such as 40% or 12em`,
});

/** Possible values of `shape=`. */
const SHAPES = ['circle', 'rounded'];

export type PictureAttributeName = 'width' | 'height' | 'ratio' | 'focus' | 'shape';

/** How an image or a video is shown, by the names of its attributes. */
export const PICTURE_ATTRIBUTES: Readonly<Record<PictureAttributeName, PictureAttribute>> = {
  width: SIZE('width'),
  height: SIZE('height'),
  ratio: {
    read(value) {
      const ratio = readRatio(value);
      return ratio === undefined ? undefined : [`aspect-ratio:${ratio}`, 'object-fit:cover'];
    },
    expected: 'a shape such as 16/9 or 1.5, from 0.1 to 10',
  },
  focus: {
    read(value) {
      const place = readFocus(value);
      return place === undefined ? undefined : [`object-position:${place}`];
    },
    expected: 'the place to keep, such as top, right or "30% 20%"',
  },
  shape: {
    read(value) {
      if (!SHAPES.includes(value)) return undefined;
      return value === 'circle' ? ['aspect-ratio:1', 'object-fit:cover'] : [];
    },
    expected: SHAPES.join(' or '),
  },
};

/** The names of the attributes that say how an image is shown. */
export const PICTURE_ATTRIBUTE_NAMES: readonly PictureAttributeName[] = Object.keys(
  PICTURE_ATTRIBUTES,
) as PictureAttributeName[];

/** Tells whether an attribute says how an image is shown. */
export function isPictureAttribute(name: string): name is PictureAttributeName {
  return Object.hasOwn(PICTURE_ATTRIBUTES, name);
}

/**
 * Returns what attributes of an image mean in CSS, and its shape, which style sheets draw. Values that they cannot have
 * are left out.
 */
export function pictureLooks(values: ReadonlyMap<string, string | true>): { style: string; shape: string | undefined } {
  const style = new Map<string, string>();
  for (const name of PICTURE_ATTRIBUTE_NAMES) {
    const value = values.get(name);
    // A circle is one in any ratio that is given beside it.
    for (const declaration of typeof value === 'string' ? (PICTURE_ATTRIBUTES[name].read(value) ?? []) : [])
      style.set(declaration.slice(0, declaration.indexOf(':')), declaration);
  }
  const shape = values.get('shape');
  return {
    style: [...style.values()].join(';'),
    shape: SHAPES.find((known) => known === shape),
  };
}

/** Reads `16/9`, `16:9` or `1.78` as width by height. */
function readRatio(text: string): number | undefined {
  const [, width = '', height = '1'] = /^\s*(\d+(?:\.\d+)?)\s*(?:[/:]\s*(\d+(?:\.\d+)?)\s*)?$/.exec(text) ?? [];
  const ratio = Number((Number(width) / Number(height)).toPrecision(6));
  return ratio >= 0.1 && ratio <= 10 ? ratio : undefined;
}

const [ACROSS, DOWN] = [/^(?:left|right)$/, /^(?:top|bottom)$/];
const SHARE = /^(?:100|\d{1,2}(?:\.\d+)?)%$/;

/** Reads a place in an image, across and down: one or two words or shares, as `object-position` has them. */
function readFocus(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  const known = words.every((word) => word === 'center' || ACROSS.test(word) || DOWN.test(word) || SHARE.test(word));
  if (words.length > 2 || !known) return undefined;
  const [first = 'center', second = 'center'] = words;
  const [x, y] = DOWN.test(first) || ACROSS.test(second) ? [second, first] : [first, second];
  return DOWN.test(x) || ACROSS.test(y) ? undefined : `${x} ${y}`;
}
