import { createHash } from 'node:crypto';
import type { DeckPlugins, FenceRenderer, PluginDirective } from '../model/plugins.ts';
import { ConfigFault, type ConfigPath } from './config-fault.ts';
import { expectFields, expectFunction, expectList, expectText, expectTexts, expectWord, ifGiven } from './expect.ts';

const FENCE_KEYS = ['languages', 'render', 'version', 'name'];
const DIRECTIVE_KEYS = ['name', 'kind', 'transform'];
const KINDS = ['container', 'leaf', 'text'] as const;

/** Reads renderers of fences. @param key - changes with the config; empty where results are not kept. @throws ConfigFault */
export function readFences(value: unknown, at: ConfigPath, key: string): FenceRenderer[] {
  return expectList(value, at).map((entry, index) => {
    const place = [...at, index];
    const fence = expectFields(entry, place, FENCE_KEYS);
    const languages = expectTexts(fence['languages'], [...place, 'languages']);
    if (languages.length === 0) throw new ConfigFault(place, 'a fence has no languages', 'Write: languages: ["abc"]');
    const name = ifGiven(fence['name'], (given) => expectText(given, [...place, 'name']));
    const version = ifGiven(fence['version'], (given) => expectText(given, [...place, 'version']));
    const render = expectFunction(fence['render'], [...place, 'render']) as FenceRenderer['render'];
    return {
      name: name ?? languages.join(', '),
      languages,
      // Another renderer may have the same version.
      version: version === undefined ? key : keyOf([version, name, languages, render]),
      render,
    };
  });
}

/** Reads directives. @throws ConfigFault */
export function readDirectives(value: unknown, at: ConfigPath): PluginDirective[] {
  return expectList(value, at).map((entry, index) => {
    const place = [...at, index];
    const directive = expectFields(entry, place, DIRECTIVE_KEYS);
    const name = expectText(directive['name'], [...place, 'name']);
    if (!/^[a-z][\w-]*$/i.test(name)) {
      throw new ConfigFault(
        [...place, 'name'],
        `a directive cannot have the name “${name}”`,
        'Use letters, digits and “-”.',
      );
    }
    return {
      name,
      kind: expectWord(directive['kind'], [...place, 'kind'], { of: KINDS, usual: 'container' }),
      transform: expectFunction(directive['transform'], [...place, 'transform']) as PluginDirective['transform'],
    };
  });
}

/** Reads options of remark-rehype. @throws ConfigFault */
export function readBridge(value: unknown, at: ConfigPath): DeckPlugins['remarkRehype'] {
  if (value === undefined) return {};
  const fields = expectFields(value, at, ['handlers', 'passThrough', 'unknownHandler']);
  const handlers = ifGiven(fields['handlers'], (given) => {
    const known = expectFields(given, [...at, 'handlers'], Object.keys(Object(given)));
    for (const [name, handler] of Object.entries(known)) expectFunction(handler, [...at, 'handlers', name]);
    return known as NonNullable<DeckPlugins['remarkRehype']['handlers']>;
  });
  type PassThrough = NonNullable<DeckPlugins['remarkRehype']['passThrough']>;
  const passThrough = ifGiven(
    fields['passThrough'],
    (names) => expectTexts(names, [...at, 'passThrough']) as PassThrough,
  );
  type Handler = NonNullable<DeckPlugins['remarkRehype']['unknownHandler']>;
  const unknownHandler = ifGiven(
    fields['unknownHandler'],
    (handler) => expectFunction(handler, [...at, 'unknownHandler']) as Handler,
  );
  return {
    ...(handlers && { handlers }),
    ...(passThrough && { passThrough }),
    ...(unknownHandler && { unknownHandler }),
  };
}

/** Refuses two parts of one name. @throws ConfigFault */
export function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new ConfigFault([], `two plugins have the ${what} “${twice}”`, 'Leave one of them out.');
}

/** Returns a key that changes with plugins, their options and the code of the project. */
export function keyOf(value: unknown): string {
  const readable = (_: string, inner: unknown): unknown => {
    if (typeof inner === 'function' || inner instanceof RegExp) return String(inner);
    if (typeof inner === 'bigint') return `${inner}n`;
    return inner instanceof Map || inner instanceof Set ? [...inner] : inner;
  };
  let text: string;
  try {
    text = JSON.stringify(value, readable);
  } catch {
    // What cannot be written may change from one run to the next.
    text = `${process.pid} ${performance.timeOrigin} ${performance.now()}`;
  }
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
