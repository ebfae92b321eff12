import type { SlideView } from './slide-view.ts';

/** Everything that is seen of content; notes at the end and the footer are none of it. */
const SHOWN =
  'p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6, blockquote, figcaption, pre, img, svg, video, audio, iframe, .callout, .katex, .media-card, .missing-file, .references, [data-component]';

/** Returns where the content of a slide ends, as a share of the slide's height; 1 where an image reaches its edge. */
export function contentEnd({ slide, frame, visible }: SlideView): number {
  if (slide.querySelector(':scope > .slide-image')) return 1;
  const ends = [...slide.querySelectorAll(`.slide-body :is(${SHOWN})`)]
    .filter((element) => !element.closest('.footnotes, .katex-mathml') && visible(element))
    .map((element) => element.getBoundingClientRect().bottom);
  return ends.length === 0 ? 0 : (Math.max(...ends) - frame.top) / frame.height;
}
