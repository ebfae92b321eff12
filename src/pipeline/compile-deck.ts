import path from 'node:path';
import type { VFile } from 'vfile';
import { deckDoor, projectRootOf, warnOfWideRoot } from './deck-door.ts';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { compile } from '../compile/compile.ts';
import type { CompileMemory } from '../compile/compile-memory.ts';
import { labelStyles, resolveTheme, type StyleChoice } from './resolve-styles.ts';
import type { DiagramRendererOptions } from './render-diagrams.ts';
import type { ExportJob } from '../export/export-job.ts';
import { FORMATS } from '../export/formats.ts';
import { lookAtPicture } from '../export/print-pictures.ts';
import { byteCache } from '../files/byte-cache.ts';
import { createDeckFiles } from '../files/deck-files.ts';
import { iconSets } from '../files/icon-sets.ts';
import type { FetchRules } from '../files/fetch-picture.ts';
import type { Styles } from '../styles/load-styles.ts';
import type { WebPictures } from '../files/web-pictures.ts';
import type { Highlighter } from '../html/highlight.ts';
import type { DeckMeta } from '../model/deck.ts';
import type { Draw } from '../model/drawing.ts';
import type { LecternError } from '../model/errors.ts';

/** What compiling takes. */
export interface CompileContext extends StyleChoice {
  /** What one build can leave to the next. */
  cacheFolder: string;
  highlighter: Highlighter;
  pool: BrowserPool;
  /** Keeps what is likely to be the same the next time. */
  memory?: CompileMemory;
  /** Pictures are not made anew, so nobody has to look at them. @default false */
  picturesAsTheyAre?: boolean;
  /** Told of every file that the deck names, be it there or not. */
  onLocate?: (file: string) => void;
  /** Fetches pictures of the web into the project; `undefined` asks nobody. */
  fetch?: FetchRules | undefined;
  /** Pictures of the web, by the project they lie in. @default those of this deck alone */
  web?: Map<string, Promise<WebPictures>>;
}

export interface Compiled extends Pick<ExportJob, 'deck' | 'pictures' | 'pictureCache'> {
  styles: Styles | undefined;
  /** Why diagrams could not be drawn, where that is the environment's fault. */
  drawingError: LecternError | undefined;
}

/** Compiles a deck; style sheets are bundled and photos looked at meanwhile. */
export async function compileDeck(file: VFile, context: CompileContext): Promise<Compiled> {
  const { cacheFolder, pool, highlighter, to, memory, onLocate } = context;
  const prints = !context.picturesAsTheyAre && to.some((format) => FORMATS[format].prints);
  const pictures = new Map<string, ReturnType<typeof lookAtPicture>>();
  const pictureCache = byteCache(path.join(cacheFolder, 'pictures'));
  const door = deckDoor(file, context);
  warnOfWideRoot(file);
  const web = context.web ?? new Map<string, Promise<WebPictures>>();
  let styles: Styles | undefined;
  let meta: DeckMeta | undefined;
  let drawingError: LecternError | undefined;
  const deck = await compile(file, {
    ...(memory && { memory }),
    untrusted: context.untrusted,
    files: createDeckFiles(path.resolve(file.cwd, file.path), {
      door,
      cwd: file.cwd,
      onLocate,
      web: () => webPicturesOf(projectRootOf(file), web, context.fetch),
    }),
    icons: iconSets(projectRootOf(file)),
    draw: lazyDrawer({
      cacheFolder: path.join(cacheFolder, 'drawings'),
      pool,
      labelStyles: async () => styles && meta && labelStyles(meta, file, styles),
      onError: (error) => {
        drawingError ??= error;
      },
    }),
    highlighter,
    onMeta: (read) => {
      meta = read;
      styles = resolveTheme(read, file, { ...context, door });
    },
    onImage: (image) => {
      if (prints) pictures.set(image.id, lookAtPicture(image, pictureCache));
    },
  });
  return { deck, styles, pictures, pictureCache, drawingError };
}

/** Most decks show nothing of the web. Decks that are built together share what is fetched. */
function webPicturesOf(
  root: string,
  web: Map<string, Promise<WebPictures>>,
  fetch: FetchRules | undefined,
): Promise<WebPictures> {
  const known = web.get(root) ?? import('../files/web-pictures.ts').then(({ webPictures }) => webPictures(root, fetch));
  web.set(root, known);
  return known;
}

/** Most decks draw nothing, and their builds do not pay for what could. */
function lazyDrawer(options: DiagramRendererOptions): Draw {
  let drawer: Promise<Draw> | undefined;
  return async (job) => {
    drawer ??= import('./render-diagrams.ts').then(({ createDiagramRenderer }) => createDiagramRenderer(options));
    return (await drawer)(job);
  };
}
