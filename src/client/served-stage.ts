import type { ServedWords } from '../model/talk-words.ts';
import { takeCamera } from './camera-corner.ts';
import { createLivePage } from './live-page.ts';
import { followTalk } from './follow-talk.ts';
import { connectReading, readingWindow } from './follow-reading.ts';
import { isRead } from './reading-view.ts';
import { keepAwake } from './keep-awake.ts';
import { keepDrawings } from './keep-drawings.ts';
import { moveOffscreen, type OffscreenSlides } from './offscreen-slides.ts';
import { offerRecording, showRecording } from './recording.ts';
import { startRemote } from './remote.ts';
import { showRehearsals } from './rehearsals.ts';
import { servedPresenter } from './served-presenter.ts';
import { audienceForFollowers, audienceForPresenter, audienceForRemote, audienceOnSlides } from './served-audience.ts';
import { connectSlides, servedSlides } from './served-slides.ts';
import { slideActions } from './slide-keys.ts';
import { slideName } from './slide-names.ts';
import { takeSlidesControls } from './slides-controls.ts';
import type { SlidesWindow } from './slides-window.ts';
import type { StageOptions } from './stage-options.ts';
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
      // On a page that is read, keys scroll.
      if (!isRead(live)) takeReaderControls(slides, options);
      const page = createLivePage(live, undefined, hear);
      const painted = audienceForFollowers(page, slides, options);
      connectSlides(page, slides, { moved: painted, findings: () => {}, watched: () => true, words });
    };
  },
  read(reading, region, { live, join }) {
    if (live.view === 'follower') return join(readingWindow(region, reading));
    return connectReading(createLivePage(live, undefined), region, reading, words);
  },
  connect(store, given, live) {
    const options = { ...given, words };
    const page = createLivePage(live, store);
    return {
      stillFilm,
      remote() {
        const offscreen = moveOffscreen();
        const { root } = startRemote(store, offscreen, options);
        if (live.shared) audienceForRemote(page, root, { offscreen, options });
        connectOffscreen(page, offscreen, { faults: () => {}, findings: () => {} });
      },
      presenter(works) {
        keepDrawings(works, page, options);
        showRehearsals(works.frame, store, page, options.words);
        showRecording(works, words);
        if (live.shared) audienceForPresenter(page, works, options);
        connectOffscreen(page, works.offscreen, servedPresenter(works));
      },
      slides(slides, windows, moved) {
        takeCamera();
        offerRecording(words, windows);
        const painted = live.shared ? audienceOnSlides(page, slides, options) : () => {};
        const put = (): void => (moved(), painted());
        servedSlides(page, slides, { windows, moved: put, words });
      },
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

/** Lets followers look back and ahead. */
function takeReaderControls(slides: SlidesWindow, options: StageOptions): void {
  const { region, reveal } = slides;
  const { going, number } = slideActions(region, reveal, (one) => slideName(one, []).number);
  const { doNext, doBack, doEnds, doNumber, doList, doFull, doAll, doRead, doSearch, doHelp } = options.words;
  takeSlidesControls(slides, options, () => ({
    actions: going,
    number,
    isHandy: () => false,
    isAsleep: () => reveal.isPaused(),
    only: [doNext, doBack, doEnds, doNumber, doList, doFull, doAll, doRead, doSearch, doHelp],
  }));
}
