import { callClient } from '../../browser/call-client.ts';
import type { BrowserPage } from '../../browser/browser-page.ts';
import { pictureAreas, type PageArea } from '../../browser/picture-areas.ts';
import type { Measured, MeasuredSlide } from '../../client/shapes/measured.ts';

/** Device px for each px of a slide. */
const DENSITY = 2;
/** px across that no screen shows more of. */
const MOST = 1920;

/** PNGs of elements, by their numbers. */
export type ElementPictures = ReadonlyMap<number, Uint8Array>;

/**
 * Takes images of what presentations cannot hold as it is, without what is around: drawings, formulas, images of formats
 * that PowerPoint lacks.
 */
export async function pictureElements(
  page: BrowserPage,
  slides: readonly MeasuredSlide[],
  needsPicture: (block: Measured) => boolean,
): Promise<ElementPictures> {
  const pictures = new Map<number, Uint8Array>();
  const known = new Map<string, Uint8Array>();
  const blocks = slides.flatMap(({ blocks: all }) => [...blocksIn(all)]).filter(needsPicture);
  const nodes = [...new Set(blocks.flatMap(({ node }) => node ?? []))];
  if (nodes.length === 0) return pictures;
  const places = await callClient(page, 'shapes', 'placesOf', nodes);
  return pictureAreas(page, { transparent: true }, async (take) => {
    const takeElement = async (node: number, place: PageArea): Promise<Uint8Array> => {
      const isInWindow = await callClient(page, 'shapes', 'isolateElement', node);
      return take(place, { scale: Math.min(DENSITY, Math.max(1, MOST / place.width)), isInWindow });
    };
    for (const [index, node] of nodes.entries()) {
      const place = places[index];
      const block = blocks.find((one) => one.node === node);
      if (!place || !block || place.width < 1 || place.height < 1) continue;
      // Icons are there many times.
      const key = block.kind === 'drawing' ? (block.svg ?? block.look ?? '') : '';
      const same = key === '' ? undefined : known.get(key);
      const picture = same ?? (await takeElement(node, place));
      pictures.set(node, picture);
      if (key !== '') known.set(key, picture);
    }
    return pictures;
  });
}

/** Takes an image of each of the first slides of the document. */
export async function pictureSlides(page: BrowserPage, count: number, scale: number): Promise<Uint8Array[]> {
  const places = await callClient(page, 'shapes', 'slidePlaces');
  return pictureAreas(page, { transparent: false }, async (take) => {
    const pictures: Uint8Array[] = [];
    for (const place of places.slice(0, count)) {
      const isInWindow = await callClient(page, 'shapes', 'scrollToArea', place);
      pictures.push(await take(place, { scale, isInWindow }));
    }
    return pictures;
  });
}

/** Goes through blocks and all in them. */
export function* blocksIn(blocks: readonly Measured[]): Generator<Measured> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'box') yield* blocksIn(block.blocks);
    if (block.kind === 'table')
      for (const { cells } of block.rows) for (const cell of cells) yield* blocksIn(cell.blocks);
  }
}
