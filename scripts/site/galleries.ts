/** The decks and themes of the gallery: built in all forms, with an image of each slide. */
import { copyFileSync, existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { build } from '../../src/app/build.ts';
import { previewThemes } from '../../src/app/preview-themes.ts';
import type { BrowserPlaces } from '../../src/browser/find-browser.ts';
import { builtInThemes, findTheme } from '../../src/styles/find-theme.ts';
import { readThemeInfo, type ThemeInfo } from '../../src/styles/theme-info.ts';

/** A slide that the gallery shows: its id in the deck, and its image. */
export interface GallerySlide {
  id: string;
  picture: string;
}

/** A deck with everything made of it. Paths are from the root of the site. */
export interface BuiltDeck {
  source: string;
  html: string;
  pdf: string | undefined;
  handout: string | undefined;
  slides: GallerySlide[];
}

export interface GalleryDeck extends BuiltDeck {
  name: string;
  title: string;
  subtitle: string;
  theme: string;
  text: string;
}

export interface GalleryTheme extends BuiltDeck {
  info: ThemeInfo;
  /** The page with its colours and type. */
  preview: string;
  css: string;
}

export interface GalleryOptions {
  root: string;
  /** Folder of the site. */
  out: string;
  places: BrowserPlaces;
  /** Decks that are there already are not built again. */
  keeps: boolean;
  /** Names to leave out others. @default all */
  only: readonly string[] | undefined;
  outputs: readonly string[];
}

export const ALL_OUTPUTS: readonly string[] = ['html', 'pdf', 'handout', 'webp'];
/** Images are shown small, on screens of two pixels each. */
const SCALE = 0.5;

/** Builds the shipped decks. */
export async function buildDecks({ root, out, places, keeps, only, outputs }: GalleryOptions): Promise<GalleryDeck[]> {
  const names = globSync('slides/*.md', { cwd: root })
    .map((file) => path.basename(file, '.md'))
    .filter((name) => only?.includes(name) ?? true)
    .toSorted((a, b) => order(a) - order(b));
  const missing = names.filter((name) => !keeps || !existsSync(path.join(out, 'decks', `${name}.html`)));
  if (missing.length > 0) {
    const report = await build({
      decks: missing.map((name) => `slides/${name}.md`),
      to: [...outputs],
      scale: SCALE,
      outDir: path.join(out, 'decks'),
      cwd: root,
      browser: places,
    });
    if (!report.ok) throw new Error(report.decks.flatMap(({ file }) => file.messages.map(String)).join('\n'));
  }
  return names.map((name) => {
    const file = path.join(root, 'slides', `${name}.md`);
    copyFileSync(file, path.join(out, 'decks', `${name}.md`));
    const text = readFileSync(file, 'utf8');
    const front = parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') as Record<string, unknown>;
    const of = (key: string): string => String(front[key] ?? '');
    const facts = {
      name,
      text,
      title: of('title'),
      subtitle: of('subtitle') || of('description'),
      theme: of('theme') || 'folio',
    };
    return Object.assign(builtDeck(out, `decks/${name}`), facts);
  });
}

/** The starters come first, and what is about Lectern itself last. */
function order(name: string): number {
  const at = ['quarterly-report', 'lecture', 'product-talk', 'python-at-work', 'tour', 'keys'].indexOf(name);
  return at === -1 ? 3.5 : at;
}

/** Builds the specimen in every theme. */
export async function buildThemes({
  root,
  out,
  places,
  keeps,
  only,
  outputs,
}: GalleryOptions): Promise<GalleryTheme[]> {
  const themes: GalleryTheme[] = [];
  for (const name of builtInThemes().filter((theme) => only?.includes(theme) ?? true)) {
    const source = findTheme(name, root);
    if (!source) throw new Error(`there is no theme ${name}`);
    const folder = path.join(out, 'themes', name);
    if (!keeps || !existsSync(path.join(folder, 'specimen.html'))) {
      const decks = ['themes/specimen/specimen.md'];
      await build({ decks, theme: name, to: [...outputs], scale: SCALE, outDir: folder, cwd: root, browser: places });
      await previewThemes({ themes: [{ call: name, source }], to: 'html', outDir: folder, browser: places });
    }
    copyFileSync(path.join(root, 'themes', 'specimen', 'specimen.md'), path.join(folder, 'specimen.md'));
    themes.push({
      ...builtDeck(out, `themes/${name}/specimen`),
      info: await readThemeInfo(source),
      preview: `themes/${name}/themes.html`,
      css: readFileSync(source.file, 'utf8'),
    });
  }
  return themes;
}

/** Finds what a build has written. @param base - its path below the site without an extension. */
function builtDeck(out: string, base: string): BuiltDeck {
  const html = readFileSync(path.join(out, `${base}.html`), 'utf8');
  const made = (file: string): string | undefined => (existsSync(path.join(out, file)) ? file : undefined);
  const ids = [...html.matchAll(/<section id="([^"]+)" class="slide[" ]/g)].map(([, id = '']) => id);
  return {
    source: `${base}.md`,
    html: `${base}.html`,
    pdf: made(`${base}.pdf`),
    handout: made(`${base}.handout.pdf`),
    slides: ids.map((id, index) => ({ id, picture: `${base}.webp/${String(index + 1).padStart(3, '0')}.webp` })),
  };
}
