import type { Element } from 'hast';
import type { LoadedAsset } from '../model/deck-files.ts';
import { LENGTH } from '../model/lengths.ts';

/** Width and height in px, where they are known. */
export type PictureSize = Pick<LoadedAsset, 'width' | 'height' | 'elastic'>;

type Given = Partial<Record<'width' | 'height', string>>;

const DECLARED = /(?:^|;)\s*(width|height)\s*:([^;!]+)(?=;|$)/gi;
/** Height that images between words may have; notes have no such limit. */
const ROOM = 'var(--picture-room,999em)';

/**
 * Makes the size that an author gave an image, by attributes or by a style, one that keeps its proportions where there is
 * less room. The attributes hold the size of the file, or of the part of it that is shown.
 *
 * @param holder - the element that is as wide as the image is to be: the image itself, or the link around it.
 * @param slideWidth - in px; nothing on a slide is wider.
 * @returns how high the image is at most, in px, where that follows from what is written.
 */
export function sizePicture(
  image: Element,
  holder: Element,
  file: PictureSize,
  slideWidth: number,
): number | undefined {
  const { properties } = image;
  const style = styleOf(image);
  const crop = cropOf(style);
  const size = crop === undefined ? file : cropped(file, crop);
  const declared: Given = {};
  for (const [, name = '', value = ''] of style.matchAll(DECLARED)) declared[sideOf(name)] = value.trim().toLowerCase();
  let given = declared.width || declared.height ? declared : attributesOf(image);
  if (!given.width && !given.height && (size.elastic === 'default' || crop !== undefined))
    given = { width: size.elastic === 'width' || size.width === undefined ? '100%' : `${size.width}px` };
  delete properties['width'];
  delete properties['height'];
  if (size.width && size.height) Object.assign(properties, { width: size.width, height: size.height });
  const sized = declarationsFor(given, size, slideWidth);
  if (!sized && size.elastic && holder !== image) holder.properties['style'] ??= 'width:100%';
  if (!sized) return size.elastic ? undefined : size.height;
  // A limit of the author's own would take the place of the size.
  if (/max-width/i.test(style)) sized.width = sized.width.map((text) => text.replace(/^max-/, ''));
  const others = style.replace(DECLARED, '').replace(/^[\s;]+|(?<![\s;])[\s;]+$/g, '');
  const fills = size.elastic || sized.width.some((text) => text.startsWith('width')) ? ['width:100%'] : [];
  const own = holder === image ? [...sized.width, ...sized.shape] : [...fills, ...sized.shape];
  const left = [...own, ...(others ? [others] : [])].join(';');
  if (left) properties['style'] = left;
  else delete properties['style'];
  if (holder !== image) {
    // A link has the width of what is in it, and such a picture has none.
    const wide = size.elastic ? sized.width.map((text) => text.replace(/^max-/, '')) : sized.width;
    holder.properties['style'] = [...wide, styleOf(holder)].filter(Boolean).join(';');
  }
  return sized.height;
}

/** Returns the ratio that an image is cropped to. */
function cropOf(style: string): number | undefined {
  if (!/(?:^|;)\s*object-fit\s*:\s*cover/i.test(style)) return undefined;
  const [, width, height = '1'] = /(?:^|;)\s*aspect-ratio\s*:\s*([\d.]+)\s*(?:\/\s*([\d.]+))?/i.exec(style) ?? [];
  return ratioOf(Number(width), Number(height));
}

/** Returns the size of the largest part of an image that has a ratio. */
function cropped(file: PictureSize, ratio: number): PictureSize {
  const { width, height } = file;
  if (!width || !height) return file;
  const part = width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio };
  return { ...file, width: Number(part.width.toFixed(2)), height: Number(part.height.toFixed(2)) };
}

function styleOf({ properties }: Element): string {
  return typeof properties['style'] === 'string' ? properties['style'] : '';
}

function sideOf(name: string): 'width' | 'height' {
  return name.toLowerCase() === 'width' ? 'width' : 'height';
}

/** The sizes in attributes, read as HTML reads them: px, or a share. */
function attributesOf({ properties }: Element): Given {
  const given: Given = {};
  for (const side of ['width', 'height'] as const) {
    const [, figure, unit] = /^\s*\+?(\d+(?:\.\d+)?)\s*(%)?/.exec(String(properties[side] ?? '')) ?? [];
    if (figure && Number(figure) > 0) given[side] = `${figure}${unit ?? 'px'}`;
  }
  return given;
}

/** CSS declarations: those of the width, and those that change the image's shape. */
interface Declarations {
  width: string[];
  shape: string[];
  /** The height in px, where known. */
  height?: number;
}

/** `undefined` where the size is left as the author wrote it. */
function declarationsFor({ width, height }: Given, size: PictureSize, slideWidth: number): Declarations | undefined {
  const [wide, high] = [LENGTH.exec(width ?? ''), LENGTH.exec(height ?? '')];
  if ((width && !wide) || (height && !high) || (!width && !height)) return undefined;
  if (wide && high && fits(wide, high, size)) return declarationsFor({ width: wide[0] }, size, slideWidth);
  if (width && height) {
    const ratio = wide?.[2] === high?.[2] && wide?.[2] !== '%' && ratioOf(Number(wide?.[1]), Number(high?.[1]));
    if (!ratio) return { width: [`width:${width}`], shape: [`height:${height}`, 'object-fit:fill'] };
    return { width: [`width:min(${width},${ROOM}*${ratio})`], shape: [`aspect-ratio:${ratio}`, 'object-fit:fill'] };
  }
  const ratio = ratioOf(size.width, size.height);
  if (ratio === undefined || high?.[2] === '%') {
    return width ? { width: [`width:${width}`], shape: [] } : { width: [], shape: [`height:${height}`] };
  }
  const limit = limitOf(wide, high, ratio, slideWidth);
  // What is not enlarged needs no width of its own, and gets smaller in proportion by itself.
  const shape = limit ? { shape: [], height: limit.px / ratio } : { shape: [] };
  if (limit && (size.elastic || limit.px <= (size.width ?? 0))) return { width: [`max-width:${limit.css}`], ...shape };
  return {
    width: [width ? `width:min(${width},${ROOM}*${ratio})` : `width:calc(min(${height},${ROOM})*${ratio})`],
    ...shape,
  };
}

/** How wide the image becomes at most; `undefined` for what the page alone knows. */
function limitOf(
  wide: RegExpExecArray | null,
  high: RegExpExecArray | null,
  ratio: number,
  slideWidth: number,
): { px: number; css: string } | undefined {
  const [, figure, unit] = wide ?? high ?? [];
  const px = wide ? Number(figure) : Number(figure) * ratio;
  if (unit === 'px') return { px, css: `min(100%,${Number(px.toFixed(2))}px)` };
  return unit === '%' && px <= 100 ? { px: (px / 100) * slideWidth, css: `${px}%` } : undefined;
}

/** Whether width and height are those of the image, larger or smaller. */
function fits([, width, unit]: RegExpExecArray, [, height, other]: RegExpExecArray, size: PictureSize): boolean {
  const ratio = ratioOf(size.width, size.height) ?? Number.NaN;
  return unit !== '%' && unit === other && Math.abs(Number(width) / Number(height) / ratio - 1) < 0.01;
}

function ratioOf(width: number | undefined, height: number | undefined): number | undefined {
  return width && height ? Number((width / height).toPrecision(6)) : undefined;
}
