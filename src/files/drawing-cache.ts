import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Drawn } from '../model/drawing.ts';

/** Keeps drawings between builds, by everything they are made from. */
export interface DrawingCache {
  /** The drawing made before, else the one that `make` makes; only drawings are kept, never problems. */
  get: <T extends object>(key: readonly string[], make: () => Promise<Drawn | T>) => Promise<Drawn | T>;
}

/** @param folder - made where it is missing. Where it cannot be, nothing is kept. */
export function drawingCache(folder: string): DrawingCache {
  return {
    async get(key, make) {
      const name = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 40);
      const file = path.join(folder, name.slice(0, 2), `${name.slice(2)}.json`);
      const kept = await readDrawing(file);
      if (kept) return kept;
      const made = await make();
      if ('markup' in made) await writeDrawing(file, made).catch(() => {});
      return made;
    },
  };
}

async function readDrawing(file: string): Promise<Drawn | undefined> {
  try {
    const { markup, description }: Partial<Drawn> = JSON.parse(await readFile(file, 'utf8'));
    return typeof markup === 'string' && typeof description === 'string' ? { markup, description } : undefined;
  } catch {
    return undefined;
  }
}

async function writeDrawing(file: string, { markup, description }: Drawn): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(beside, JSON.stringify({ markup, description }));
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
