import path from 'node:path';
import type { Door } from '../files/door.ts';
import { findStyle } from './find-style.ts';

const WEB_FONTS = /^https?:\/\/fonts\.(?:googleapis|bunny)\.(?:com|net)\/css/i;
const WEIGHTS = ['400', '400-italic', '700'];

/** Tells whether an import asks a web font service for fonts. */
export function isWebFont(address: string): boolean {
  return WEB_FONTS.test(address);
}

interface LocalFontsOptions {
  source: string;
  warnings: string[];
  door: Door;
}

/**
 * Returns the same fonts from installed packages, as a style sheet; for those that are not installed there is a warning
 * that says which package has them.
 *
 * @param options.source - the theme that asks for them.
 */
export function localFonts(address: string, { source, warnings, door }: LocalFontsOptions): string {
  const imports: string[] = [];
  for (const family of familiesOf(address)) {
    const name = `@fontsource/${family.toLowerCase().replace(/\s+/g, '-')}`;
    const found = WEIGHTS.map((weight) => findStyle(`${name}/${weight}.css`, path.dirname(source), door));
    if (typeof found[0] !== 'string') {
      warnings.push(
        `The theme loads the font “${family}” from the web, which decks never do; npm install ${name} puts it into the deck`,
      );
    }
    for (const file of found) if (typeof file === 'string') imports.push(`@import ${JSON.stringify(file)};`);
  }
  return imports.join('\n');
}

/** `family=News+Cycle:400,700|Lato` → News Cycle, Lato */
function familiesOf(address: string): string[] {
  const families = [...address.matchAll(/[?&]family=([^&]+)/g)].flatMap(([, value = '']) => value.split('|'));
  return families.map((family) => decodeURIComponent((family.split(':', 1)[0] ?? '').replaceAll('+', ' ')));
}
