import path from 'node:path';
import { readSmallText } from '../files/plain-file.ts';
import type { DeckPlugins, ProjectPlugins } from '../model/plugins.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import { loadContentPlugins, type PartContext } from './content-plugins.ts';
import { keyOf, readBridge, readDirectives, readFences, refuseTwice } from './deck-parts.ts';
import { expectFields, expectList, wrong } from './expect.ts';
import { projectRoot } from './find-config.ts';
import { fieldsOf, type ModuleScope } from './find-module.ts';
import { loadNamed, type NamedLoader } from './load-named.ts';
import { readDialects, readOutputs, readRules } from './output-parts.ts';
import { PART_KEYS } from './plugin-keys.ts';
import { called, isObject } from './read-config.ts';
import { loadRevealPlugins } from './reveal-plugins.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Something that has parts: a config, or a plugin in it. */
interface Holder {
  fields: Fields;
  at: ConfigPath;
  scope: ModuleScope;
}

/** Loads all that a config adds to Lectern. @throws ConfigFault, ModuleFault */
export async function loadPlugins(config: Fields, scope: ModuleScope, loader: NamedLoader): Promise<ProjectPlugins> {
  if (scope.isData) refuseCode(config);
  const bundles = await loadBundles(config['plugins'], scope, loader);
  const holders = [...bundles, { fields: config, at: [], scope }];
  const files = [...loader.modules.files].map((file) => readSmallText(file));
  const packages = [...loader.modules.packages].map((file) => [
    file,
    fieldsOf(projectRoot(path.dirname(file)))['version'],
  ]);
  const key = keyOf([files, packages, holders.map(({ fields }) => PART_KEYS.map((name) => fields[name]))]);
  const parts: ProjectPlugins[] = [];
  for (const holder of holders) parts.push(await loadParts(holder, loader, key));
  const decks = parts.flatMap(({ deck }) => deck ?? []);
  const all = <Part>(pick: (one: DeckPlugins) => readonly Part[]): Part[] => decks.flatMap((one) => pick(one));
  const deck: DeckPlugins = {
    key: keyOf([key, loader.sources]),
    remark: all(({ remark }) => remark),
    rehype: all(({ rehype }) => rehype),
    fences: all(({ fences }) => fences),
    directives: all(({ directives }) => directives),
    remarkRehype: mergedBridge(decks.map(({ remarkRehype }) => remarkRehype)),
  };
  const outputs = parts.flatMap((part) => part.outputs);
  const rules = parts.flatMap((part) => part.rules);
  const dialects = parts.flatMap((part) => part.dialects);
  refuseTwice(
    'fence language',
    deck.fences.flatMap(({ languages }) => languages),
  );
  refuseTwice(
    'directive',
    deck.directives.map(({ kind, name }) => `${kind} ${name}`),
  );
  refuseTwice(
    'output',
    outputs.map(({ name }) => name),
  );
  refuseTwice(
    'rule',
    rules.map(({ id }) => id),
  );
  refuseTwice(
    'dialect',
    dialects.map(({ name }) => name),
  );
  return {
    deck: decks.length > 0 ? deck : undefined,
    reveal: parts.flatMap(({ reveal }) => reveal),
    outputs,
    rules,
    dialects,
    sources: loader.sources,
  };
}

/** Keys whose values are functions. */
const CODE_KEYS = ['fences', 'directives', 'outputs', 'rules', 'dialects'];

function refuseCode(config: Fields): void {
  const key = CODE_KEYS.find((name) => config[name] !== undefined);
  if (key === undefined) return;
  const advice = 'Write a lectern.config.ts, or name a package that has them in “plugins”.';
  throw new ConfigFault([key], `“${key}” holds functions, which JSON cannot have`, advice);
}

async function loadBundles(value: unknown, scope: ModuleScope, loader: NamedLoader): Promise<Holder[]> {
  const loaded: Holder[] = [];
  for (const [index, entry] of expectList(value, ['plugins']).entries()) {
    loaded.push(await loadBundle(entry, { at: ['plugins', index], scope, loader }));
  }
  return loaded;
}

async function loadBundle(entry: unknown, context: PartContext): Promise<Holder> {
  const { at, scope, loader } = context;
  const [plugin, options]: unknown[] = Array.isArray(entry) ? entry : [entry];
  const bundleOf = async (value: unknown, file: string): Promise<Fields> => {
    const make = typeof value === 'function' ? (value as (options: unknown) => unknown) : (): unknown => value;
    const made = await called(() => make(options), file, loader.modules.files);
    if (!isObject(made)) throw wrong(made, at, 'a plugin, as definePlugin() makes it');
    return expectFields(made, at, ['name', ...PART_KEYS]);
  };
  if (typeof plugin !== 'string') return { fields: await bundleOf(plugin, scope.file), at, scope };
  const { value, file } = await loadNamed(plugin, 'plugin', context);
  const folder = path.dirname(file);
  return {
    fields: await bundleOf(value, file),
    at,
    // A package names files of its own, and packages that it depends on.
    scope: { file, folder, root: projectRoot(folder), isData: false },
  };
}

async function loadParts({ fields, at, scope }: Holder, loader: NamedLoader, key: string): Promise<ProjectPlugins> {
  const place = (name: string): PartContext => ({ at: [...at, name], scope, loader });
  const content = async (kind: 'remark' | 'rehype'): ReturnType<typeof loadContentPlugins> =>
    loadContentPlugins(fields[`${kind}Plugins`], kind, place(`${kind}Plugins`));
  const deck: DeckPlugins = {
    key,
    remark: await content('remark'),
    rehype: await content('rehype'),
    remarkRehype: readBridge(fields['remarkRehype'], [...at, 'remarkRehype']),
    fences: readFences(fields['fences'], [...at, 'fences'], loader.keeps ? key : ''),
    directives: readDirectives(fields['directives'], [...at, 'directives']),
  };
  const { remark, rehype, fences, directives, remarkRehype } = deck;
  const isEmpty = [remark, rehype, fences, directives, Object.keys(remarkRehype)].every((part) => part.length === 0);
  return {
    deck: isEmpty ? undefined : deck,
    reveal: await loadRevealPlugins(fields['revealPlugins'], place('revealPlugins')),
    outputs: readOutputs(fields['outputs'], [...at, 'outputs']),
    rules: readRules(fields['rules'], [...at, 'rules']),
    dialects: readDialects(fields['dialects'], [...at, 'dialects']),
    sources: [],
  };
}

function mergedBridge(bridges: readonly DeckPlugins['remarkRehype'][]): DeckPlugins['remarkRehype'] {
  const merged: DeckPlugins['remarkRehype'] = Object.assign({}, ...bridges);
  const handlers = Object.assign({}, ...bridges.map((bridge) => bridge.handlers));
  const passThrough = bridges.flatMap((bridge) => bridge.passThrough ?? []);
  return {
    ...merged,
    ...(Object.keys(handlers).length > 0 && { handlers }),
    ...(passThrough.length > 0 && { passThrough }),
  };
}
