/** Writes src/html/code-languages.json: each name and alias of a language → the highlight.js file that has its grammar. */
import { readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import hljs, { type LanguageFn } from 'highlight.js';

const folder = path.dirname(createRequire(import.meta.url).resolve('highlight.js/lib/languages/ada'));
const names = (await readdir(folder))
  .filter((file) => file.endsWith('.js') && !file.endsWith('.js.js'))
  .map((file) => path.basename(file, '.js'));
const aliases: Record<string, string> = {};
for (const name of names) aliases[name] = name;
for (const name of names) {
  const { default: grammar }: { default: LanguageFn } = await import(`highlight.js/lib/languages/${name}`);
  for (const alias of grammar(hljs).aliases ?? []) aliases[alias.toLowerCase()] ??= name;
}
const sorted = Object.fromEntries(Object.entries(aliases).toSorted(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(new URL('../src/html/code-languages.json', import.meta.url), `${JSON.stringify(sorted, null, 1)}\n`);
