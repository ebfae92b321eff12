/**
 * Writes lib/styles/THEME.KIND.json: the style sheets of the built-in themes, bundled for the published package; and
 * lib/packages: of the packages of their fonts, the weights that they have.
 */
import { globSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OPTIONAL_SHEETS } from '../src/model/optional-sheets.ts';
import { bundleOptional, bundleMath, bundleStyles } from '../src/styles/bundle-styles.ts';
import { builtInThemes, findTheme } from '../src/styles/find-theme.ts';
import { dependencyFile } from '../src/files/package-files.ts';
import { createDoor } from '../src/files/door.ts';
import type { StyleFile, StyleSheet } from '../src/theme/theme.ts';

const door = createDoor({ projectRoot: '.' });
const folder = new URL('../lib/styles/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const name of builtInThemes()) {
  const theme = findTheme(name, '.');
  if (!theme) throw new Error(`no theme ${name}`);
  for (const kind of ['deck', 'print'] as const) {
    await write(`${name}.${kind}`, await bundleStyles(theme, kind, door));
  }
}
await write('math', await bundleMath(door));
for (const name of OPTIONAL_SHEETS) await write(name, await bundleOptional(name, door));
await packFonts();

async function write(name: string, sheet: StyleSheet): Promise<void> {
  // Sources behind the first are older formats of the same font, which the package does not have.
  for (const face of sheet.fonts) {
    sheet.css = sheet.css.replace(face.rule, () => face.embeddable);
    Object.assign(face, { rule: face.embeddable, files: face.files.slice(0, 1) });
  }
  for (const file of [...sheet.files, ...sheet.fonts.flatMap((face) => face.files)]) nameByPackage(file);
  await writeFile(new URL(`${name}.json`, folder), JSON.stringify(sheet));
}

/** A path inside node_modules holds on this machine only; the package's name holds wherever it is installed. */
function nameByPackage(file: StyleFile): void {
  const mark = '/node_modules/';
  const at = file.path.lastIndexOf(mark);
  if (at === -1) throw new Error(`${file.path} belongs to no package`);
  file.path = file.path.slice(at + mark.length);
}

async function packFonts(): Promise<void> {
  const to = new URL('../lib/packages/', import.meta.url);
  await rm(to, { recursive: true, force: true });
  const sheets = globSync('themes/*/*.css').map((file) => readFileSync(file, 'utf8'));
  const names = new Set(
    sheets.flatMap((css) => [...css.matchAll(/@import '(@fontsource\/[^']+)'/g)].map(([, name = '']) => name)),
  );
  for (const name of names) {
    const from = dependencyFile(name);
    // The older of two formats comes after the other, and nothing reads it.
    const css = (await readFile(from, 'utf8')).replaceAll(/, *url\([^)]*\.woff\) *format\('woff'\)/g, '');
    const files = [...css.matchAll(/url\(\.\/([^)]+\.woff2)\)/g)].map(([, file = '']) => file);
    const folder = path.dirname(name);
    for (const file of [...files, 'LICENSE'])
      await put(path.join(folder, file), path.join(path.dirname(from), file), to);
    await writeFile(new URL(path.join(folder, 'package.json'), to), await manifest(path.dirname(from)));
    await writeFile(new URL(name, to), css);
  }
}

/** Names a package and its licence; nothing imports it by its name. */
async function manifest(folder: string): Promise<string> {
  const text = await readFile(path.join(folder, 'package.json'), 'utf8');
  const { name, version, license, author } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ name, version, license, author });
}

async function put(name: string, from: string, to: URL): Promise<void> {
  const target = new URL(name, to);
  await mkdir(new URL('.', target), { recursive: true });
  await copyFile(from, target);
}
