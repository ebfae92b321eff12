import type { Properties, Root } from 'hast';
import { eachElement } from '../model/walk.ts';
import type { IdRegistry } from './ids.ts';

/** Collects the ids of a tree. */
export function idsIn(tree: Root): Set<string> {
  const found = new Set<string>();
  eachElement(tree, ({ properties: { id } }) => {
    if (typeof id === 'string') found.add(id);
  });
  return found;
}

/**
 * Renames ids that a plugin gave to elements of this slide and of one before, which it does not know of, wherever the slide
 * uses them.
 *
 * @param before - the ids that the slide had before its plugins ran.
 */
export function renameRepeated(tree: Root, before: ReadonlySet<string>, registry: IdRegistry): void {
  const ids = idsIn(tree);
  const names = new Map<string, string>();
  for (const id of ids) {
    if (before.has(id) || !registry.has(id)) continue;
    let count = 2;
    while (registry.has(`${id}-${count}`) || ids.has(`${id}-${count}`)) count += 1;
    names.set(id, `${id}-${count}`);
  }
  if (names.size === 0) return;
  eachElement(tree, ({ properties }) => {
    const { id } = properties;
    if (typeof id === 'string') properties['id'] = names.get(id) ?? id;
    rename(properties, names);
  });
}

function rename(properties: Properties, names: ReadonlyMap<string, string>): void {
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'string' && value.includes('#')) {
      properties[key] = value
        .replace(/url\((["']?)#([^"')]+)\1\)/g, (whole, _, id: string) =>
          names.has(id) ? `url(#${names.get(id)})` : whole,
        )
        .replace(/^#(.+)$/, (whole, id: string) => (names.has(id) ? `#${names.get(id)}` : whole));
    } else if (key === 'htmlFor' || /^aria[A-Z]/.test(key)) {
      const given = Array.isArray(value) ? value : [value];
      if (given.some((one) => names.has(String(one))))
        properties[key] = given.map((one) => names.get(String(one)) ?? String(one));
    }
  }
}
