import { formulaArea } from './formula-area.ts';

const STYLE = 'lectern-isolated';

/**
 * Hides all of the document but some elements of a slide, and its background with it, so that images of these show nothing
 * else. Images are whole, since presentations crop them.
 */
export function hideAllBut(nodes: readonly number[]): void {
  for (const shown of document.querySelectorAll(`[${STYLE}]`)) shown.removeAttribute(STYLE);
  for (const node of nodes) shownElement(node)?.setAttribute(STYLE, '');
  if (document.querySelector(`style#${STYLE}`)) return;
  const style = document.createElement('style');
  style.id = STYLE;
  style.textContent = `html,body,.print{background:none!important}
    html *,html *::before,html *::after{visibility:hidden!important}
    [${STYLE}],[${STYLE}] *,[${STYLE}] *::before,[${STYLE}] *::after{visibility:visible!important}
    .katex-mathml *{visibility:hidden!important}
    img[${STYLE}]{object-fit:contain!important;object-position:0 0!important;border-radius:0!important}`;
  document.head.append(style);
}

/** Returns the places of elements in the document, in px of the window. */
export function placesOf(
  nodes: readonly number[],
): ({ x: number; y: number; width: number; height: number } | undefined)[] {
  return nodes.map((node) => {
    const element = shownElement(node);
    if (!element) return undefined;
    const { left, top, width, height } = areaOf(element);
    return { x: left + scrollX, y: top + scrollY, width, height };
  });
}

function areaOf(element: Element): Pick<DOMRect, 'left' | 'top' | 'width' | 'height'> {
  if (element.matches('.math')) return formulaArea(element);
  const area = element.getBoundingClientRect();
  return element instanceof HTMLImageElement ? wholeImage(element, area) : area;
}

/** Returns where all of an image is once it is in its box whole. */
function wholeImage(
  image: HTMLImageElement,
  { left, top }: DOMRect,
): Pick<DOMRect, 'left' | 'top' | 'width' | 'height'> {
  const { naturalWidth, naturalHeight, clientWidth, clientHeight, clientLeft, clientTop, currentCSSZoom } = image;
  const [across, down] = [clientWidth / (naturalWidth || clientWidth), clientHeight / (naturalHeight || clientHeight)];
  const scale = Math.min(across, down) * currentCSSZoom;
  return {
    left: left + clientLeft * currentCSSZoom,
    top: top + clientTop * currentCSSZoom,
    width: (naturalWidth || clientWidth) * scale,
    height: (naturalHeight || clientHeight) * scale,
  };
}

/** Finds an element by its number: the first that is shown, of those in running footers. */
function shownElement(node: number): Element | undefined {
  const found = [...document.querySelectorAll(`[data-n="${node}"]`)];
  return found.find((element) => element.getBoundingClientRect().width > 0) ?? found[0];
}

/** Returns the places of slides in the document, in px of the window. */
export function slidePlaces(): { x: number; y: number; width: number; height: number }[] {
  return [...document.querySelectorAll('.print > .slide')].map((slide) => {
    const { left, top, width, height } = slide.getBoundingClientRect();
    return { x: left + scrollX, y: top + scrollY, width, height };
  });
}
