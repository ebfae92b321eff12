import { joinSlides, type SlidesWindow } from './join-slides.ts';
import { startPresenter } from './presenter.ts';
import type { PlannedSlide } from './talk.ts';
import { TalkStore } from './talk-store.ts';
import { linkWindows, windowSecret } from './windows.ts';

/** What a deck tells the script of its page. */
export interface StageOptions {
  title: string;
  width: number;
  height: number;
  plan: PlannedSlide[];
  presenterCss: string;
  /** Scales down what does not fit. */
  fit: (slides: HTMLElement[]) => void;
  /** There is no other window to wait for. */
  alone?: boolean;
}

/** The talk in this window: the presenter's view where the address asks for it, else the slides. */
export interface Stage {
  /** This window shows the presenter's view. */
  presents: boolean;
  store: TalkStore;
  /** Joins the slides, once they are there, to the talk. */
  join: (slides: SlidesWindow) => void;
}

export function startStage(options: StageOptions): Stage {
  const presents = new URLSearchParams(location.search).has('presenter');
  const first = options.plan[0]?.id ?? '';
  const at = decodeURIComponent(location.hash.replace(/^#\/?/, '').split('/')[0] ?? '');
  const known = options.plan.some(({ id }) => id === at);
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // The address of a window that is loaded anew may be older than the talk.
  const addressed = known && load?.type !== 'reload';
  const { secret, invited } = windowSecret();
  const store = new TalkStore(options.plan, `lectern:talk:${location.pathname}`, {
    slide: known ? at : first,
    step: 0,
  });
  const windows = linkWindows(secret, invited, (message) => store.hear(message));
  store.addLink(windows);
  windows.send({ type: 'hello', talk: store.talk });
  if (presents) startPresenter(store, windows, options);
  return {
    presents,
    store,
    join: (slides) => joinSlides(slides, { store, windows, secret, addressed }, options),
  };
}
