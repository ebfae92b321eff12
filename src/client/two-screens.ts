import type { StageWords } from '../model/talk-words.ts';
import type { Hint } from './slides-controls.ts';
import type { ScreenPlace } from './talk.ts';
import type { TalkStore } from './talk-store.ts';
import type { WindowChannel } from './window-channel.ts';

/** A screen, as the Window Management API has it. */
interface DetailedScreen {
  availLeft: number;
  availTop: number;
  availWidth: number;
  availHeight: number;
  isPrimary: boolean;
  isInternal: boolean;
}

interface ScreenDetails {
  currentScreen: DetailedScreen;
  screens: DetailedScreen[];
}

/** One screen for the audience, one for the speaker. */
interface TwoScreens {
  /** As `requestFullscreen` takes it. */
  projector: FullscreenOptions;
  /** The screen of the presenter view. */
  speaker: ScreenPlace;
}

/**
 * Finds a screen for the slides and one for the presenter view, after the browser has asked for permission.
 *
 * @param swapped - the slides fill a screen already, and go to another one.
 * @returns `undefined` where there is one screen, or the browser tells nothing of others.
 */
async function findTwoScreens(swapped: boolean): Promise<TwoScreens | undefined> {
  const { getScreenDetails } = window as { getScreenDetails?: () => Promise<ScreenDetails> };
  const details = await getScreenDetails?.call(window).catch(() => undefined);
  if (!details) return undefined;
  const { screens, currentScreen } = details;
  const other = screens.find((screen) => screen !== currentScreen);
  const outer = screens.find(({ isInternal, isPrimary }) => !isInternal && !isPrimary);
  const projector = swapped ? other : (outer ?? other);
  const speaker = swapped
    ? currentScreen
    : (screens.find((screen) => screen !== projector && (screen.isInternal || screen.isPrimary)) ??
      screens.find((screen) => screen !== projector));
  if (!projector || !speaker) return undefined;
  const { availLeft: left, availTop: top, availWidth: width, availHeight: height } = speaker;
  return { projector: { screen: projector } as FullscreenOptions, speaker: { left, top, width, height } };
}

/** The parts that put the slides' window on screens. */
interface ScreenWorks {
  store: TalkStore;
  windows: WindowChannel;
  openPresenter: (place?: ScreenPlace) => void;
  words: StageWords;
  hint: Hint;
}

/**
 * Lets the slides fill the projector, and puts the presenter view on the speaker's screen; once they are there, swaps them.
 * The presenter view may ask for it as well.
 *
 * @returns what does so.
 */
export function takeScreens({ store, windows, openPresenter, words, hint }: ScreenWorks): () => void {
  const put = async (): Promise<void> => {
    const found = await findTwoScreens(document.fullscreenElement !== null);
    if (!found) {
      if (!windows.linked()) openPresenter();
      return hint(words.oneScreen);
    }
    const fill = (): Promise<boolean> =>
      document.documentElement.requestFullscreen(found.projector).then(
        () => true,
        () => false,
      );
    // Browsers let one click do both, if the slides come first.
    const filled = fill();
    if (windows.linked()) windows.send({ type: 'place', place: found.speaker });
    else openPresenter(found.speaker);
    const asked = (await filled) ? 600 : 0;
    // Some browsers end what fills the screen when another window opens.
    setTimeout(() => !document.fullscreenElement && hint(words.clickForFull, () => void fill()), asked);
  };
  store.listen(({ type }) => type === 'screens' && void put());
  return () => void put();
}

/**
 * Lets the presenter view ask for two screens, and move to its screen.
 *
 * @returns the function that asks.
 */
export function askForScreens({ store, windows, words, hint }: Omit<ScreenWorks, 'openPresenter'>): () => void {
  store.listen((news) => {
    if (news.type !== 'place') return;
    const { left, top, width, height } = news.place;
    window.moveTo(left, top);
    window.resizeTo(width, height);
  });
  const ask = async (): Promise<void> => {
    // Asked here, where somebody has clicked.
    if (!(await findTwoScreens(false))) return hint(words.oneScreen);
    windows.lend({ type: 'screens' }, 'fullscreen');
  };
  return () => void ask();
}
