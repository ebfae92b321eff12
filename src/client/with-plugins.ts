import { watchSlides } from './changed-slides.ts';
import { pluginKeys, type PluginKeys } from './plugin-keys.ts';
import { runPluginScripts } from './plugin-scripts.ts';

/** Facts about a page's plugins. */
export interface PagePlugins {
  keys: PluginKeys;
  /** Tells whether plugins have made something else of the content of slides. */
  haveChangedSlides: () => boolean;
}

interface PluginDeck<Reveal> {
  reveal: Reveal;
  pagePlugins: PagePlugins;
}

/** The parts of the script for pages with plugins. */
export interface PluginParts {
  withPlugins: typeof withPlugins;
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
  const haveChangedSlides = watchSlides();
  const { plugins, options, replay } = runPluginScripts(Reveal);
  const { plugin, keys } = pluginKeys();
  const reveal = create({ ...options, plugins: [plugin, ...plugins] });
  replay(reveal);
  return { reveal, pagePlugins: { keys, haveChangedSlides } };
}
