import path from 'node:path';
import { globSync } from 'node:fs';
import { fieldsOf, type InstalledPackage } from './find-module.ts';
import { projectRoot } from './find-config.ts';

/** Packages that bring plugins, by their names. */
const NAMES = ['lectern-plugin-*', '@*/lectern-plugin-*'];

/** Lists the plugin packages that are installed in a project, in the order of their names. */
export function installedPlugins(cwd: string): InstalledPackage[] {
  const root = projectRoot(cwd);
  const found = new Map<string, InstalledPackage>();
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const packages = path.join(folder, 'node_modules');
    for (const below of globSync(NAMES, { cwd: packages })) {
      const name = below.replaceAll(path.sep, '/');
      const place = path.join(packages, below);
      if (!found.has(name)) found.set(name, { name, version: fieldsOf(place)['version'], folder: place });
    }
    if (folder === root) return [...found.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }
}
