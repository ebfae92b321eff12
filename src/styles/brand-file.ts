import type { VFile } from 'vfile';
import { readColour } from '../model/css-colour.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { BrandGround } from '../model/brand-look.ts';
import { parseBrand, type BrandNode } from './brand-yaml.ts';

/** The content of a brand file, with files relative to it. */
export interface BrandFile {
  name: string | undefined;
  logo: { light: string | undefined; dark: string | undefined } | undefined;
  palette: Map<string, string>;
  primary: string | undefined;
  secondary: string | undefined;
  grounds: BrandGround[];
  typography: BrandNode;
}

const KEYS = ['meta', 'logo', 'color', 'typography', 'defaults'];
const LOGO_KEYS = ['images', 'small', 'medium', 'large'];
/** Names with a meaning; a palette may give them as well. */
const ROLES = ['foreground', 'background', 'primary', 'secondary', 'tertiary'];
const OTHER_ROLES = ['success', 'info', 'warning', 'danger', 'light', 'dark'];

/**
 * Reads a brand file in the format of brand.yml. Unknown keys and bad values are messages at their places; the rest of the
 * file holds.
 */
export function readBrandFile(file: VFile): BrandFile | undefined {
  const root = parseBrand(file);
  if (!root) return undefined;
  root.expectKeys(KEYS);
  const color = root.get('color');
  color.expectKeys(['palette', ...ROLES, ...OTHER_ROLES]);
  const palette = readPalette(color.get('palette'));
  const colour = (node: BrandNode): string | undefined => resolveColour(node, color, palette);
  return {
    name: readName(root.get('meta').get('name')),
    logo: readLogo(root.get('logo')),
    palette,
    primary: colour(color.get('primary')),
    secondary: colour(color.get('secondary')) ?? colour(color.get('tertiary')),
    grounds: readGrounds(color, colour),
    typography: root.get('typography'),
  };
}

function readName(node: BrandNode): string | undefined {
  return node.isMap ? (node.get('full').text() ?? node.get('short').text()) : node.text();
}

function readPalette(node: BrandNode): Map<string, string> {
  const palette = new Map<string, string>();
  for (const [name, value] of node.entries()) {
    const text = value.text();
    if (text === undefined) continue;
    if (/^[\w-]+$/.test(name)) palette.set(name, text);
    else value.warn('expected a name of letters, digits and hyphens');
  }
  for (const [name, value] of palette) {
    if (isColour(value)) continue;
    const target = palette.get(value);
    if (target !== undefined && isColour(target)) palette.set(name, target);
    else {
      node.get(name).warn('expected a CSS colour such as #c2410c, or the name of another colour of the palette');
      palette.delete(name);
    }
  }
  return palette;
}

/** A colour may be a name of the palette, or another role. */
function resolveColour(node: BrandNode, color: BrandNode, palette: ReadonlyMap<string, string>): string | undefined {
  const text = node.text();
  if (text === undefined) return undefined;
  const named = palette.get(text) ?? (isColour(text) ? text : undefined);
  if (named !== undefined) return named;
  const role = [...ROLES, ...OTHER_ROLES].includes(text) ? color.get(text).text() : undefined;
  const through = role === undefined ? undefined : (palette.get(role) ?? (isColour(role) ? role : undefined));
  if (through === undefined) {
    const near = palette.size > 0 ? didYouMean(text, [...palette.keys()]) : '';
    node.warn(`“${text}” is neither a colour nor a name of the palette${near}`);
  }
  return through;
}

function isColour(text: string): boolean {
  return readColour(text) !== undefined;
}

/** `background` and `foreground` are one colour each, or one for light and one for dark. */
function readGrounds(color: BrandNode, colour: (node: BrandNode) => string | undefined): BrandGround[] {
  const [background, foreground] = [color.get('background'), color.get('foreground')];
  const pairs: [BrandNode, BrandNode][] = background.isMap
    ? ['light', 'dark'].map((mode) => [background.get(mode), foreground.isMap ? foreground.get(mode) : foreground])
    : [[background, foreground]];
  return pairs.flatMap(([ground, text]): BrandGround[] => {
    const own = colour(ground);
    return own === undefined ? [] : [{ background: own, foreground: text.isMap ? undefined : colour(text) }];
  });
}

/** The medium logo is the one for slides; others stand in for it. */
function readLogo(node: BrandNode): BrandFile['logo'] {
  if (!node.isMap) return both(node.text());
  node.expectKeys(LOGO_KEYS);
  const images = node.get('images');
  const chosen = ['medium', 'small', 'large'].map((size) => node.get(size)).find((one) => one.isThere);
  const file = (one: BrandNode): string | undefined => {
    if (one.isMap) return one.get('path').text();
    const text = one.text();
    const image = text === undefined ? undefined : images.get(text);
    return image?.isMap ? image.get('path').text() : (image?.text() ?? text);
  };
  if (!chosen) return undefined;
  if (!chosen.isMap || chosen.get('path').isThere) return both(file(chosen));
  const [light, dark] = [file(chosen.get('light')), file(chosen.get('dark'))];
  return light === undefined && dark === undefined ? undefined : { light, dark };
}

function both(path: string | undefined): BrandFile['logo'] {
  return path === undefined ? undefined : { light: path, dark: path };
}
