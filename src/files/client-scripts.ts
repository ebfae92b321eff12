import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import path from 'node:path';
import { byteCache, keepNewest } from './byte-cache.ts';
import { packageRoot } from './package-files.ts';
import { readPlainText } from './plain-file.ts';

/** Entries of `client/`. Each becomes a script by itself: a page gets no more than it runs. */
export const CLIENT_SCRIPTS = [
  'deck',
  'served',
  'plugins',
  'players',
  'print',
  'inspect',
  'shapes',
  'diagrams',
  'gallery',
  'film',
] as const;
export type ClientScript = (typeof CLIENT_SCRIPTS)[number];

/** A page has some of them beside another. */
const GLOBALS: Partial<Record<ClientScript, string>> = {
  plugins: 'lecternPlugins',
  players: 'lecternPlayers',
};

/** How an entry becomes a script, in a checkout as for the package. */
export interface ClientBundle {
  input: string;
  platform: 'browser';
  logLevel: 'warn';
  /** Its exports are in a global variable. */
  output: { format: 'iife'; name: string; minify: boolean; comments: { annotation: boolean } };
}

export function clientBundle(name: ClientScript): ClientBundle {
  return {
    input: path.join(packageRoot(), 'src', 'client', `${name}.ts`),
    platform: 'browser',
    logLevel: 'warn',
    output: { format: 'iife', name: GLOBALS[name] ?? 'lectern', minify: true, comments: { annotation: false } },
  };
}

const scripts = new Map<ClientScript, Promise<string>>();

/** Reads a script for pages, as a text that puts what the entry exports into a global variable. */
export function readClientScript(name: ClientScript): Promise<string> {
  const known = scripts.get(name);
  if (known) return known;
  const script = import.meta.url.endsWith('.ts')
    ? bundledScript(name)
    : readPlainText(path.join(packageRoot(), 'lib', 'client', `${name}.js`));
  scripts.set(name, script);
  return script;
}

/** Bundles kept at a time: scripts of a few states of the sources, such as those of two branches. */
const MOST_KEPT = CLIENT_SCRIPTS.length * 4;

/** Bundles a script of a checkout, or reads what was bundled of the same sources. */
async function bundledScript(name: ClientScript): Promise<string> {
  const folder = path.join(packageRoot(), 'node_modules', '.cache', 'lectern', 'client');
  const cache = byteCache(folder);
  const key = [name, await sourcesHash()];
  const kept = await cache.read(key);
  if (kept) return new TextDecoder().decode(kept);
  const { build } = await import('rolldown');
  const { output } = await build({ ...clientBundle(name), write: false });
  const [{ code }] = output;
  await cache.write(key, code);
  await keepNewest(folder, MOST_KEPT);
  return code;
}

/** Changes with everything that a script may be made of, rolldown included. */
async function sourcesHash(): Promise<string> {
  const root = packageRoot();
  const sources = globSync('src/{client,model}/**/*.ts', { cwd: root }).toSorted();
  const files = [...sources, 'src/files/client-scripts.ts', 'node_modules/rolldown/package.json'];
  const hash = createHash('sha256');
  for (const file of files) hash.update(JSON.stringify([file, await readPlainText(path.join(root, file))]));
  return hash.digest('hex');
}
