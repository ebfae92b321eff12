/** Writes lib/styles/THEME.KIND.json: the style sheets of the built-in themes, bundled for the published package. */
import { mkdir, writeFile } from 'node:fs/promises';
import { bundleComponents, bundleMath, bundleStyles } from '../src/styles/bundle-styles.ts';
import { builtInThemes, findTheme } from '../src/styles/find-theme.ts';
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
await write('components', await bundleComponents(door));

async function write(name: string, sheet: StyleSheet): Promise<void> {
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
