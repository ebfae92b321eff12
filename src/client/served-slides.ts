import type { ServedWords } from '../model/talk-words.ts';
import { createFaultOverlay } from './fault-overlay.ts';
import { createFindingBadge } from './finding-badge.ts';
import type { LivePage, LiveParts } from './live-page.ts';
import { placeOfSame, replaceSlides } from './patch-deck.ts';
import type { SlidesWindow } from './slides-window.ts';
import type { WindowChannel } from './window-channel.ts';

/** The parts that the slides' window of a server works with. */
interface ServedSlidesWorks {
  windows: WindowChannel;
  /** To be called where slides were moved by something else. */
  moved: () => void;
  words: ServedWords;
}

/** Makes the slides' window of a server: it shows what is saved, and tells its author of errors. */
export function servedSlides(page: LivePage, slides: SlidesWindow, { windows, moved, words }: ServedSlidesWorks): void {
  const { reveal } = slides;
  const watched = (): boolean => windows.others() || document.fullscreenElement !== null;
  const badge = createFindingBadge(() => reveal.getCurrentSlide()?.id ?? '', watched, words);
  reveal.on('slidechanged', badge.show);
  connectSlides(page, slides, { moved, findings: badge.take, watched, words });
}

/** Keeps the slides that are shown what they are on the disk. */
export function connectSlides(
  page: LivePage,
  { reveal, region, restyle, plugins }: SlidesWindow,
  {
    moved,
    findings,
    watched,
    words,
  }: Pick<LiveParts, 'findings'> & Pick<ServedSlidesWorks, 'moved' | 'words'> & { watched: () => boolean },
): void {
  const overlay = createFaultOverlay(watched, words);
  page.connect({
    restyle,
    put(slides) {
      const old = [...region.querySelectorAll<HTMLElement>('section.slide')];
      // Plugins begin with slides as they are in the source.
      if (plugins?.haveChangedSlides() && slides.some((slide, index) => slide !== old[index])) return location.reload();
      const { v, f } = reveal.getIndices();
      const id = reveal.getCurrentSlide()?.id ?? '';
      const container = region.querySelector('.slides');
      if (container) replaceSlides(container, slides);
      const [before, after] = [old.map((slide) => slide.id), slides.map((slide) => slide.id)];
      // A full sync takes reveal.js long in a large deck, and is needed only when slides are added or removed.
      if (before.join() !== after.join()) reveal.sync();
      else slides.forEach((slide, index) => slide !== old[index] && reveal.syncFragments(slide));
      reveal.slide(placeOfSame(id, before, after), v, f);
      restyle();
      moved();
    },
    faults: ({ faults }) => overlay(faults),
    findings,
  });
}
