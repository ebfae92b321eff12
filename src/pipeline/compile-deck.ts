import path from 'node:path';
import type { VFile } from 'vfile';
import { applyBrand } from './apply-brand.ts';
import { deckDoor, projectRootOf, warnOfWideRoot } from './deck-door.ts';
import { readSource } from '../compile/compile.ts';
import { compileSlides, type CompiledSlide } from '../compile/compile-slides.ts';
import { finishDeck } from '../compile/finish-deck.ts';
import { readFront } from '../compile/read-front.ts';
import type { PrepareContext, Purpose } from './prepare-context.ts';
import { resolveTheme } from './resolve-styles.ts';
import type { DiagramRendererOptions } from './render-diagrams.ts';
import type { DeckPictures, ExportJob } from '../export/export-job.ts';
import { lookAtPicture } from '../export/print-pictures.ts';
import { byteCache, type ByteCache } from '../files/byte-cache.ts';
import { createDeckFiles } from '../files/deck-files.ts';
import { iconSets } from '../files/icon-sets.ts';
import type { Styles } from '../styles/load-styles.ts';
import type { Door } from '../files/door.ts';
import type { DeckFiles } from '../model/deck-files.ts';
import type { Deck, ImageAsset } from '../model/deck.ts';
import type { Draw } from '../model/drawing.ts';
import { hasPolls } from '../model/poll.ts';
import type { LecternError } from '../model/errors.ts';

export interface Compiled extends Pick<ExportJob, 'deck' | 'pictures'> {
  styles: Styles;
  /** The brand file of the deck, with its messages. */
  brandFile: VFile | undefined;
  /** Why diagrams could not be drawn, where that is the environment's problem. */
  drawingError: LecternError | undefined;
}

/** Compiles a deck; style sheets are bundled and photos looked at meanwhile. */
export async function compileDeck(file: VFile, context: PrepareContext): Promise<Compiled> {
  const { options, resources, purpose, live } = context;
  const { pool, cacheFolder, highlighter } = resources;
  const door = deckDoor(file, options);
  warnOfWideRoot(file);
  const { theme, untrusted, plugins, brand, size, dialect } = options;
  const files = filesFor(file, door, context);
  const front = await readFront(file, { files, untrusted, dialect, dialects: plugins?.dialects });
  if (size) front.meta.size = size;
  const brandFile = await applyBrand(front, { brand, door, located: live?.located });
  const { styleKinds } = purpose;
  const styles = resolveTheme(front.meta, file, { theme, untrusted, door, styleKinds, kept: resources.styles });
  const diagrams = diagramsOf({
    cacheFolder: path.join(cacheFolder, 'drawings'),
    pool,
    labels: { meta: front.meta, file, styles },
  });
  const memory = live?.memory;
  const tools = {
    draw: diagrams.draw,
    icons: iconSets(projectRootOf(file)),
    highlighter,
    memory,
    plugins: plugins?.deck,
    fenceCache: byteCache(path.join(cacheFolder, 'fences')),
  };
  const source = await readSource(front, tools);
  const pictures = lookAtPictures(purpose, byteCache(path.join(cacheFolder, 'pictures')));
  const slides: CompiledSlide[] = [];
  for await (const slide of compileSlides(source, memory)) {
    slides.push(slide);
    pictures.look(slide.images);
  }
  const finished = await finishDeck(source, slides);
  // While a talk is given, its answers come from the server.
  const deck = live ? finished : await withAnswers(finished, file, door);
  pictures.look(deck.images.values());
  const { known, cache } = pictures;
  return { deck, styles, brandFile, pictures: { known, cache }, drawingError: diagrams.error };
}

/** Few decks have polls, and no others load what fills them. */
async function withAnswers(deck: Deck, file: VFile, door: Door): Promise<Deck> {
  if (!hasPolls([file, ...deck.included])) return deck;
  return (await import('./poll-answers.ts')).withAnswers(deck, file, door);
}

/** Opens the files that a deck can name. */
function filesFor(file: VFile, door: Door, { options, resources, live }: PrepareContext): DeckFiles {
  return createDeckFiles(path.resolve(file.cwd, file.path), {
    door,
    cwd: file.cwd,
    located: live?.located,
    web: { projectRoot: projectRootOf(file), fetch: options.fetch, opened: resources.web },
  });
}

interface LookedPictures extends DeckPictures {
  look: (images: Iterable<ImageAsset>) => void;
}

/** Begins to look at images as they are found, each once. */
function lookAtPictures({ printsPictures = false }: Purpose, cache: ByteCache): LookedPictures {
  const known = new Map<string, ReturnType<typeof lookAtPicture>>();
  const look = (images: Iterable<ImageAsset>): void => {
    for (const image of printsPictures ? images : [])
      if (!known.has(image.id)) known.set(image.id, lookAtPicture(image, cache));
  };
  return { known, cache, look };
}

interface Diagrams {
  draw: Draw;
  /** Why some could not be drawn, where that is the environment's problem. */
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
