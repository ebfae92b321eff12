import type { StageWords } from '../model/talk-words.ts';
import { AnnotationLayer, toolActions } from './annotations.ts';
import type { PlayerParts } from './player-parts.ts';
import { slideActions } from './slide-keys.ts';
import { slideName } from './slide-names.ts';
import { takeSlidesControls, type Hint, type SlidesControls } from './slides-controls.ts';
import type { RevealTalk, SlidesWindow } from './slides-window.ts';
import type { StageOptions } from './stage-options.ts';
import { froze, wentTo, type ScreenPlace, type SlideStep } from './talk.ts';
import type { TalkStore } from './talk-store.ts';
import { takeScreens } from './two-screens.ts';
import { slidesAddress, type WindowChannel } from './window-channel.ts';

export interface TalkWorks {
  store: TalkStore;
  windows: WindowChannel;
  secret: string;
  /** Whether the address names a slide to begin at. */
  addressed: boolean;
  players?: PlayerParts | undefined;
}

/**
 * Keeps the slides where the talk is, and the talk where the slides are.
 *
 * @returns to be called where slides were moved by something else.
 */
export function syncReveal(slides: SlidesWindow, works: TalkWorks, options: StageOptions): () => void {
  const { reveal, region } = slides;
  const { store, addressed } = works;
  const annotations = new AnnotationLayer(store, options, () => reveal.getCurrentSlide());
  region.querySelector('.slides')?.append(annotations.element);
  let applying = false;
  const moved = (): void => {
    const at = slideStepOf(reveal);
    annotations.show(at.slide);
    if (applying || sameSlideStep(at, store.talk.shown)) return;
    // Navigation in the audience's own window is for the audience.
    store.change((talk) => ({ ...wentTo(froze(talk, false), at, store.now()), black: talk.black }));
  };
  const apply = (): void => {
    const { shown, black } = store.talk;
    applying = true;
    if (!sameSlideStep(shown, slideStepOf(reveal))) showSlideStep(reveal, shown);
    if (black !== reveal.isPaused()) reveal.togglePause(black);
    applying = false;
    annotations.show(slideStepOf(reveal).slide);
  };
  for (const type of ['slidechanged', 'fragmentshown', 'fragmenthidden']) reveal.on(type, moved);
  const paused = (): void => {
    const black = reveal.isPaused();
    if (!applying && black !== store.talk.black) store.change((talk) => ({ ...talk, black }));
  };
  reveal.on('paused', paused);
  reveal.on('resumed', paused);
  store.listen(({ type }) => type === 'talk' && apply());
  if (addressed) moved();
  else apply();
  annotations.show(slideStepOf(reveal).slide);
  const media = works.players?.syncPlayers(store, slides);
  takeSlidesControls(slides, options, (hint) => {
    const { actions, ...more } = slidesControls(slides, works, { annotations, words: options.words, hint });
    return { ...more, actions: { ...actions, ...(media && { media }) } };
  });
  return moved;
}

/** Returns the slide and step that reveal.js shows. */
export function slideStepOf(reveal: RevealTalk): SlideStep {
  const { f } = reveal.getIndices();
  return { slide: reveal.getCurrentSlide()?.id ?? '', step: f === undefined ? 0 : f + 1 };
}

/** Tells whether two positions are the same slide and step. */
export function sameSlideStep(a: SlideStep, b: SlideStep): boolean {
  return a.slide === b.slide && a.step === b.step;
}

/** Brings the slides to a place, if there is such a slide. */
export function showSlideStep(reveal: RevealTalk, { slide, step }: SlideStep): void {
  const element = document.getElementById(slide);
  if (!element?.matches('section.slide')) return;
  const { h, v } = reveal.getIndices(element);
  reveal.slide(h, v, step - 1);
}

/** Returns what the window with the slides can do. */
function slidesControls(
  { reveal, region, plugins }: SlidesWindow,
  { store, windows, secret }: TalkWorks,
  { annotations, words, hint }: { annotations: AnnotationLayer; words: StageWords; hint: Hint },
): SlidesControls {
  const slide = (): string => store.talk.shown.slide;
  // Going to another slide ends the black screen.
  const light = (): void => void (store.talk.black && store.change((talk) => ({ ...talk, black: false })));
  const { going, number } = slideActions(region, reveal, (one) => slideName(one, store.plan).number, light);
  const openPresenter = (place?: ScreenPlace): void => {
    const address = `${slidesAddress()}?presenter=${encodeURIComponent(secret)}`;
    const { left, top, width, height } = place ?? { width: 1280, height: 800 };
    const at = place ? `,left=${left},top=${top}` : '';
    windows.open(address, `lectern-presenter-${secret}`, `popup,width=${width},height=${height}${at}`);
  };
  /** Frozen, the speaker goes on alone, in whichever window; if there is none but this one, nobody could. */
  const isHeld = (): boolean => store.talk.frozen && windows.others();
  const alone: Record<string, () => void> = {
    next: () => store.next(),
    back: () => store.back(),
    first: () => store.goTo(0),
    last: () => store.goTo(Infinity),
  };
  const goes = Object.entries(going).map(
    ([name, go]) => [name, () => (isHeld() && alone[name] ? alone[name] : go)?.()] as const,
  );
  const screens = takeScreens({ store, windows, openPresenter, words, hint });
  return {
    number: (to) => (isHeld() ? store.goToNumber(to) : number(to)),
    isHandy: () => annotations.mode() !== 'none',
    takesKey: (event) => annotations.takesKey(event),
    actions: {
      ...Object.fromEntries(goes),
      freeze: () => windows.others() && store.change((talk) => froze(talk, !talk.frozen)),
      // reveal.js passes over B with Shift, which is left of it where a plugin has B.
      ...(plugins && { black: () => reveal.togglePause(!reveal.isPaused()) }),
      presenter: () => openPresenter(),
      screens,
      notesDown: () => windows.send({ type: 'scroll', by: 0.25 }),
      notesUp: () => windows.send({ type: 'scroll', by: -0.25 }),
      ...toolActions(annotations, store, slide),
    },
  };
}
