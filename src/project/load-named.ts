import type { PluginSource } from '../model/plugins.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import { findModule, type ModuleScope } from './find-module.ts';
import type { ProjectModules } from './load-module.ts';
import { isObject } from './read-config.ts';

/** Loads the packages and files that a config names. */
export interface NamedLoader {
  modules: ProjectModules;
  /** Gets all that is loaded. */
  sources: PluginSource[];
  /** Whether results of a project's code may be kept between builds: its files show when it changes. */
  keeps: boolean;
}

/** Loads what a name in a config stands for: the default export. @throws ConfigFault, ModuleFault */
export async function loadNamed(
  name: string,
  brings: string,
  { at, scope, loader }: { at: ConfigPath; scope: ModuleScope; loader: NamedLoader },
): Promise<{ value: unknown; file: string; source: PluginSource }> {
  const found = findModule(name, at, scope);
  const { file } = found;
  const exported = await loader.modules.load(file);
  const value = defaultOf(exported);
  if (value === undefined) {
    const names = Object.keys(exported);
    const advice = names.length > 0 ? `Import ${names.slice(0, 5).join(' or ')} from it in the config.` : undefined;
    throw new ConfigFault(at, `“${name}” has no default export`, advice);
  }
  return { value, file, source: addSource(name, brings, { found, loader }) };
}

/** Notes what a package or a file brings. */
export function addSource(
  name: string,
  brings: string,
  { found, loader }: { found: ReturnType<typeof findModule>; loader: NamedLoader },
): PluginSource {
  const known = loader.sources.find((source) => source.file === found.file);
  const source = known ?? { name, version: found.package?.version, file: found.file, brings: [] };
  if (!known) loader.sources.push(source);
  if (!source.brings.includes(brings)) source.brings.push(brings);
  return source;
}

/** CommonJS that was made of a module has its default in `default`. */
function defaultOf(exported: Readonly<Record<string, unknown>>): unknown {
  const value = exported['default'];
  return isObject(value) && value['__esModule'] === true && 'default' in value ? value['default'] : value;
}
