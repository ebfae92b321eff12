import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { AssetProblem, LoadAsset, LoadedAsset } from '../html/media.ts';

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

/** The one door through which a deck reads files: those below its project, and no others. */
export interface DeckFiles {
  load: LoadAsset;
}

/**
 * @param deckFolder - addresses in the deck are relative to this.
 * @param projectRoot - nothing outside this folder is read, be it by `..`, by an absolute path or by a symbolic link.
 */
export function createDeckFiles(deckFolder: string, projectRoot: string): DeckFiles {
  const loading = new Map<string, Promise<LoadedAsset | AssetProblem>>();
  return {
    load(src) {
      let promise = loading.get(src);
      if (!promise) {
        promise = loadAsset(src, deckFolder, projectRoot);
        loading.set(src, promise);
      }
      return promise;
    },
  };
}

async function loadAsset(src: string, deckFolder: string, projectRoot: string): Promise<LoadedAsset | AssetProblem> {
  if (/^(?:https?:)?\/\//i.test(src)) {
    return { problem: 'a deck loads nothing from the web; save the file in the project', ruleId: 'file-remote' };
  }
  if (src.startsWith('data:')) return { problem: 'save the data as a file in the project', ruleId: 'file-data' };
  const name = decodeAddress(src);
  const extension = path.extname(name).slice(1).toLowerCase();
  const mediaType = MEDIA_TYPES[extension];
  if (!mediaType) {
    const problem = `expected a file of a known kind (${Object.keys(MEDIA_TYPES).join(', ')})`;
    return { problem, ruleId: 'file-type' };
  }
  const file = await confine(path.resolve(deckFolder, name), projectRoot, deckFolder);
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
