import path from 'node:path';
import type { Door } from '../files/door.ts';
import { isFile } from '../files/plain-file.ts';
import type { BrandFace } from '../model/brand-look.ts';
import type { BrandNode } from './brand-yaml.ts';
import { styleFileType } from './embed-style-files.ts';
import { findStyle } from './find-style.ts';

/** The type of a brand file. */
export interface BrandType {
  /** Tokens of themes, by their short names. */
  tokens: Map<string, string>;
  faces: BrandFace[];
  /** Style sheets of installed packages, absolute. */
  styles: string[];
}

interface Reading {
  /** Folder of the brand file. */
  folder: string;
  door: Door;
}

const KEYS = ['fonts', 'base', 'headings', 'monospace', 'monospace-inline', 'monospace-block', 'link'];
const SOURCES = ['file', 'google', 'bunny', 'system'];
const WEIGHTS: ReadonlyMap<string, string> = new Map([
  ['thin', '100'],
  ['light', '300'],
  ['normal', '400'],
  ['medium', '500'],
  ['bold', '700'],
]);

/** Parts of a brand's type, the token of each one's family, and what follows it. */
const PARTS: readonly [part: string, family: string, fallback: string, more: Readonly<Record<string, string>>][] = [
  ['base', 'r-main-font', 'sans-serif', { weight: 'main-weight', 'line-height': 'line-height' }],
  [
    'headings',
    'r-heading-font',
    'sans-serif',
    { weight: 'r-heading-font-weight', 'line-height': 'r-heading-line-height' },
  ],
  ['monospace', 'r-code-font', 'monospace', {}],
];

/**
 * Reads the type of a brand. Nothing is loaded from the web: fonts are files of the project, or installed packages of
 * Fontsource.
 */
export function readBrandType(typography: BrandNode, reading: Reading): BrandType {
  typography.expectKeys(KEYS);
  const type: BrandType = { tokens: new Map(), faces: [], styles: [] };
  const known = new Set<string>();
  for (const font of typography.get('fonts').items()) {
    const family = font.get('family').text();
    if (family === undefined || !isFamily(family)) font.warn('expected a font with a “family”', 'brand-font');
    else {
      known.add(family);
      readFont(font, family, type, reading);
    }
  }
  for (const [part, token, fallback, more] of PARTS) {
    const node = typography.get(part);
    const named = node.isMap ? node.get('family') : node;
    const family = named.text();
    if (family !== undefined && isFamily(family)) {
      type.tokens.set(token, `'${family}', ${fallback}`);
      if (token === 'r-main-font' && !typography.get('headings').isThere)
        type.tokens.set('r-heading-font', `'${family}', ${fallback}`);
      if (!known.has(family) && !isGeneric(family)) addPackage(named, family, type, reading);
    } else if (family !== undefined) named.warn('expected the name of a font family', 'brand-font');
    for (const [key, name] of Object.entries(more)) {
      const value = node.isMap ? numberOf(node.get(key)) : undefined;
      if (value !== undefined) type.tokens.set(name, value);
    }
  }
  return type;
}

/** Nothing in the name ends the string that it will be in. */
function isFamily(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._+-]{0,99}$/u.test(name);
}

function isGeneric(family: string): boolean {
  return /^(?:serif|sans-serif|monospace|system-ui|cursive|fantasy)$/.test(family);
}

function numberOf(node: BrandNode): string | undefined {
  const text = node.text();
  if (text === undefined) return undefined;
  const value = WEIGHTS.get(text) ?? text;
  if (/^\d{1,4}(?:\.\d{1,4})?$/.test(value)) return value;
  node.warn('expected a number');
  return undefined;
}

function readFont(font: BrandNode, family: string, type: BrandType, reading: Reading): void {
  const source = font.get('source').text() ?? 'google';
  if (source === 'file') for (const file of font.get('files').items()) addFace(file, family, type, reading);
  else if (source === 'system')
    font.warn(
      `“${family}” is a font of this computer, and others may lack it; give its files with source: file`,
      'brand-font',
    );
  else if (SOURCES.includes(source)) addPackage(font, family, type, reading);
  else font.get('source').warn(`expected ${SOURCES.join(', ')}`, 'brand-font');
}

function addFace(node: BrandNode, family: string, type: BrandType, { folder, door }: Reading): void {
  const written = node.isMap ? node.get('path').text() : node.text();
  if (written === undefined) {
    node.warn('expected the path of a font', 'brand-font');
    return;
  }
  if (/^(?:https?:)?\/\//i.test(written)) {
    node.warn(`“${written}” is on the web; save the font in the project`, 'brand-font');
    return;
  }
  const file = path.resolve(folder, written);
  const real = door.find(file, { from: folder, written });
  if (typeof real !== 'string') node.warn(`“${written}”: ${real.problem}`, 'brand-font');
  else if (!isFile(real) || styleFileType(real)?.startsWith('font/') !== true)
    node.warn(`“${written}” is not a font, expected a file such as .woff2 or .ttf`, 'brand-font');
  else type.faces.push({ family, weight: weightOf(node), style: styleOf(node), file: real });
}

function weightOf(node: BrandNode): string {
  const text = (node.isMap ? node.get('weight').text() : undefined) ?? '400';
  const value = WEIGHTS.get(text) ?? text.replace('..', ' ');
  if (/^\d{1,4}(?: \d{1,4})?$/.test(value)) return value;
  node.get('weight').warn('expected a weight such as 400, or a range such as 300..700', 'brand-font');
  return '400';
}

function styleOf(node: BrandNode): BrandFace['style'] {
  return node.isMap && node.get('style').text() === 'italic' ? 'italic' : 'normal';
}

const FACES = ['400', '400-italic', '600', '700'];

/** A font of a web service is taken from its package of Fontsource, where that is installed. */
function addPackage(node: BrandNode, family: string, type: BrandType, { folder, door }: Reading): void {
  const name = `@fontsource/${family.toLowerCase().replace(/\s+/g, '-')}`;
  const found = FACES.map((face) => findStyle(`${name}/${face}.css`, folder, door));
  const files = found.filter((file) => typeof file === 'string');
  type.styles.push(...files);
  if (files.length === 0)
    node.warn(
      `the font “${family}” is not in the project; npm install ${name} puts it into the deck, or give its files with source: file`,
      'brand-font',
    );
}
