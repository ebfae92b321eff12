import type { ContentPlugin } from '../model/plugins.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import { expectFields, expectFlag, expectList, expectText, expectWord, ifGiven, wrong } from './expect.ts';
import type { ModuleScope } from './find-module.ts';
import { usualFacts } from './known-plugins.ts';
import { loadNamed, type NamedLoader } from './load-named.ts';
import { isObject } from './read-config.ts';

/** Where a part of a config is, and how names in it are found. */
export interface PartContext {
  at: ConfigPath;
  scope: ModuleScope;
  loader: NamedLoader;
}

const SETTINGS = ['plugin', 'options', 'scope', 'chunkSafe', 'pure', 'before', 'after'];
const SCOPES = ['deck', 'slide'] as const;

/** Loads the entries of `remarkPlugins` or `rehypePlugins`. @throws ConfigFault, ModuleFault */
export async function loadContentPlugins(
  value: unknown,
  kind: 'remark' | 'rehype',
  context: PartContext,
): Promise<ContentPlugin[]> {
  const loaded: ContentPlugin[] = [];
  for (const [index, entry] of expectList(value, context.at).entries()) {
    loaded.push(await loadContentPlugin(entry, kind, { ...context, at: [...context.at, index] }));
  }
  return loaded;
}

async function loadContentPlugin(
  entry: unknown,
  kind: 'remark' | 'rehype',
  context: PartContext,
): Promise<ContentPlugin> {
  const { at } = context;
  const settings = isObject(entry) ? expectFields(entry, at, SETTINGS) : {};
  const [plugin, ...options]: unknown[] = Array.isArray(entry)
    ? entry
    : isObject(entry)
      ? [settings['plugin'], ...('options' in settings ? [settings['options']] : [])]
      : [entry];
  const [name, use] = await functionOf(plugin, kind, context);
  const usual = usualFacts(name, kind);
  const place = (key: string): ConfigPath => [...at, key];
  const before = ifGiven(settings['before'], (text) => expectText(text, place('before')));
  const after = ifGiven(settings['after'], (text) => expectText(text, place('after')));
  if (before !== undefined && after !== undefined) {
    throw new ConfigFault(place('after'), `“${name}” has both “before” and “after”`, 'Keep one of them.');
  }
  return {
    name,
    use: [use, ...options],
    scope: expectWord(settings['scope'], place('scope'), { of: SCOPES, usual: usual.scope }),
    chunkSafe: expectFlag(settings['chunkSafe'] ?? usual.chunkSafe, place('chunkSafe')),
    pure: expectFlag(settings['pure'] ?? usual.pure, place('pure')),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

type PluginFunction = ContentPlugin['use'][0];

async function functionOf(
  plugin: unknown,
  kind: 'remark' | 'rehype',
  context: PartContext,
): Promise<[name: string, use: PluginFunction]> {
  const { at } = context;
  if (typeof plugin === 'function') {
    return [plugin.name || `${String(at[0])}[${String(at.at(-1))}]`, plugin as PluginFunction];
  }
  if (typeof plugin !== 'string')
    throw wrong(plugin, at, 'a plugin, the name of a package that has one, or [plugin, options]');
  const { value } = await loadNamed(plugin, `${kind} plugin`, context);
  if (typeof value === 'function') return [plugin, value as PluginFunction];
  throw new ConfigFault(at, `“${plugin}” is not a ${kind} plugin: its default export is not a function`);
}
