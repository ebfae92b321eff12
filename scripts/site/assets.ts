/** The files of the site other than pages: styles, fonts, scripts, images and the search. */
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'rolldown';
import type { DocsPage } from '../../src/app/read-docs.ts';
import { answersOf } from '../../src/app/search-docs.ts';
import { dependencyFile } from '../../src/files/package-files.ts';
import { docsPath } from './site.ts';

export interface AssetOptions {
  root: string;
  out: string;
  docs: readonly DocsPage[];
}

const FONTS: [family: string, name: string, styles: string[]][] = [
  ['Inter', 'inter', ['400-normal', '400-italic', '600-normal']],
  ['Source Serif 4', 'source-serif-4', ['400-normal', '600-normal']],
  ['JetBrains Mono', 'jetbrains-mono', ['400-normal', '600-normal']],
];
const RANGES: [subset: string, range: string][] = [
  [
    'latin',
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
  ['latin-ext', 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB'],
];

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="3" y="5" width="26" height="17" rx="3" fill="#a8321c"/><path d="M8 11h10M8 16h15" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><path d="M16 22v6M10 29h12" stroke="#a8321c" stroke-width="2.6" stroke-linecap="round"/></svg>';

/** Writes them all. */
export async function writeAssets({ root, out, docs }: AssetOptions): Promise<void> {
  const assets = path.join(out, 'assets');
  mkdirSync(path.join(assets, 'fonts'), { recursive: true });
  const styles = globSync('*.css', { cwd: STYLES }).toSorted();
  const css = styles.map((file) => readFileSync(path.join(STYLES, file), 'utf8'));
  writeFileSync(path.join(assets, 'site.css'), [fontFaces(assets), ...css].join('\n'));
  writeFileSync(path.join(assets, 'icon.svg'), ICON);
  for (const name of ['tone', 'site', 'search']) {
    await build({
      input: path.join(import.meta.dirname, 'client', `${name}.ts`),
      platform: 'browser',
      logLevel: 'warn',
      output: { file: path.join(assets, `${name}.js`), format: 'iife', minify: true },
    });
  }
  writeFileSync(path.join(assets, 'search-index.js'), searchIndex(docs));
  writeFileSync(path.join(assets, 'LICENSES.txt'), licences(root));
  cpSync(path.join(root, 'docs', 'images'), path.join(out, 'docs', 'images'), { recursive: true });
  for (const { file } of docs) {
    const target = path.join(out, 'docs', file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(root, 'docs', file), target);
  }
  mkdirSync(path.join(out, 'source'), { recursive: true });
  copyFileSync(path.join(root, 'CHANGELOG.md'), path.join(out, 'source', 'CHANGELOG.md.txt'));
}

const STYLES = path.join(import.meta.dirname, 'styles');

/** Copies the files of fonts and writes the rules that load them. */
function fontFaces(assets: string): string {
  return FONTS.flatMap(([family, name, styles]) =>
    styles.flatMap((style) =>
      RANGES.map(([subset, range]) => {
        const file = `${name}-${subset}-${style}.woff2`;
        copyFileSync(dependencyFile(`@fontsource/${name}/files/${file}`), path.join(assets, 'fonts', file));
        const [weight, slope] = style.split('-');
        return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${slope};font-display:swap;src:url(fonts/${file}) format("woff2");unicode-range:${range}}`;
      }),
    ),
  ).join('\n');
}

/** The licences of what visitors get that is not Lectern's own. */
function licences(root: string): string {
  const packages = [...FONTS.map(([, name]) => `@fontsource/${name}`), 'minisearch'];
  return packages
    .map((name) => {
      const folder = path.join(root, 'node_modules', name);
      const [file = ''] = globSync('LICENSE*', { cwd: folder });
      return `${name}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
    })
    .join('\n\n');
}

/** A script, since pages on a disk cannot fetch files. */
function searchIndex(docs: readonly DocsPage[]): string {
  const sections = docs.flatMap((page) =>
    answersOf(page).map((section) => Object.assign(section, { href: section.id.replace(page.id, docsPath(page.id)) })),
  );
  return `window.lecternSections = ${JSON.stringify(sections)};\n`;
}
