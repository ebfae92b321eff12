import { addressedId } from './follow-links.ts';
import { keepAwake } from './keep-awake.ts';
import type { LiveOptions } from './live-messages.ts';
import type { SlidesWindow } from './slides-window.ts';
import { syncReveal } from './sync-reveal.ts';
import { startPresenter, type PresenterWorks } from './presenter.ts';
import type { Reading } from './reading-view.ts';
import type { PlayerParts } from './player-parts.ts';
import type { StageOptions } from './stage-options.ts';
import { moveOffscreen } from './offscreen-slides.ts';
import { TalkStore } from './talk-store.ts';
import { openWindowChannel, windowSecret, type WindowChannel } from './window-channel.ts';

/** Brings the slides to the talk, once they are there; `undefined` where this window shows something else. */
export type JoinTalk = ((slides: SlidesWindow) => void) | undefined;

/** Parts of windows of `lectern present`. Exported decks have none of them. */
export interface ServedStage {
  /** Starts a window of the audience view. */
  follow: (options: StageOptions, live: LiveOptions) => JoinTalk;
  /** Lets a page that is read follow the deck, and the speaker where it belongs to the audience. */
  read: (reading: Reading, region: HTMLElement, talk: { live: LiveOptions; join: NonNullable<JoinTalk> }) => void;
  /** Connects a window to its server, before its slides are shown or moved. */
  connect: (store: TalkStore, options: StageOptions, live: LiveOptions) => ServedWindow;
}

/** A window that its server knows; what it becomes is started by one of these. */
interface ServedWindow {
  remote: () => void;
  presenter: (works: PresenterWorks) => void;
  /** @param moved - to be called where slides were moved by something else. */
  slides: (slides: SlidesWindow, windows: WindowChannel, moved: () => void) => void;
  /** Keeps the screen on where browsers have no wake lock. */
  stillFilm: () => HTMLVideoElement;
}

/** Parts that only some decks and servers have. */
interface StageParts {
  players?: PlayerParts | undefined;
  served?: ServedStage | undefined;
}

/** Starts the window of a talk: its slides, its presenter view or its remote control. */
export function startStage(options: StageOptions, { players, served }: StageParts): JoinTalk {
  const { plan, live } = options;
  if (served && live?.view === 'follower') return served.follow(options, live);
  const first = plan[0]?.id ?? '';
  const at = addressedId();
  const known = plan.some(({ id }) => id === at);
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // The address of a window that is reloaded may be older than the talk.
  const addressed = known && load?.type !== 'reload';
  const { secret, invited } = windowSecret();
  const store = new TalkStore(
    plan,
    `lectern:talk:${location.pathname}`,
    { slide: known ? at : first, step: 0 },
    options.drawings,
  );
  const page = live && served?.connect(store, options, live);
  const windows = openWindowChannel(secret, invited, (message) => store.hear(message));
  store.addLink(windows);
  windows.send({ type: 'hello', talk: store.talk });
  if (page && live?.view === 'remote') {
    keepAwake(page.stillFilm);
    page.remote();
    return undefined;
  }
  if (new URLSearchParams(location.search).has('presenter')) {
    keepAwake(page?.stillFilm);
    const works = startPresenter({ store, windows, offscreen: moveOffscreen(), players }, options);
    page?.presenter(works);
    return undefined;
  }
  return (slides) => {
    keepAwake(page?.stillFilm);
    const moved = syncReveal(slides, { store, windows, secret, addressed, players }, options);
    page?.slides(slides, windows, moved);
  };
}
