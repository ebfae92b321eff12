/** Values that the script of a plugin leaves at its element. */
interface PluginParts {
  plugin: unknown;
  options: Readonly<Record<string, unknown>>;
}

/** A plugin as reveal.js takes it. */
export interface PagePlugin {
  id: string;
  init?: (reveal: unknown) => unknown;
}

export interface RunPlugins {
  plugins: PagePlugin[];
  /** Additions of plugins to reveal.js's configuration. */
  options: Readonly<Record<string, unknown>>;
  /** Takes calls to the global `Reveal` that scripts have made before there was a deck. */
  replay: (reveal: object) => void;
}

/** How long the deck waits for a plugin, in ms. */
const LONGEST_START = 5000;

/**
 * Runs the scripts of plugins, which are in the page as text: only here does reveal.js run. What fails is left out, with
 * an error on the console, and the deck starts without it.
 */
export function runPluginScripts(Reveal: object): RunPlugins {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('body > script[data-reveal-plugin]')];
  const replay = scripts.length > 0 ? recordCalls(Reveal) : () => {};
  const options = {};
  const plugins = scripts.flatMap((script): PagePlugin[] => {
    const name = script.dataset['revealPlugin'] ?? '';
    try {
      const parts = run(script);
      Object.assign(options, parts.options);
      return [guarded(name, parts.plugin)];
    } catch (error) {
      complain(name, error);
      return [];
    }
  });
  return { plugins, options, replay };
}

function run(inert: HTMLScriptElement): PluginParts {
  const script: HTMLScriptElement & { lectern?: PluginParts } = document.createElement('script');
  script.textContent = inert.textContent;
  inert.replaceWith(script);
  if (!script.lectern) throw new Error('its script has failed');
  return script.lectern;
}

/**
 * Wraps a plugin of reveal.js so that its start neither throws nor takes forever, since reveal.js would not show the
 * deck then.
 */
function guarded(name: string, made: unknown): PagePlugin {
  const plugin = (typeof made === 'function' ? (made as () => unknown)() : made) as Partial<PagePlugin> | undefined;
  const id = plugin?.id;
  if (!plugin || typeof id !== 'string') throw new Error('its script brings no plugin of reveal.js');
  const { init } = plugin;
  if (typeof init !== 'function') return plugin as PagePlugin;
  const start = async (reveal: unknown): Promise<void> => {
    try {
      let timer = 0;
      const late = new Promise((_, fail) => {
        timer = window.setTimeout(() => fail(new Error('it takes too long to start')), LONGEST_START);
      });
      await Promise.race([init.call(plugin, reveal), late]);
      clearTimeout(timer);
    } catch (error) {
      complain(name, error);
    }
  };
  // Others find the plugin by `getPlugin`, and call its functions.
  return Reflect.set(plugin, 'init', start)
    ? (plugin as PagePlugin)
    : Object.create(plugin, { init: { value: start } });
}

function complain(name: string, cause: unknown): void {
  const reason = cause instanceof Error ? cause.message : String(cause);
  reportError(new Error(`The plugin “${name}” was left out: ${reason}`, { cause }));
}

/** Methods of the global `Reveal` that may be called before there is a deck. */
const EARLY = ['configure', 'on', 'off', 'addEventListener', 'removeEventListener', 'registerPlugin'];

/**
 * Records calls of the global `Reveal`, for plugins that know one deck, and returns what makes them on the real one.
 */
function recordCalls(Reveal: object): RunPlugins['replay'] {
  const calls: [method: string, args: unknown[]][] = [];
  for (const method of EARLY) Reflect.set(Reveal, method, (...args: unknown[]) => void calls.push([method, args]));
  return (reveal) => {
    Object.assign(Reveal, reveal);
    for (const [method, args] of calls) (Reflect.get(reveal, method) as (...args: unknown[]) => void)(...args);
  };
}
