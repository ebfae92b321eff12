import path from 'node:path';
import type { RevealPlugin } from '../model/plugins.ts';
import { readPlainText, unreadable } from '../files/plain-file.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import type { PartContext } from './content-plugins.ts';
import { expectFields, expectList, expectText, expectTexts, ifGiven } from './expect.ts';
import { findModule } from './find-module.ts';
import { addSource } from './load-named.ts';
import { isObject } from './read-config.ts';

const KEYS = ['name', 'script', 'global', 'module', 'style', 'options', 'network'];
/** Bytes; it is part of every deck. */
const LARGEST = 5_000_000;

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
  const named = expectText(fields['script'], place('script'));
  const script = await readFile(named, { ...context, at: place('script') });
  const style = text('style');
  const [global, module] = [text('global'), text('module')];
  if (global !== undefined && module !== undefined) {
    throw new ConfigFault(place('module'), '“global” is for scripts and “module” for modules', 'Keep one of them.');
  }
  const isModule = global === undefined && (module !== undefined || isModuleText(named, script));
  if (!isModule && global === undefined) {
    throw new ConfigFault(at, `the script “${named}” needs “global”`, 'Name the global variable that it sets.');
  }
  return {
    name: text('name') ?? path.posix.basename(named).replace(/\.m?js$/, ''),
    script,
    kind: isModule ? 'module' : 'script',
    global: global ?? module ?? 'default',
    ...(style !== undefined && { style: await readFile(style, { ...context, at: place('style') }) }),
    options: optionsOf(fields['options'], place('options')),
    network: networkOf(fields['network'], place('network'), context),
  };
}

async function readFile(name: string, context: PartContext): Promise<string> {
  const { at, scope, loader } = context;
  const found = findModule(name, at, scope);
  addSource(name, 'reveal.js plugin', { found, loader });
  try {
    return await readPlainText(found.file, { most: LARGEST });
  } catch (error) {
    throw new ConfigFault(at, `“${name}”: ${unreadable(error).problem}`);
  }
}

function isModuleText(name: string, text: string): boolean {
  return name.endsWith('.mjs') || /(?:^|[;}\n])\s*export\s*(?:default\b|\{)/.test(text);
}

function optionsOf(value: unknown, at: ConfigPath): RevealPlugin['options'] {
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
