import { pluginKeys, type PluginKeys } from './plugin-keys.ts';
import { runPluginScripts } from './plugin-scripts.ts';

export interface PluginDeck<Reveal> {
  reveal: Reveal;
  pluginKeys: PluginKeys;
}

/**
 * Makes a deck with the plugins of its page.
 *
 * @param Reveal - the global class of reveal.js.
 * @param create - makes the deck with more options, over which Lectern's own take precedence.
 */
export function withPlugins<Reveal extends object>(
  Reveal: object,
  create: (more: object) => Reveal,
): PluginDeck<Reveal> {
  const { plugins, options, replay } = runPluginScripts(Reveal);
  const { plugin, keys } = pluginKeys();
  const reveal = create({ ...options, plugins: [plugin, ...plugins] });
  replay(reveal);
  return { reveal, pluginKeys: keys };
}
