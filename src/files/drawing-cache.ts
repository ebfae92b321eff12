import type { Drawn } from '../model/drawing.ts';
import { byteCache } from './byte-cache.ts';

/** Keeps drawings between builds, by everything they are made from. */
export interface DrawingCache {
  /** The drawing made before, else the one that `make` makes; only drawings are kept, never problems. */
  get: <T extends object>(key: readonly string[], make: () => Promise<Drawn | T>) => Promise<Drawn | T>;
}

/** @param folder - made where it is missing. Where it cannot be, nothing is kept. */
export function drawingCache(folder: string): DrawingCache {
  const cache = byteCache(folder);
  return {
    async get(key, make) {
      const kept = readDrawing(await cache.read(key));
      if (kept) return kept;
      const made = await make();
      if ('markup' in made) {
        const { markup, description } = made;
        await cache.write(key, JSON.stringify({ markup, description }));
      }
      return made;
    },
  };
}

function readDrawing(bytes: Uint8Array | undefined): Drawn | undefined {
  try {
    const { markup, description }: Partial<Drawn> = JSON.parse(Buffer.from(bytes ?? '').toString());
    return typeof markup === 'string' && typeof description === 'string' ? { markup, description } : undefined;
  } catch {
    return undefined;
  }
}
