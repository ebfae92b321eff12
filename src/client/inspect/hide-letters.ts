import { allSlides } from './slide-view.ts';

/** Makes letters invisible; what they are on stays. */
const UNWRITTEN =
  '.slide :not(img, video, svg, svg *) { color: transparent !important; -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; text-shadow: none !important } .katex { visibility: hidden !important }';

/** Hides the letters of all texts in the document, so that a screenshot shows what they are on. */
export async function hideLetters(): Promise<void> {
  const style = document.createElement('style');
  style.dataset['unwritten'] = '';
  style.textContent = UNWRITTEN;
  document.head.append(style);
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
}

/** Undoes `hideLetters`. */
export function showLetters(): void {
  document.querySelector('style[data-unwritten]')?.remove();
}

/** Measures where a slide is in the document, scrolled or not. */
export function slideBox(index: number): { x: number; y: number; width: number; height: number } {
  const { x = 0, y = 0, width = 0, height = 0 } = allSlides()[index]?.getBoundingClientRect() ?? {};
  return { x: x + scrollX, y: y + scrollY, width, height };
}
