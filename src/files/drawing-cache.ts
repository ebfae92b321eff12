import type { Drawn } from '../model/drawing.ts';
import { byteCache } from './byte-cache.ts';

/** Keeps drawings between builds, by everything they are made from. */
export interface DrawingCache {
  read: (key: readonly string[]) => Promise<Drawn | undefined>;
  write: (key: readonly string[], drawn: Drawn) => Promise<void>;
}

/** @param folder - made where it is missing. Where it cannot be, nothing is kept. */
export function drawingCache(folder: string): DrawingCache {
  const cache = byteCache(folder);
  return {
    read: async (key) => readDrawing(await cache.read(key)),
    write: (key, { markup, description }) => cache.write(key, JSON.stringify({ markup, description })),
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
