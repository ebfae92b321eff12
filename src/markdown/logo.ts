import type { Logo } from '../model/deck.ts';

/** The form of `logo:`, as a message names it. */
export const LOGO_FORM = 'a path, or a map such as {light: logo.svg, dark: logo-white.svg}';

/**
 * Reads `logo:`: one file for all backgrounds, or files for light and for dark ones. `plate: true` puts one of them on a plate
 * where it is not meant to be, `plate: false` never does.
 */
export function readLogo(value: unknown): Logo | undefined {
  if (typeof value === 'string') return oneForAll(value.trim());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const given = new Map<string, unknown>(Object.entries(value));
  const [light, dark, plate] = [given.get('light'), given.get('dark'), given.get('plate') ?? 'auto'];
  const isKnown = [...given.keys()].every((key) => ['light', 'dark', 'plate'].includes(key));
  if (!isKnown || (typeof plate !== 'boolean' && plate !== 'auto') || ![light, dark].every(isPath) || (!light && !dark))
    return undefined;
  return { light: pathOf(light), dark: pathOf(dark), plate };
}

function oneForAll(path: string): Logo | undefined {
  return path === '' ? undefined : { light: path, dark: path, plate: 'auto' };
}

function isPath(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() !== '');
}

function pathOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}
