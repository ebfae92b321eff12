import type { Background } from '../model/deck.ts';
import type { LoadedAsset } from '../model/deck-files.ts';

/** A place along one axis: a share of the room that is left, and a length to add. */
export interface AxisPosition {
  share: string;
  shift: string;
}

/** Returns CSS that sizes and places an image or video behind a slide as CSS places a background. */
export function backgroundStyle({ size, position }: Pick<Background, 'size' | 'position'>, file: LoadedAsset): string {
  const [x, y] = readPosition(position);
  const fit = size === 'auto' && file.elastic === 'width' ? 'contain' : size;
  if (fit === 'cover' || fit === 'contain') return `object-fit:${fit};object-position:${offset(x)} ${offset(y)}`;
  const [wide = 'auto', high = 'auto'] = size.trim().split(/\s+/);
  // Paper has smaller files of the same picture.
  const natural = wide === 'auto' && high === 'auto' && file.width !== undefined;
  const sized = `width:${natural ? `${file.width}px` : wide};height:${high}`;
  return `inset:${offset(y)} auto auto ${offset(x)};${sized};margin:0;translate:${back(x)} ${back(y)}`;
}

function offset({ share, shift }: AxisPosition): string {
  return shift === '' ? share : `calc(${share} + ${shift})`;
}

/** A point at a share of the slide covers the point at the same share of the element. */
function back({ share }: AxisPosition): string {
  return share === '0%' ? '0' : `calc(-1 * ${share})`;
}

const SIDES = new Map([
  ['left', 'x'],
  ['right', 'x'],
  ['top', 'y'],
  ['bottom', 'y'],
]);

/** Reads `background-position` (CSS Backgrounds 3, 3.6): one to four values. */
export function readPosition(position: string): [x: AxisPosition, y: AxisPosition] {
  const words = position.trim().toLowerCase().split(/\s+/);
  const groups: string[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    const isOffset = words.length > 2 && last?.length === 1 && SIDES.has(last[0] ?? '') && /^[\d.+-]/.test(word);
    if (isOffset) last?.push(word);
    else groups.push([word]);
  }
  const [first = ['center'], second = ['center']] = groups;
  const turned = SIDES.get(first[0] ?? '') === 'y' || SIDES.get(second[0] ?? '') === 'x';
  return turned ? [readAxis(second), readAxis(first)] : [readAxis(first), readAxis(second)];
}

function readAxis([word = '', by = '']: string[]): AxisPosition {
  if (word === 'right' || word === 'bottom') return { share: '100%', shift: by && `-1 * ${by}` };
  if (word === 'left' || word === 'top') return { share: '0%', shift: by };
  if (word.endsWith('%')) return { share: word, shift: '' };
  return word === 'center' ? { share: '50%', shift: '' } : { share: '0%', shift: word === '0' ? '' : word };
}
