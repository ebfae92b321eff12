import { existsSync } from 'node:fs';
import path from 'node:path';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';
import type { StyleKind } from './bundle-styles.ts';
import type { OptionalSheet } from '../model/optional-sheets.ts';
import type { Door } from '../files/door.ts';
import { packageRoot } from '../files/package-files.ts';
import { readPlainText } from '../files/plain-file.ts';

/** Style sheets, each bundled when it is first asked for. */
export interface Styles {
  /** Base layer and theme. */
  sheet: (kind: StyleKind) => Promise<StyleSheet>;
  /** One of these sheets, whichever is asked for anyway. */
  any: () => Promise<StyleSheet>;
  math: () => Promise<StyleSheet>;
  /** Styles that only some decks have besides the base layer. */
  optional: (name: OptionalSheet) => Promise<StyleSheet>;
  /** Files that a deck adds. */
  own: (files: readonly string[]) => Promise<StyleSheet>;
  /** Another theme, for the slides that name it. */
  scoped: (theme: ThemeSource) => Promise<StyleSheet>;
  /** Base layer alone, then this theme and the others, each for the slides that name it. */
  several: (kind: StyleKind, others: readonly ThemeSource[]) => Promise<StyleSheet[]>;
  theme: ThemeSource;
  /** Decides what style sheets and themes that the deck names may read. */
  door: Door;
}

/**
 * Loads style sheets. Those of built-in themes come bundled with the published package: starting the bundler takes its
 * time.
 *
 * @param door - decides what style sheets and themes that the deck names may read.
 * @param themeDoor - decides what this theme may read.
 */
export function loadStyles(theme: ThemeSource, door: Door, themeDoor: Door = door): Styles {
  const loading = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, load: () => Promise<T>): Promise<T> => {
    const promise = (loading.get(name) as Promise<T> | undefined) ?? load();
    // Callers that wait for it get its failure; a deck with errors of its own never waits.
    promise.catch(() => {});
    loading.set(name, promise);
    return promise;
  };
  const sheet = (kind: StyleKind): Promise<StyleSheet> =>
    once(kind, async () => (await ready(theme, kind)) ?? (await bundler()).bundleStyles(theme, kind, themeDoor));
  const scoped = (other: ThemeSource): Promise<StyleSheet> =>
    once(`scoped ${other.name} ${other.file}`, async () => (await bundler()).bundleScoped(other, door, other.name));
  return {
    theme,
    door,
    scoped,
    sheet,
    any: () => sheet(loading.has('deck') ? 'deck' : 'print'),
    math: () => once('math', async () => (await read('math')) ?? (await bundler()).bundleMath(door)),
    optional: (name) => once(name, async () => (await read(name)) ?? (await bundler()).bundleOptional(name, door)),
    own: (files) => once(`own ${files.join()}`, async () => (await bundler()).bundleOwn(files, door)),
    several: (kind, others) =>
      once(`${kind} ${others.map(({ file }) => file).join()}`, () =>
        bundleSeveral(theme, others, { kind, scoped, door: themeDoor }),
      ),
  };
}

async function bundleSeveral(
  theme: ThemeSource,
  others: readonly ThemeSource[],
  { kind, scoped, door }: { kind: StyleKind; scoped: Styles['scoped']; door: Door },
): Promise<StyleSheet[]> {
  const { bundleStyles, bundleScoped, resetTokens } = await bundler();
  const [base, main, ...rest] = await Promise.all([
    bundleStyles(undefined, kind, door),
    bundleScoped(theme, door),
    ...others.map(scoped),
  ]);
  // A sheet is cached for other decks: rules that depend on this deck's own theme come before it, not in it.
  const reset = others.map(({ name }, index) => resetTokens(name, rest[index] ?? base, main)).join('');
  return [base, { css: reset, fonts: [], files: [] }, main, ...rest];
}

function bundler(): Promise<typeof import('./bundle-styles.ts')> {
  return import('./bundle-styles.ts');
}

/** Returns the bundled style sheet of a built-in theme. */
function ready({ name, file }: ThemeSource, kind: StyleKind): Promise<StyleSheet | undefined> {
  const builtIn = file === path.join(packageRoot(), 'themes', name, 'theme.css');
  return builtIn ? read(`${name}.${kind}`) : Promise.resolve(undefined);
}

/** Only the published package has sheets ready-made; sources always read the style sheets themselves. */
async function read(name: string): Promise<StyleSheet | undefined> {
  if (import.meta.url.endsWith('.ts')) return undefined;
  const bundled = path.join(packageRoot(), 'lib', 'styles', `${name}.json`);
  return existsSync(bundled) ? (JSON.parse(await readPlainText(bundled)) as StyleSheet) : undefined;
}
