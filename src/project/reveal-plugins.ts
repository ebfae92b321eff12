import path from 'node:path';
import { LecternError } from '../model/errors.ts';
import type { RevealPlugin, RevealPluginSource } from '../model/plugins.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import type { PartContext } from './content-plugins.ts';
import { expectFields, expectList, expectText, expectTexts, ifGiven } from './expect.ts';
import { findModule } from './find-module.ts';
import { addSource } from './load-named.ts';
import { isObject } from './read-config.ts';
import { readRevealPlugin } from './read-reveal-plugin.ts';

const KEYS = ['name', 'script', 'global', 'module', 'style', 'options', 'network'];

/** Reads reveal.js plugins and their files. @throws ConfigFault */
export async function loadRevealPlugins(value: unknown, context: PartContext): Promise<RevealPlugin[]> {
  const loaded: RevealPlugin[] = [];
  for (const [index, entry] of expectList(value, context.at).entries()) {
    loaded.push(await loadRevealPlugin(entry, { ...context, at: [...context.at, index] }));
  }
  return loaded;
}

async function loadRevealPlugin(entry: unknown, context: PartContext): Promise<RevealPlugin> {
  const { at } = context;
  const fields = expectFields(entry, at, KEYS);
  const place = (key: string): ConfigPath => [...at, key];
  const text = (key: string): string | undefined => ifGiven(fields[key], (given) => expectText(given, place(key)));
  const script = expectText(fields['script'], place('script'));
  const [global, module] = [text('global'), text('module')];
  if (global !== undefined && module !== undefined) {
    throw new ConfigFault(place('module'), '“global” is for scripts and “module” for modules', 'Keep one of them.');
  }
  const file = (name: string, at: ConfigPath): string => findFile(name, { ...context, at });
  const source: RevealPluginSource = {
    name: text('name') ?? path.posix.basename(script).replace(/\.m?js$/, ''),
    script: file(script, place('script')),
    global: global ?? module,
    styles: stylesOf(fields['style'], place('style')).map((style) => file(style, place('style'))),
    options: optionsOf(fields['options'], place('options')),
    network: networkOf(fields['network'], place('network'), context),
  };
  return readRevealPlugin(source).catch((error: unknown) => {
    throw error instanceof LecternError ? new ConfigFault(at, error.message, error.advice) : error;
  });
}

function findFile(name: string, { at, scope, loader }: PartContext): string {
  const found = findModule(name, at, scope);
  addSource(name, 'reveal.js plugin', { found, loader });
  if (!found.package) loader.modules.note(found.file);
  return found.file;
}

function stylesOf(value: unknown, at: ConfigPath): readonly string[] {
  return typeof value === 'string' ? [value] : expectTexts(value, at);
}

function optionsOf(value: unknown, at: ConfigPath): RevealPluginSource['options'] {
  return value === undefined ? {} : expectFields(value, at, isObject(value) ? Object.keys(value) : []);
}

function networkOf(value: unknown, at: ConfigPath, { scope }: PartContext): readonly string[] {
  const origins = expectTexts(value, at);
  if (origins.length > 0 && scope.isData) {
    throw new ConfigFault(
      at,
      'a JSON config cannot let a plugin reach the network',
      'Write a lectern.config.ts for that.',
    );
  }
  for (const origin of origins) {
    if (!/^(?:https?|wss?):$/.test(URL.parse(origin)?.protocol ?? '') || URL.parse(origin)?.origin !== origin) {
      throw new ConfigFault(at, `“${origin}” is not an origin`, 'Write it as in https://api.example.org.');
    }
  }
  return origins;
}
