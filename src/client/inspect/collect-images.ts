import type { Area, SlideView } from './slide-view.ts';

/** An image as it is seen. */
export interface ImageFacts {
  at: string;
  /** px of the slide for each px of the file; 0 for what has no px. */
  enlarged: number;
  /** How much wider than the file it is shown, for its height; 1 where its proportions are kept. */
  stretched: number;
  area: Area;
}

/**
 * Collects the images of a slide with the sizes that they are shown in.
 *
 * @param sizes - of files that have px, by the addresses they have in the document.
 */
export function collectImages(view: SlideView, sizes: Record<string, [width: number, height: number]>): ImageFacts[] {
  return [...view.slide.querySelectorAll('img')].flatMap((image): ImageFacts[] => {
    const box = image.getBoundingClientRect();
    if (box.width < 1 || box.height < 1 || !view.visible(image)) return [];
    const [width, height] = sizes[image.dataset['asset'] ?? ''] ?? [0, 0];
    const { objectFit } = getComputedStyle(image);
    const [across, down] = [box.width / width, box.height / height];
    const scale = ['contain', 'scale-down', 'none'].includes(objectFit)
      ? Math.min(across, down)
      : Math.max(across, down);
    return [
      {
        at: view.placeOf(image),
        enlarged: width > 0 ? scale / view.zoom : 0,
        // Drawings keep their proportions by themselves.
        stretched: objectFit === 'fill' && width > 0 ? (box.width / box.height / width) * height : 1,
        area: view.areaOf([box]),
      },
    ];
  });
}
