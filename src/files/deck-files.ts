import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import type { AssetProblem, DeckFiles, LoadedAsset } from '../model/deck-files.ts';

const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  vtt: 'text/vtt',
};

/** Longer texts are no source of anything a slide shows. */
const MAX_TEXT = 8 * 1024 * 1024;

export interface DeckFilesOptions {
  /** Nothing outside this folder is read, be it by `..`, by an absolute path or by a symbolic link. */
  projectRoot: string;
  /** Paths in messages are relative to this. @default the process's working folder */
  cwd?: string;
  /** Told the path of every file that is looked for, be it there or not. */
  onLocate?: ((file: string) => void) | undefined;
}

/**
 * The one door through which a deck reads files: those below its project, and no others.
 *
 * @param deckFile - absolute path; addresses in the deck are relative to its folder.
 */
export function createDeckFiles(deckFile: string, options: DeckFilesOptions): DeckFiles {
  const { projectRoot, cwd = process.cwd(), onLocate } = options;
  const place: Place = { folder: path.dirname(deckFile), projectRoot, onLocate };
  const loading = new Map<string, Promise<LoadedAsset | AssetProblem>>();
  return {
    key: deckFile,
    load(src) {
      let promise = loading.get(src);
      if (!promise) {
        promise = loadAsset(src, place);
        loading.set(src, promise);
      }
      return promise;
    },
    async text(src) {
      const file = await locate(src, place);
      if (typeof file !== 'string') return file;
      const bytes = await read(file);
      if ('problem' in bytes) return bytes;
      if (bytes.byteLength > MAX_TEXT) return { problem: 'the file is larger than 8 MB', ruleId: 'file-size' };
      if (!isUtf8(bytes)) return { problem: 'this is no text in UTF-8', ruleId: 'file-type' };
      const value = new TextDecoder().decode(bytes);
      return {
        file: new VFile({ path: path.relative(cwd, file) || file, cwd, value }),
        files: createDeckFiles(file, options),
      };
    },
  };
}

/** Where addresses start, and what they may not leave. */
interface Place extends Pick<DeckFilesOptions, 'projectRoot' | 'onLocate'> {
  folder: string;
}

const REMOTE = /^(?:https?:)?\/\//i;
const remote: AssetProblem = {
  problem: 'a deck loads nothing from the web; save the file in the project',
  ruleId: 'file-remote',
};

/** The real path of what an address names, if a deck may read it. */
async function locate(src: string, { folder, projectRoot, onLocate }: Place): Promise<string | AssetProblem> {
  if (REMOTE.test(src)) return remote;
  const file = path.resolve(folder, decodeAddress(src));
  onLocate?.(file);
  return confine(file, projectRoot, folder);
}

async function loadAsset(src: string, place: Place): Promise<LoadedAsset | AssetProblem> {
  if (src.startsWith('data:')) return { problem: 'save the data as a file in the project', ruleId: 'file-data' };
  const extension = path.extname(decodeAddress(src)).slice(1).toLowerCase();
  const mediaType = MEDIA_TYPES[extension];
  if (REMOTE.test(src)) return remote;
  if (!mediaType) {
    const problem = `expected a file of a known kind (${Object.keys(MEDIA_TYPES).join(', ')})`;
    return { problem, ruleId: 'file-type' };
  }
  const file = await locate(src, place);
  if (typeof file !== 'string') return file;
  const bytes = await read(file);
  if ('problem' in bytes) return bytes;
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const asset = { id, bytes, mediaType, extension };
  return mediaType.startsWith('image/') ? measured(asset) : asset;
}

function decodeAddress(src: string): string {
  const plain = src.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

async function confine(file: string, projectRoot: string, deckFolder: string): Promise<string | AssetProblem> {
  const outside = {
    problem: `the file is outside the project; copy it into ${shown(deckFolder)}`,
    ruleId: 'file-outside',
  };
  const root = await realpath(projectRoot);
  if (!isInside(file, path.resolve(projectRoot)) && !isInside(file, root)) return outside;
  try {
    const real = await realpath(file);
    return isInside(real, root) ? real : outside;
  } catch (error) {
    return unreadable(error, `no such file, looked for ${shown(file)}`);
  }
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative);
}

async function read(file: string): Promise<Uint8Array | AssetProblem> {
  try {
    const bytes = await readFile(file);
    return bytes.byteLength > 0 ? bytes : { problem: 'the file is empty', ruleId: 'file-broken' };
  } catch (error) {
    return unreadable(error, 'no such file');
  }
}

function unreadable(error: unknown, missing: string): AssetProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: missing, ruleId: 'file-missing' };
  const problem = code === 'EISDIR' ? 'this is a folder, expected a file' : `the file cannot be read (${code})`;
  return { problem, ruleId: 'file-unreadable' };
}

/** Size in CSS px, turned as the picture's own orientation says. */
async function measured(asset: LoadedAsset): Promise<LoadedAsset | AssetProblem> {
  const { imageSize } = await import('image-size');
  try {
    const { width, height, orientation } = imageSize(asset.bytes);
    const turned = orientation !== undefined && orientation >= 5;
    return { ...asset, width: Math.round(turned ? height : width), height: Math.round(turned ? width : height) };
  } catch {
    return { problem: `this is no ${asset.extension.toUpperCase()} picture, or it is damaged`, ruleId: 'file-broken' };
  }
}

function shown(file: string): string {
  return path.relative('', file) || '.';
}
