/** Something on a slide that paints what lies below it. */
export interface Painter {
  element: Element;
  box: DOMRect;
}

/** Images, videos and whatever has a background of its own, with the room that they take. */
export function painters(slide: HTMLElement): Painter[] {
  const SHOWN = 'img, video, iframe, canvas, figure.drawing';
  return [...slide.querySelectorAll('*:not(svg *)')].flatMap((element): Painter[] => {
    const { backgroundImage, backgroundColor } = getComputedStyle(element);
    const clear = backgroundImage === 'none' && /[,/] 0\)$|^transparent$/.test(backgroundColor);
    if (clear && !element.matches(SHOWN)) return [];
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 ? [{ element, box }] : [];
  });
}
