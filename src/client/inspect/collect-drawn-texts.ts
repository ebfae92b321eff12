import type { Colours } from './colours.ts';
import type { TextFacts } from './collect-texts.ts';
import { drawnTexts } from './drawn-texts.ts';
import type { SlideView } from './slide-view.ts';

/**
 * Collects the texts of diagrams, charts and other drawings with what they look like. A page knows nothing of the
 * inside of its images, so their sources replace them for a moment.
 *
 * @param sources - of SVG images with texts, by the ids of their files.
 */
export function collectDrawnTexts(view: SlideView, sources: Record<string, string>, colours: Colours): TextFacts[] {
  const found = [...view.slide.querySelectorAll('svg:not(svg svg)')].flatMap((drawing) =>
    drawnTexts(drawing, view.placeOf(drawing), view, colours),
  );
  for (const image of view.slide.querySelectorAll('img')) {
    const source = sources[image.dataset['asset'] ?? ''];
    const box = image.getBoundingClientRect();
    // What is there to look nice has nothing to read.
    if (source === undefined || !image.alt || box.width < 1 || !view.visible(image)) continue;
    const svg = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    const [width, height] = [svg.getAttribute('width'), svg.getAttribute('height')].map((size) =>
      Number.parseFloat(size ?? ''),
    );
    if (!svg.hasAttribute('viewBox') && width && height) svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    if (getComputedStyle(image).objectFit === 'cover') svg.setAttribute('preserveAspectRatio', 'xMidYMid slice');
    svg.setAttribute('width', '100%');
    svg.setAttribute('height', '100%');
    const stand = document.createElement('div');
    stand.style.cssText = `position:absolute;left:${box.left + scrollX}px;top:${box.top + scrollY}px;width:${box.width}px;height:${box.height}px`;
    // What its style sheet says holds inside of it alone.
    stand.attachShadow({ mode: 'open' }).append(svg);
    document.body.append(stand);
    const texts = drawnTexts(svg, view.placeOf(image), view, colours);
    stand.remove();
    // It is drawn with fonts of its own, and where its author put it.
    found.push(...texts.map((text) => Object.assign(text, { characters: '', fault: undefined })));
  }
  return found;
}
