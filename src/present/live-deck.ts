import { hash as hashOf } from 'node:crypto';
import path from 'node:path';
import type { VFile } from 'vfile';
import { compileDeck, type CompileShop } from '../compile-deck.ts';
import { looksOf } from '../deck-styles.ts';
import { deckSheets, themeNames } from '../export/deck-styles.ts';
import type { DeckLooks } from '../export/export-job.ts';
import { fontCutter } from '../files/font-cutter.ts';
import { linkStyleFiles, type LinkedFile } from '../files/link-style-files.ts';
import { readDeck } from '../files/read-deck.ts';
import { styleSources } from '../files/style-sources.ts';
import { ASSET_ATTRIBUTE, type Deck, type ImageAsset } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { hasErrors } from '../model/messages.ts';
import { paginated } from '../paginated.ts';
import { slideHtml, type ThemeNames } from '../render/slide-html.ts';

/** A slide as pages get it. */
interface LiveSlide {
  id: string;
  /** Of the HTML. */
  hash: string;
  html: string;
}

/** What is wrong, and where. */
export interface Fault {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  reason: string;
}

/** A deck as it stands on the disk now. */
export interface LiveDeck {
  deck: Deck;
  /** The deck's own source. */
  file: VFile;
  looks: DeckLooks;
  slides: LiveSlide[];
  themeOf: ThemeNames;
  css: string;
  styleAddress: string;
  /** Files of the styles, and those that slides show, by their addresses. */
  styleFiles: Map<string, LinkedFile>;
  images: Map<string, ImageAsset>;
}

/** What came of reading a deck. */
export interface LiveResult {
  live: LiveDeck | undefined;
  /** The deck's source and what belongs to it, with their messages. */
  sources: VFile[];
  faults: Fault[];
  /** The environment, or the call, kept the deck from being read. */
  error?: LecternError;
  /** Every file that changes something. */
  watched: Set<string>;
}

const ASSETS = '/assets/';

/** Reads and compiles a deck; what is wrong with it is told, not thrown. */
export async function readLiveDeck(name: string, shop: CompileShop): Promise<LiveResult> {
  const watched = new Set([path.resolve(shop.cwd, name)]);
  const sources: VFile[] = [];
  const result = (live?: LiveDeck, faults = faultsOf(sources)): LiveResult => ({ live, sources, faults, watched });
  try {
    const file = await readDeck(name, shop.cwd);
    sources.push(file);
    const { deck, styles } = await compileDeck(file, { ...shop, onLocate: (located) => watched.add(located) });
    sources.push(...deck.included);
    if (!styles) return result();
    const [looks, faulty] = await looksOf(deck, styles, { ...shop, file });
    sources.push(...faulty);
    const sheets = [
      styles.theme.file,
      ...[...looks.slideThemes.values()].map((theme) => theme.file),
      ...looks.styleFiles,
    ];
    for (const source of await styleSources(sheets)) watched.add(source);
    if (sources.some(hasErrors)) return result();
    const cutFont = fontCutter(path.join(shop.cacheFolder, 'fonts'));
    const pages = await paginated(deck, { looks, printer: shop.printer, cutFont });
    return result(await liveDeck(pages, looks, file));
  } catch (error) {
    if (!(error instanceof LecternError)) throw error;
    return { ...result(undefined, [{ file: name, reason: `${error.message}. ${error.advice}` }]), error };
  }
}

async function liveDeck(deck: Deck, looks: DeckLooks, file: VFile): Promise<LiveDeck> {
  const themeOf = themeNames(looks);
  const { sheets, tokens } = await deckSheets(deck, looks, 'deck');
  const linked = sheets.map((sheet) => linkStyleFiles(sheet, ASSETS));
  const css = [...linked.map((sheet) => sheet.css), tokens].join('');
  const slides = deck.slides.map((slide): LiveSlide => {
    const html = withAddresses(slideHtml(slide, deck, { output: 'deck', notes: true, themeOf }), deck);
    return { id: slide.id, hash: hash(html), html };
  });
  return {
    deck,
    file,
    looks,
    slides,
    themeOf,
    css,
    styleAddress: `/style-${hash(css)}.css`,
    styleFiles: new Map(linked.flatMap(({ files }) => files.map((file) => [file.address, file]))),
    images: new Map([...deck.images.values()].map((image) => [imageAddress(image), image])),
  };
}

/** Slides show files at addresses of the server. */
export function withAddresses(html: string, { images }: Deck): string {
  return html.replace(ASSET_ATTRIBUTE, (whole, attribute: string, id: string) => {
    const image = images.get(id);
    return image ? `${attribute}="${imageAddress(image)}"` : whole;
  });
}

export function imageAddress({ id, extension }: ImageAsset): string {
  return `${ASSETS}${id}.${extension}`;
}

/** Faults that keep a deck from being shown. */
function faultsOf(sources: readonly VFile[]): Fault[] {
  return sources.flatMap((file) =>
    file.messages
      .filter(({ fatal }) => fatal === true)
      .map(({ reason, line, column }) => ({ file: file.path, line, column, reason })),
  );
}

function hash(text: string): string {
  return hashOf('sha1', text).slice(0, 16);
}
