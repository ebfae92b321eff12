import type { ServedWords } from '../model/talk-words.ts';
import { createLivePage } from './live-page.ts';
import { followTalk } from './follow-talk.ts';
import { keepAwake } from './keep-awake.ts';
import { keepDrawings } from './keep-drawings.ts';
import { moveOffscreen, type OffscreenSlides } from './offscreen-slides.ts';
import { startRemote } from './remote.ts';
import { showRehearsals } from './rehearsals.ts';
import { servedPresenter } from './served-presenter.ts';
import { connectSlides, servedSlides } from './served-slides.ts';
import { slideActions } from './slide-keys.ts';
import { slideName } from './slide-names.ts';
import { takeSlidesControls } from './slides-controls.ts';
import type { ServedStage } from './start-stage.ts';
import { stillFilm } from './still-film.ts';
import type { LivePage, LiveParts } from './live-page.ts';

/** Returns what windows from a server add to those of an exported deck. */
export const servedStage = (words: ServedWords): ServedStage => ({
  follow(given, live) {
    const options = { ...given, words };
    return (slides) => {
      keepAwake(stillFilm);
      const hear = followTalk(slides, options);
      const { going, number } = slideActions(slides.region, slides.reveal, (one) => slideName(one, []).number);
      takeSlidesControls(slides, options, () => ({
        actions: going,
        number,
        isHandy: () => false,
        isAsleep: () => slides.reveal.isPaused(),
      }));
      const page = createLivePage(live, undefined, hear);
      connectSlides(page, slides, { moved: () => {}, findings: () => {}, watched: () => true, words });
    };
  },
  connect(store, given, live) {
    const options = { ...given, words };
    const page = createLivePage(live, store);
    return {
      stillFilm,
      remote() {
        const offscreen = moveOffscreen();
        startRemote(store, offscreen, options);
        connectOffscreen(page, offscreen, { faults: () => {}, findings: () => {} });
      },
      presenter(works) {
        keepDrawings(works, page, options);
        showRehearsals(works.frame, store, page, options.words);
        connectOffscreen(page, works.offscreen, servedPresenter(works));
      },
      slides: (slides, windows, moved) => servedSlides(page, slides, { windows, moved, words }),
    };
  },
});

/** Keeps slides that are copied what they are on the disk. */
function connectOffscreen(
  page: LivePage,
  offscreen: OffscreenSlides,
  news: Pick<LiveParts, 'faults' | 'findings'>,
): void {
  page.connect({ put: (slides) => offscreen.put(slides), restyle: () => offscreen.put(offscreen.all()), ...news });
}
