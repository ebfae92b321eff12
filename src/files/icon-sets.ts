import { createRequire } from 'node:module';
import path from 'node:path';
import type { IconSet, LoadIcons } from '../model/icon-set.ts';
import { readPlainText } from './plain-file.ts';

/**
 * Finds icons in Iconify's packages: those of the project first, then those that come with Lectern.
 *
 * @param projectRoot - where the project's packages are looked for.
 */
export function iconSets(projectRoot: string): LoadIcons {
  const loading = new Map<string, Promise<IconSet | undefined>>();
  return (set) => {
    const promise = loading.get(set) ?? load(set, projectRoot);
    loading.set(set, promise);
    return promise;
  };
}

async function load(set: string, projectRoot: string): Promise<IconSet | undefined> {
  for (const from of [path.join(projectRoot, 'package.json'), import.meta.url]) {
    const icons = await read<IconSet>(from, `@iconify-json/${set}/icons.json`);
    if (!icons) continue;
    const chars = await read<NonNullable<IconSet['chars']>>(from, `@iconify-json/${set}/chars.json`);
    return chars ? { ...icons, chars } : icons;
  }
  return undefined;
}

async function read<T>(from: string, specifier: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readPlainText(createRequire(from).resolve(specifier))) as T;
  } catch {
    // Not there; another place may have it.
    return undefined;
  }
}
