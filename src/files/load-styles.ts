import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';
import type { StyleKind } from './bundle-styles.ts';
import { packageRoot } from './package-files.ts';

/** The style sheets of a theme, each bundled when it is first asked for. */
export interface Styles {
  sheet: (kind: StyleKind) => Promise<StyleSheet>;
}

/** Style sheets of built-in themes come bundled with the published package: starting the bundler takes its time. */
export function loadStyles(theme: ThemeSource): Styles {
  const loading = new Map<StyleKind, Promise<StyleSheet>>();
  return {
    sheet(kind) {
      let promise = loading.get(kind);
      if (!promise) {
        promise = load(theme, kind);
        // Whoever waits for it hears of a failure; a deck with errors of its own never waits.
        promise.catch(() => {});
        loading.set(kind, promise);
      }
      return promise;
    },
  };
}

async function load(theme: ThemeSource, kind: StyleKind): Promise<StyleSheet> {
  const bundled = bundledFile(theme, kind);
  if (bundled) return JSON.parse(await readFile(bundled, 'utf8')) as StyleSheet;
  const { bundleStyles } = await import('./bundle-styles.ts');
  return bundleStyles(theme, kind);
}

/** Where the bundled sheet lies, in the published package; sources always read the theme itself. */
function bundledFile({ name, file }: ThemeSource, kind: StyleKind): string | undefined {
  const root = packageRoot();
  if (import.meta.url.endsWith('.ts') || file !== path.join(root, 'themes', name, 'theme.css')) return undefined;
  const bundled = path.join(root, 'lib', 'styles', `${name}.${kind}.json`);
  return existsSync(bundled) ? bundled : undefined;
}
