import type { StageWords } from '../model/talk-words.ts';
import { addressedId } from './follow-links.ts';
import { followTalk } from './follow-talk.ts';
import { createFaultOverlay } from './fault-overlay.ts';
import { keepAwake } from './keep-awake.ts';
import { syncReveal, type SlidesWindow } from './sync-reveal.ts';
import { createFindingBadge } from './finding-badge.ts';
import { createLivePage, type LivePage, type LiveParts } from './live-page.ts';
import type { LiveOptions } from './live-messages.ts';
import { placeOfSame, replaceSlides } from './patch-deck.ts';
import { showFaults, startPresenter } from './presenter.ts';
import { startRemote } from './remote.ts';
import { slideActions, takeReaderKeys } from './slide-keys.ts';
import { slideName } from './slide-names.ts';
import type { StageOptions } from './stage-options.ts';
import { moveOffscreen, type OffscreenSlides } from './offscreen-slides.ts';
import { TalkStore } from './talk-store.ts';
import { openWindowChannel, windowSecret, type WindowChannel } from './window-channel.ts';

/** Brings the slides to the talk, once they are there; `undefined` where this window shows something else. */
export type JoinTalk = ((slides: SlidesWindow) => void) | undefined;

/** Starts the window of a talk: its slides, its presenter view or its remote control. */
export function startStage(options: StageOptions): JoinTalk {
  const { plan, live } = options;
  if (live?.view === 'follower') return (slides) => follow(slides, live, options);
  const first = plan[0]?.id ?? '';
  const at = addressedId();
  const known = plan.some(({ id }) => id === at);
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // The address of a window that is loaded anew may be older than the talk.
  const addressed = known && load?.type !== 'reload';
  const { secret, invited } = windowSecret();
  const store = new TalkStore(plan, `lectern:talk:${location.pathname}`, { slide: known ? at : first, step: 0 });
  const page = live && createLivePage(live, store);
  const windows = openWindowChannel(secret, invited, (message) => store.hear(message));
  store.addLink(windows);
  windows.send({ type: 'hello', talk: store.talk });
  if (live?.view === 'remote') {
    keepAwake(true);
    const offscreen = moveOffscreen();
    startRemote(store, offscreen, options);
    connectOffscreen(page, offscreen, { faults: () => {}, findings: () => {} });
    return undefined;
  }
  if (new URLSearchParams(location.search).has('presenter')) {
    keepAwake(live !== undefined);
    present(store, windows, options, page);
    return undefined;
  }
  return (slides) => {
    keepAwake(live !== undefined);
    const moved = syncReveal(slides, { store, windows, secret, addressed }, options);
    if (!page) return;
    const { reveal } = slides;
    const watched = (): boolean => windows.others() || document.fullscreenElement !== null;
    const badge = createFindingBadge(() => reveal.getCurrentSlide()?.id ?? '', watched, options.words);
    reveal.on('slidechanged', badge.show);
    connectSlides(page, slides, { moved, findings: badge.take, watched, words: options.words });
  };
}

function present(store: TalkStore, windows: WindowChannel, options: StageOptions, page: LivePage | undefined): void {
  const offscreen = moveOffscreen();
  const { frame, findings } = startPresenter(store, windows, offscreen, options);
  connectOffscreen(page, offscreen, { faults: (message) => showFaults(frame, message.faults), findings });
}

/** Keeps slides that are copied what they are on the disk. */
function connectOffscreen(
  page: LivePage | undefined,
  offscreen: OffscreenSlides,
  news: Pick<LiveParts, 'faults' | 'findings'>,
): void {
  page?.connect({ put: (slides) => offscreen.put(slides), restyle: () => offscreen.put(offscreen.all()), ...news });
}

/** Keeps the slides that are shown what they are on the disk. */
function connectSlides(
  page: LivePage,
  { reveal, region, restyle, plugins }: SlidesWindow,
  {
    moved,
    findings,
    watched,
    words,
  }: Pick<LiveParts, 'findings'> & {
    moved: () => void;
    watched: () => boolean;
    words: StageWords;
  },
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
      // Taking up everything anew takes reveal.js long in a large deck, and is needed only where slides come or go.
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

/** Makes a window of the audience view: it shows what the speaker shows, and sends nothing. */
function follow(slides: SlidesWindow, live: LiveOptions, options: StageOptions): void {
  keepAwake(true);
  const hear = followTalk(slides, options);
  takeReaderKeys(
    slides.region,
    slideActions(slides.region, slides.reveal, (one) => slideName(one, []).number),
    slides.plugins?.keys,
  );
  const page = createLivePage(live, undefined, hear);
  connectSlides(page, slides, { moved: () => {}, findings: () => {}, watched: () => true, words: options.words });
}
