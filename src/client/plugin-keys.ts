import type { PagePlugin } from './plugin-scripts.ts';

/** The deck as reveal.js hands it to plugins. */
interface RevealKeys {
  keyboard: { getBindings: () => Record<string, { key?: unknown; description?: unknown }> };
  getConfig: () => { keyboardCondition?: unknown; keyboard?: unknown };
}

/** A key that a plugin has bound. */
export interface PluginKey {
  /** As it is on the keyboard; empty where that is not known. */
  key: string;
  does: string;
}

/** Keys of plugins. */
export interface PluginKeys {
  /** Tells whether a key is a plugin's. */
  has: (event: KeyboardEvent) => boolean;
  list: () => PluginKey[];
}

/** Keys that go through the slides, on keyboards and on remote controls, and the one that leaves everything. */
const GOING = /^(?:Arrow\w+|Page\w+|Home|End|Escape| |Enter)$/;

/**
 * Finds out which keys plugins have: those that they bind in reveal.js, and all keys while one of them keeps reveal.js
 * from reading keys, as an open menu does. With Shift, a key is never a plugin's: reveal.js passes it over.
 *
 * @returns the keys, and a plugin that gets to know the deck before others.
 */
export function pluginKeys(): { keys: PluginKeys; plugin: PagePlugin } {
  let deck: RevealKeys | undefined;
  const plugin: PagePlugin = {
    id: 'lectern',
    init(reveal) {
      deck = reveal as RevealKeys;
    },
  };
  const has = (event: KeyboardEvent): boolean => {
    if (!deck) return false;
    const { keyboardCondition, keyboard } = deck.getConfig();
    if (typeof keyboardCondition === 'function' && keyboardCondition(event) === false) return true;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || GOING.test(event.key)) return false;
    const bound = { ...deck.keyboard.getBindings(), ...(typeof keyboard === 'object' && keyboard) };
    return String(event.keyCode) in bound;
  };
  const list = (): PluginKey[] =>
    Object.entries(deck?.keyboard.getBindings() ?? {}).map(([code, { key, description }]) => ({
      key: /^(?:4[89]|5[0-7]|6[5-9]|[78]\d|90)$/.test(code) ? String.fromCharCode(Number(code)) : String(key ?? ''),
      does: String(description ?? ''),
    }));
  return { plugin, keys: { has, list } };
}
