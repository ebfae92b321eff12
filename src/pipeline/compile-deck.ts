import path from 'node:path';
import type { VFile } from 'vfile';
import { deckDoor, projectRootOf, warnOfWideRoot } from './deck-door.ts';
import type { BrowserPool } from '../browser/browser-pool.ts';
import { readSource } from '../compile/compile.ts';
import { compileSlides, type CompiledSlide } from '../compile/compile-slides.ts';
import { finishDeck } from '../compile/finish-deck.ts';
import { readFront } from '../compile/read-front.ts';
import type { CompileMemory } from '../compile/compile-memory.ts';
import { resolveTheme, type StyleChoice } from './resolve-styles.ts';
import type { DiagramRendererOptions } from './render-diagrams.ts';
import type { ExportJob } from '../export/export-job.ts';
import { lookAtPicture } from '../export/print-pictures.ts';
import { byteCache } from '../files/byte-cache.ts';
import { createDeckFiles } from '../files/deck-files.ts';
import type { LocatedFiles } from '../files/located-files.ts';
import { iconSets } from '../files/icon-sets.ts';
import type { FetchRules } from '../files/fetch-picture.ts';
import type { Styles } from '../styles/load-styles.ts';
import type { WebPictures } from '../files/web-pictures.ts';
import type { Highlighter } from '../html/highlight.ts';
import type { ImageAsset } from '../model/deck.ts';
import type { Draw } from '../model/drawing.ts';
import type { LecternError } from '../model/errors.ts';
import type { ProjectPlugins } from '../model/plugins.ts';

/** What compiling takes. */
export interface CompileContext extends StyleChoice {
  /** What one build can leave to the next. */
  cacheFolder: string;
  highlighter: Highlighter;
  pool: BrowserPool;
  /** Keeps what is likely to be the same the next time. */
  memory?: CompileMemory;
  /** Look at pictures while the deck is compiled, since they are resized for print. @default false */
  printsPictures?: boolean;
  /** Gets every file that the deck names, be it there or not. */
  located?: LocatedFiles;
  /** Fetches pictures of the web into the project; `undefined` asks nobody. */
  fetch?: FetchRules | undefined;
  /** What the project adds. @default nothing */
  plugins?: ProjectPlugins | undefined;
  /** Pictures of the web, by the project they lie in. @default those of this deck alone */
  web?: Map<string, Promise<WebPictures>>;
}

export interface Compiled extends Pick<ExportJob, 'deck' | 'pictures' | 'pictureCache'> {
  styles: Styles;
  /** Why diagrams could not be drawn, where that is the environment's fault. */
  drawingError: LecternError | undefined;
}

/** Compiles a deck; style sheets are bundled and photos looked at meanwhile. */
export async function compileDeck(file: VFile, context: CompileContext): Promise<Compiled> {
  const { cacheFolder, pool, highlighter, memory, printsPictures = false, plugins } = context;
  const pictureCache = byteCache(path.join(cacheFolder, 'pictures'));
  const door = deckDoor(file, context);
  warnOfWideRoot(file);
  const files = createDeckFiles(path.resolve(file.cwd, file.path), {
    door,
    cwd: file.cwd,
    located: context.located,
    web: { projectRoot: projectRootOf(file), fetch: context.fetch, opened: context.web ?? new Map() },
  });
  const front = await readFront(file, { files, untrusted: context.untrusted });
  const styles = resolveTheme(front.meta, file, { ...context, door });
  const diagrams = diagramsOf({
    cacheFolder: path.join(cacheFolder, 'drawings'),
    pool,
    labels: { meta: front.meta, file, styles },
  });
  const tools = {
    draw: diagrams.draw,
    icons: iconSets(projectRootOf(file)),
    highlighter,
    memory,
    plugins: plugins?.deck,
  };
  const source = await readSource(front, tools);
  const slides: CompiledSlide[] = [];
  const pictures = new Map<string, ReturnType<typeof lookAtPicture>>();
  const look = (images: Iterable<ImageAsset>): void => {
    for (const image of printsPictures ? images : [])
      if (!pictures.has(image.id)) pictures.set(image.id, lookAtPicture(image, pictureCache));
  };
  for await (const slide of compileSlides(source, memory)) {
    slides.push(slide);
    look(slide.images);
  }
  const deck = await finishDeck(source, slides);
  look(deck.images.values());
  return { deck, styles, pictures, pictureCache, drawingError: diagrams.error };
}

interface Diagrams {
  draw: Draw;
  /** Why some could not be drawn, where that is the environment's fault. */
  error: LecternError | undefined;
}

/** Most decks draw nothing, and their builds do not load what could. */
function diagramsOf(options: DiagramRendererOptions): Diagrams {
  let renderer: Promise<Draw> | undefined;
  const diagrams: Diagrams = {
    error: undefined,
    async draw(job) {
      renderer ??= import('./render-diagrams.ts').then(({ createDiagramRenderer }) => createDiagramRenderer(options));
      const drawn = await (await renderer)(job);
      if ('problem' in drawn) diagrams.error ??= drawn.error;
      return drawn;
    },
  };
  return diagrams;
}
