import { AnnotationLayer, toolActions } from './annotations.ts';
import { fillKeys } from './key-help.ts';
import type { PluginKey } from './plugin-keys.ts';
import type { PagePlugins } from './with-plugins.ts';
import { slideActions } from './slide-keys.ts';
import { slideName } from './slide-names.ts';
import { numberKeys, stageAction } from './stage-keys.ts';
import type { StageOptions } from './stage-options.ts';
import { froze, wentTo, type SlideStep } from './talk.ts';
import type { TalkStore } from './talk-store.ts';
import { slidesAddress, type WindowChannel } from './window-channel.ts';

/** What the talk uses of reveal.js. */
export interface RevealTalk {
  on: (type: string, listener: () => void) => void;
  getCurrentSlide: () => HTMLElement | null;
  getIndices: (slide?: Element) => { h: number; v?: number; f?: number };
  slide: (h: number, v?: number, f?: number) => void;
  nextFragment: () => boolean;
  prevFragment: () => boolean;
  togglePause: (paused: boolean) => void;
  isPaused: () => boolean;
  /** Takes up slides that were put in or taken out. */
  sync: () => void;
  /** Takes up the steps of a slide that stands in another's place. */
  syncFragments: (slide: HTMLElement) => void;
}

/** The window that the audience sees. */
export interface SlidesWindow {
  reveal: RevealTalk;
  region: HTMLElement;
  /** Has what fits measured anew. */
  restyle: () => void;
  plugins?: PagePlugins | undefined;
}

export interface TalkWorks {
  store: TalkStore;
  windows: WindowChannel;
  secret: string;
  /** Whether the address names a slide to begin at. */
  addressed: boolean;
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
    // Whoever moves the audience's own window means the audience.
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
  takeSlideKeys(slides, works, annotations, options);
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

/** Takes keys that reveal.js does not have. */
function takeSlideKeys(
  { reveal, region, plugins }: SlidesWindow,
  { store, windows, secret }: TalkWorks,
  annotations: AnnotationLayer,
  options: StageOptions,
): void {
  const slide = (): string => store.talk.shown.slide;
  let help: HTMLDialogElement | undefined;
  // Whoever goes on is done with black.
  const light = (): void => void (store.talk.black && store.change((talk) => ({ ...talk, black: false })));
  const { going, number } = slideActions(region, reveal, (one) => slideName(one, store.plan).number, light);
  const numbers = numberKeys(number);
  const actions: Partial<Record<string, () => void>> = {
    ...going,
    // reveal.js passes over B with Shift, which is left of it where a plugin has B.
    ...(plugins && { black: () => reveal.togglePause(!reveal.isPaused()) }),
    presenter() {
      const address = `${slidesAddress()}?presenter=${encodeURIComponent(secret)}`;
      windows.open(address, `lectern-presenter-${secret}`, 'popup,width=1280,height=800');
    },
    ...toolActions(annotations, store, slide),
    help() {
      help ??= createHelp(options, plugins?.keys.list());
      if (help.open) help.close();
      else help.showModal();
    },
    fullscreen() {
      if (!document.fullscreenElement) void document.documentElement.requestFullscreen?.().catch(() => {});
    },
  };
  window.addEventListener(
    'keydown',
    (event) => {
      const action = stageAction(event);
      if (help?.open) {
        event.stopPropagation();
        if (action !== 'help') return;
      } else if (plugins?.keys.has(event)) return;
      if (annotations.takesKey(event)) return event.stopPropagation();
      const act = numbers(event) ? () => {} : action && actions[action];
      if (!act) return;
      // Before reveal.js hears of it, which has other plans for some of them.
      event.stopPropagation();
      event.preventDefault();
      act();
    },
    { capture: true },
  );
}

function createHelp({ presenterCss, words }: StageOptions, ofPlugins?: readonly PluginKey[]): HTMLDialogElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${presenterCss}</style><dialog class="help" aria-label="${words.keys}"><form method="dialog"><h2>${words.keys}</h2><button class="small" aria-label="${words.close}">✕</button></form><div class="keys"></div></dialog>`;
  [host.lang, host.dir] = [words.lang, words.dir];
  document.body.append(host);
  const dialog = root.querySelector('dialog') as HTMLDialogElement;
  fillKeys(dialog.querySelector('.keys') as HTMLElement, words, ofPlugins);
  return dialog;
}
