/** The script of documents that are printed or photographed: every one of them gets it, so it stays small. */
import { fitSlides, type FitResult } from './fit-slides.ts';

export { dropSoftHyphens } from './print/drop-soft-hyphens.ts';
export { countParts, drawn, isolatePart } from './print/isolate-part.ts';
export { layOut } from './print/lay-out.ts';
export { markBrokenWords } from './print/mark-broken-words.ts';
export { placePictures } from './print/place-pictures.ts';

/** Scales down the content of all slides in the document that are too full. */
export function fitDocument(floor: number): FitResult[] {
  return fitSlides(document.querySelectorAll<HTMLElement>('.slide'), floor);
}
