import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { VFile } from 'vfile';
import type { AssetProblem, DeckFiles, LoadedAsset } from '../model/deck-files.ts';
import { DECK_FILES, extensionOf, mediaTypeOf } from '../model/media-types.ts';
import type { Door } from './door.ts';
import type { FetchRules } from './fetch-picture.ts';
import type { LocatedFiles } from './located-files.ts';
import { endsEarly } from './picture-end.ts';
import { LARGEST_FILE, readPlainFile, unreadable } from './plain-file.ts';
import { svgSize } from './svg-size.ts';
import { svgFault, svgText } from './svg-text.ts';
import { heavySvgFile } from './svg-weight.ts';
import type { WebPictures } from './web-pictures.ts';

/** Longest file of another kind. */
const MAX_BYTES = 128_000_000;
/** Longest text: longer ones are not the source of anything on a slide. */
const MAX_TEXT = 8 * 1024 * 1024;
/** Of all files together: fences may name the same one again and again. */
const MAX_TEXTS = 64 * 1024 * 1024;

export interface DeckFilesOptions {
  /** Decides what may be read. */
  door: Door;
  /** Paths in messages are relative to this. @default the process's working folder */
  cwd?: string;
  /** Gets the path of every file that is looked up, whether it exists or not. */
  located?: LocatedFiles | undefined;
  /** Images of the web that lie in the project. @default there are none */
  web?: WebFolder | undefined;
}

/** The images of the web that lie in a project. */
interface WebFolder {
  projectRoot: string;
  /** How others are fetched; `undefined` fetches nothing. */
  fetch: FetchRules | undefined;
  /** By projects. Decks that are built together share what is fetched. */
  opened: Map<string, Promise<WebPictures>>;
}

/**
 * Reads the files that a deck names.
 *
 * @param deckFile - absolute path; addresses in the deck are relative to its folder.
 */
export function createDeckFiles(
  deckFile: string,
  options: DeckFilesOptions,
  read: ReadFiles = { bytes: new Map(), text: 0 },
): DeckFiles {
  const { door, cwd = process.cwd(), located, web } = options;
  const base: Base = { folder: path.dirname(deckFile), door, located, web };
  const loading = new Map<string, Promise<LoadedAsset | AssetProblem>>();
  return {
    key: deckFile,
    load(src) {
      let promise = loading.get(src);
      if (!promise) {
        promise = loadAsset(src, base, read);
        loading.set(src, promise);
      }
      return promise;
    },
    async bytes(src) {
      const file = locate(src, base);
      return typeof file === 'string' ? readBytes(file, MAX_BYTES) : file;
    },
    async text(src) {
      const file = locate(src, base);
      if (typeof file !== 'string') return file;
      const bytes = await readBytes(file, MAX_TEXT);
      if ('problem' in bytes) return bytes;
      read.text += bytes.byteLength;
      if (read.text > MAX_TEXTS) {
        const problem = `all text that the deck takes from files is larger than ${MAX_TEXTS / 1024 / 1024} MB`;
        return { problem, ruleId: 'file-size' };
      }
      if (!isUtf8(bytes)) return { problem: 'the file is not UTF-8 text', ruleId: 'file-type' };
      const value = new TextDecoder().decode(bytes);
      const files = createDeckFiles(file, options, read);
      return new VFile({ path: path.relative(cwd, file) || file, cwd, value, data: { files } });
    },
  };
}

/** Files that a deck and its included files have read. */
interface ReadFiles {
  /** By real paths; many addresses may lead to one file. */
  bytes: Map<string, Promise<Uint8Array | AssetProblem>>;
  /** Bytes of text. */
  text: number;
}

/** The folder that addresses are relative to, and the limits of access. */
interface Base extends Pick<DeckFilesOptions, 'door' | 'located' | 'web'> {
  folder: string;
}

const REMOTE = /^(?:https?:)?\/\//i;
const remote: AssetProblem = {
  problem: 'a deck loads nothing from the web; save the file in the project',
  ruleId: 'file-remote',
};

/** Returns the real path of an address, if a deck may read it. */
function locate(src: string, { folder, door, located }: Base): string | AssetProblem {
  if (REMOTE.test(src)) return remote;
  const written = decodeAddress(src);
  const file = path.resolve(folder, written);
  located?.add(file);
  return door.find(file, { from: folder, written });
}

