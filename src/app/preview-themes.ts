import path from 'node:path';
import type { BrowserPlaces } from '../browser/find-browser.ts';
import { startBrowserPool } from '../browser/browser-pool.ts';
import { takePicture } from '../browser/take-picture.ts';
import { themeDoor } from '../pipeline/deck-door.ts';
import { deckCss } from '../export/deck-css.ts';
import { fontCutter, type CutFont } from '../styles/font-cutter.ts';
import { loadStyles } from '../styles/load-styles.ts';
import { readThemeInfo } from '../styles/theme-info.ts';
import { readClientScript } from '../files/client-scripts.ts';
import { packageRoot } from '../files/package-files.ts';
import { readPlainText } from '../files/plain-file.ts';
import { writeFiles } from '../files/write-files.ts';
import type { Deck, Size } from '../model/deck.ts';
import { dataAddresses } from '../render/image-addresses.ts';
import { galleryDocument, type GalleryTheme } from '../render/gallery-document.ts';
import { readSpecimen } from './specimen.ts';
import type { ThemeSource } from '../theme/theme.ts';

export interface PreviewOptions {
  /** Themes with the names that decks know them by. */
  themes: { call: string; source: ThemeSource }[];
  to: 'html' | 'png';
  /** Folder for what is made, absolute. */
  outDir: string;
  browser: BrowserPlaces;
  /** @default 16:9 */
  size?: Size | undefined;
}

/**
 * Shows themes: a page with the cover, every layout, the colours and the type of each, or an image for each theme.
 *
 * @returns the files written, absolute.
 * @throws LecternError, StyleFault
 */
export async function previewThemes({ themes, to, outDir, browser, size }: PreviewOptions): Promise<string[]> {
  const pool = startBrowserPool(browser, { now: to === 'png' });
  const cutFont = fontCutter(path.join(browser.cacheFolder, 'fonts'));
  try {
    const deck = await readSpecimen({ cacheFolder: browser.cacheFolder, pool, size });
    if (to === 'html') {
      const html = await gallery(deck, { themes, cutFont });
      const file = path.join(outDir, 'themes.html');
      await writeFiles([{ path: file, bytes: html }]);
      return [file];
    }
    const files: { path: string; bytes: Uint8Array }[] = [];
    const names = uniquelyNamed(themes.map(({ source }) => source)).map(({ name }) => name);
    for (const [index, theme] of themes.entries()) {
      const html = await gallery(deck, { themes: [theme], cutFont });
      const page = await pool.openPage();
      files.push({
        path: path.join(outDir, 'themes', `${names[index]}.png`),
        bytes: await takePicture(page, html, { width: 1480, selector: 'main' }),
      });
    }
    await writeFiles(files);
    return files.map((file) => file.path);
  } finally {
    await pool.close();
  }
}

async function gallery(
  deck: Deck,
  { themes, cutFont }: { themes: PreviewOptions['themes']; cutFont: CutFont },
): Promise<string> {
  const shown = uniquelyNamed(themes.map(({ source }) => source));
  const first = shown[0];
  if (!first) return '';
  const door = themeDoor(shown, process.cwd());
  const slideThemes = new Map(shown.map((theme) => [theme.name, theme]));
  const deckStyles = { styles: loadStyles(first, door), slideThemes, styleFiles: [] };
  const css = await deckCss(deck, deckStyles, { kind: 'print', cutFont });
  const about = await Promise.all(themes.map(({ call }, index) => aboutTheme(call, shown[index] ?? first)));
  return galleryDocument(deck, {
    css,
    addresses: dataAddresses(deck),
    themes: about,
    pageCss: await readPlainText(path.join(packageRoot(), 'themes', 'base', 'gallery.css')),
    script: await readClientScript('gallery'),
  });
}

async function aboutTheme(call: string, source: ThemeSource): Promise<GalleryTheme> {
  const { title, description, author, fonts, tone } = await readThemeInfo(source);
  return { name: source.name, title, description, author, call, fonts, tone };
}

/** Two themes may be files of the same name. */
function uniquelyNamed(sources: ThemeSource[]): ThemeSource[] {
  return sources.map((source, index) => {
    const before = sources.slice(0, index).filter(({ name }) => name === source.name).length;
    return { ...source, name: `${source.name.replace(/[^\w-]+/g, '-')}${before > 0 ? `-${before + 1}` : ''}` };
  });
}
