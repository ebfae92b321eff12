import type { Pluggable } from 'unified';
import type { VFile } from 'vfile';
import { didYouMean } from '../model/did-you-mean.ts';
import { fail } from '../model/messages.ts';
import type { ContentPlugin } from '../model/plugins.ts';
import type { Steps } from './to-content.ts';

/** A built-in step or a plugin in its place. */
export type Item = { name: string; step: Pluggable; plugin?: never } | { plugin: ContentPlugin; name?: never };

/** Behind the last step. */
const END = '';

export interface SlotOptions {
  /** The step before which a plugin runs that names no place. */
  usual: (plugin: ContentPlugin) => string;
  /** The first step that finds slides: what is for slides runs there or behind it. */
  firstForSlides?: string;
  /** Takes messages about places that do not exist. */
  file: VFile;
}

/** Puts plugins before or behind the built-in steps that they name. Those in the same place run in their own order. */
export function placePlugins(steps: Steps, plugins: readonly ContentPlugin[], options: SlotOptions): Item[] {
  const names = Object.keys(steps);
  const slots = new Map<string, Item[]>();
  for (const plugin of plugins) {
    const slot = slotOf(plugin, names, options) ?? options.usual(plugin);
    slots.set(slot, [...(slots.get(slot) ?? []), { plugin }]);
  }
  const placed = Object.entries(steps).flatMap(([name, step]): Item[] =>
    (slots.get(name) ?? []).concat({ name, step }),
  );
  return placed.concat(slots.get(END) ?? []);
}

function slotOf(
  { name, scope, before, after }: ContentPlugin,
  names: readonly string[],
  { firstForSlides, file }: SlotOptions,
): string | undefined {
  const named = before ?? after;
  if (named === undefined) return undefined;
  const index = names.indexOf(named);
  const refuse = (reason: string): undefined => {
    fail(file, `Cannot place the plugin “${name}”: ${reason}`, { place: undefined, ruleId: 'plugin' });
  };
  if (index === -1) {
    return refuse(`no built-in plugin has the name “${named}”${didYouMean(named, names)}`);
  }
  const slot = before === undefined ? (names[index + 1] ?? END) : named;
  const isEarly = slot !== END && names.indexOf(slot) < names.indexOf(firstForSlides ?? slot);
  return scope === 'slide' && isEarly ? refuse(`slides begin with “${firstForSlides}”, expected a place after`) : slot;
}