async function loadAsset(src: string, base: Base, read: ReadFiles): Promise<LoadedAsset | AssetProblem> {
  if (src.startsWith('data:')) return { problem: 'save the data as a file in the project', ruleId: 'file-data' };
  const extension = extensionOf(decodeAddress(src));
  const mediaType = mediaTypeOf(decodeAddress(src), DECK_FILES);
  if (REMOTE.test(src)) return mediaType?.match(/^(?:video|audio|text)/) ? remote : loadFromWeb(src, base);
  if (!mediaType) {
    const problem = `expected a file of a known kind (${DECK_FILES.join(', ')})`;
    return { problem, ruleId: 'file-type' };
  }
  const file = locate(src, base);
  if (typeof file !== 'string') return file;
  const reading = read.bytes.get(file) ?? readBytes(file);
  read.bytes.set(file, reading);
  const bytes = await reading;
  if ('problem' in bytes) return bytes;
  const asset = { id: idOf(bytes), bytes, mediaType, extension };
  return mediaType.startsWith('image/') ? measured(asset) : asset;
}

async function loadFromWeb(src: string, { web }: Base): Promise<LoadedAsset | AssetProblem> {
  if (!web) return remote;
  const picture = await (await openWeb(web)).load(src);
  if ('problem' in picture) return picture;
  const { bytes, extension } = picture;
  return measured({ id: idOf(bytes), bytes, mediaType: mediaTypeOf(`.${extension}`) ?? '', extension });
}

/** Most decks show nothing of the web. */
function openWeb({ projectRoot, fetch, opened }: WebFolder): Promise<WebPictures> {
  const known =
    opened.get(projectRoot) ?? import('./web-pictures.ts').then(({ webPictures }) => webPictures(projectRoot, fetch));
  opened.set(projectRoot, known);
  return known;
}

function idOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** Decodes an address into a path. */
export function decodeAddress(src: string): string {
  const plain = src.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

async function readBytes(file: string, most = LARGEST_FILE): Promise<Uint8Array | AssetProblem> {
  try {
    const bytes = await readPlainFile(file, { most });
    return bytes.byteLength > 0 ? bytes : { problem: 'the file is empty', ruleId: 'file-broken' };
  } catch (error) {
    return unreadable(error);
  }
}

/** Browsers hold four bytes for each px, whatever the file has; sharp refuses larger ones as well. */
const MOST_PIXELS = 0x3fff ** 2;

/** Kinds of images that browsers show, as image-size calls them. */
const SHOWN = new Set(['png', 'jpg', 'gif', 'webp', 'avif', 'bmp', 'ico', 'cur']);

/** Size in CSS px, turned as the image's own orientation says. */
async function measured(asset: LoadedAsset): Promise<LoadedAsset | AssetProblem> {
  const kind = asset.extension.toUpperCase();
  const invalid: AssetProblem = {
    problem: `the file is not a valid ${kind} image; save the image again`,
    ruleId: 'file-broken',
  };
  if (asset.extension === 'svg') {
    const { text, bytes } = svgText(asset.bytes);
    const heavy = heavySvgFile(text);
    if (heavy !== undefined) return { problem: heavy, ruleId: 'file-size' };
    const size = svgSize(text);
    const problem = size && (await svgFault(text));
    if (problem !== undefined) return { problem, ruleId: 'file-broken' };
    return size ? { ...asset, ...size, bytes, width: rounded(size.width), height: rounded(size.height) } : invalid;
  }
  const { imageSize } = await import('image-size');
  try {
    const { width, height, orientation, type = '' } = imageSize(asset.bytes);
    if (type === 'svg') return { problem: 'this is an SVG image; name it .svg', ruleId: 'file-type' };
    if (!SHOWN.has(type)) {
      const problem = `this is a ${type.toUpperCase()} image, which browsers do not show; save it as PNG or JPEG`;
      return { problem, ruleId: 'file-type' };
    }
    if (width * height > MOST_PIXELS) {
      const millions = (pixels: number): number => Math.round(pixels / 1e6);
      const problem = `the image has ${millions(width * height)} million px, expected at most ${millions(MOST_PIXELS)}; make it smaller`;
      return { problem, ruleId: 'file-size' };
    }
    if (endsEarly(asset.bytes, type)) {
      return { problem: 'the image is incomplete; save or download it again', ruleId: 'file-broken' };
    }
    const turned = orientation !== undefined && orientation >= 5;
    return { ...asset, width: turned ? height : width, height: turned ? width : height };
  } catch {
    return invalid;
  }
}

function rounded(px: number): number {
  return Number(px.toFixed(2));
}
