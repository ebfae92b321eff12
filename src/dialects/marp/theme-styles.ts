import type { DialectSource } from '../../model/dialect.ts';
import { moveStyles } from './styles.ts';
import { OWN_THEMES } from './themes.ts';

/** Returns the style sheet of a theme of the deck's own; `undefined` where it is not in a usual place. */
export async function themeStyles(source: DialectSource, name: string): Promise<string | undefined> {
  if (source.included || !/^[\w-]+$/.test(name) || OWN_THEMES.has(name)) return undefined;
  const found = (await usualTheme(source, name)) ?? (await namedTheme(source, name));
  if (!found) return undefined;
  const entry = source.front.entries.get('theme') ?? { start: 0, end: 0 };
  const { css, lost } = moveStyles(withFolder(found.css, found.address.slice(0, found.address.lastIndexOf('/') + 1)));
  source.report('changed', entry, { what: `theme: ${name}`, advice: `the rules of ${found.address}, in “style”` });
  for (const what of lost)
    source.report('lost', entry, { what, advice: 'save what it loads in the project, and name it in “style”' });
  return css;
}

interface ThemeFile {
  address: string;
  css: string;
}

const PARENTS = ['', '../', '../../', '../../../'];
const FOLDERS = ['', 'themes/', 'theme/', 'css/', 'styles/'];

/** Looks where most authors put their themes. */
async function usualTheme(source: DialectSource, name: string): Promise<ThemeFile | undefined> {
  for (const parent of PARENTS) {
    for (const folder of FOLDERS) {
      const address = `${parent}${folder}${name}.css`;
      const css = await textAt(source, address);
      if (css !== undefined) return { address, css };
    }
  }
  return undefined;
}

/** Files that name the themes of a project for Marp and its editor. */
const SETTINGS = [
  '.marprc.yml',
  '.marprc.yaml',
  '.marprc.json',
  '.marprc',
  'marp.config.js',
  'marp.config.mjs',
  'package.json',
  '.vscode/settings.json',
];

/** Looks among the themes that the project names. Their own name is in a comment. */
async function namedTheme(source: DialectSource, name: string): Promise<ThemeFile | undefined> {
  for (const parent of PARENTS) {
    for (const file of SETTINGS) {
      for (const written of themeSet((await textAt(source, parent + file)) ?? '')) {
        const place = parent + written.replace(/^\.\//, '');
        for (const address of place.endsWith('.css') ? [place] : [`${place.replace(/\/$/, '')}/${name}.css`]) {
          const css = await textAt(source, address);
          const own = /@theme[ \t]{1,9}([\w-]{1,80})/.exec(css ?? '')?.[1];
          if (css !== undefined && (own === name || !place.endsWith('.css'))) return { address, css };
        }
      }
    }
  }
  return undefined;
}

/** Returns the addresses of a list of themes, in YAML, JSON or a script. */
function themeSet(settings: string): string[] {
  const key = /\b(?:themeSet|markdown\.marp\.themes)["']?[ \t]{0,9}:[ \t]{0,9}/.exec(settings);
  if (!key) return [];
  const rest = settings.slice(key.index + key[0].length);
  const [line = '', ...lines] = rest.split('\n');
  const end = lines.findIndex((one) => !/^[ \t]{0,9}- /.test(one));
  const items = lines.slice(0, end === -1 ? undefined : end).join('\n');
  const list = rest.startsWith('[') ? rest.slice(0, rest.indexOf(']') + 1) : line.trim() === '' ? items : line;
  return list.split(/[\s,"'[\]]/).filter((one) => /[a-z]/i.test(one));
}

async function textAt({ files }: DialectSource, address: string): Promise<string | undefined> {
  const file = await files.text(address);
  return 'problem' in file ? undefined : String(file);
}

/** Addresses are relative to the theme, and will be relative to the deck. */
function withFolder(css: string, folder: string): string {
  return css.replace(/url\(\s*(["']?)(?![\w+.-]{1,20}:|\/|#)/g, (start) => `${start}${folder}`);
}
