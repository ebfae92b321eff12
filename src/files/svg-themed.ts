import type { ImageAsset } from '../model/deck.ts';
import { MEDIA_TYPES } from '../model/media-types.ts';
import { rootEnd } from './svg-size.ts';

/** Words and colours that an image takes from what it is on. */
const THEMED = /<text[\s/>]|currentcolor|var\(\s*--(?:r|deck|brand)-/i;
/** Images with more than this are drawn by programs; nobody writes tokens into them. */
const MOST = 512 * 1024;
/** `font-family` as an attribute, with its quotation marks, and as a declaration. */
const ATTRIBUTE = /(\sfont-family\s*=\s*)(["'])([\s\S]*?)\2/g;
const DECLARATION = /((?:^|[\s;{"'])font-family\s*:\s*)((?:"[^"<>=;{}]*"|'[^'<>=;{}]*'|[^;}<"'])+)/g;

/** Tells whether an image shows text, or names colours of the deck. */
export function isThemed(svg: string): boolean {
  return svg.length <= MOST && THEMED.test(svg) && rootEnd(svg) !== undefined;
}

/** Returns the sources of images that show text or name colours of the deck, by their ids. */
export function themedPictures(images: Iterable<ImageAsset>): Map<string, string> {
  const themed = new Map<string, string>();
  for (const { id, mediaType, bytes } of images) {
    if (mediaType !== MEDIA_TYPES.svg) continue;
    const source = new TextDecoder().decode(bytes);
    if (isThemed(source)) themed.set(id, source);
  }
  return themed;
}

/** Returns the tokens that an image names, as `--deck-accent`. */
export function tokensIn(css: string): string[] {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);
}

/** Returns the first family of each font that texts of an image ask for. */
export function familiesIn(svg: string): string[] {
  const values = [...svg.matchAll(ATTRIBUTE)].map(([, , , value = '']) => value);
  const declared = [...svg.matchAll(DECLARATION)].map(([, , value = '']) => value);
  return [...new Set([...values, ...declared].map(firstFamily))].filter((family) => family !== '');
}

/** Gives texts other fonts. @param fontOf - a CSS value for the first family that is asked for. */
export function withFamilies(svg: string, fontOf: (family: string) => string | undefined): string {
  return svg
    .replace(ATTRIBUTE, (whole, before: string, quote: string, value: string) => {
      const font = fontOf(firstFamily(value));
      return font === undefined ? whole : `${before}${quote}${font}${quote}`;
    })
    .replace(DECLARATION, (whole, before: string, value: string) => {
      const font = fontOf(firstFamily(value));
      return font === undefined ? whole : before + font;
    });
}

function firstFamily(value: string): string {
  return (value.replace(/&(?:quot|apos|#39|#34);/g, '').split(',', 1)[0] ?? '').replace(/["']/g, '').trim();
}

/** Puts a style sheet into an image, and all that it shows into a group with these attributes. */
export function withStyles(svg: string, css: string, attributes: Readonly<Record<string, string>>): string {
  const start = rootEnd(svg);
  const end = svg.lastIndexOf('</svg');
  if (start === undefined || end < start) return svg;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const style = `<style><![CDATA[${css.replaceAll(']]>', '')}]]></style>`;
  return `${svg.slice(0, start)}${style}<g${written.join('')}>${svg.slice(start, end)}</g>${svg.slice(end)}`;
}
