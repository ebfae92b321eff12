import type { StageWords } from '../model/talk-words.ts';
import { AnnotationLayer, toolActions } from './annotations.ts';
import { fillKeys } from './key-help.ts';
import { takeNoteLinks } from './note-links.ts';
import { lightSwitch } from './light-switch.ts';
import { scrollNotes, sizeNotes } from './notes-size.ts';
import type { PlayerParts } from './player-parts.ts';
import type { PlayerControls } from './player-controls.ts';
import { createPreview } from './preview.ts';
import { slideAtTime } from './pace.ts';
import { showPace } from './presenter-clock.ts';
import { createPresenterFrame, type PresenterFrame } from './presenter-frame.ts';
import { createSlideList } from './presenter-list.ts';
import { saveDrawings } from './save-drawings.ts';
import { fillNotes, type OffscreenSlides } from './offscreen-slides.ts';
import { spokenText } from './slide-names.ts';
import { numberKeys, stageAction } from './stage-keys.ts';
import type { StageOptions } from './stage-options.ts';
import { froze, stepAfter, toggledTimer } from './talk.ts';
import type { TalkStore } from './talk-store.ts';
import { askForScreens } from './two-screens.ts';
import { createThumbnails } from './thumbnails.ts';
import { slidesAddress, type WindowChannel } from './window-channel.ts';

interface PresenterParts {
  store: TalkStore;
  windows: WindowChannel;
  offscreen: OffscreenSlides;
  players: PlayerParts | undefined;
}

/** The parts that the presenter's window works with. */
export interface PresenterWorks {
  store: TalkStore;
  windows: WindowChannel;
  offscreen: OffscreenSlides;
  frame: PresenterFrame;
  annotations: AnnotationLayer;
}

/** Shows the presenter view instead of the slides. */
export function startPresenter(
  { store, windows, offscreen, players: parts }: PresenterParts,
  options: StageOptions,
): PresenterWorks {
  const frame = createPresenterFrame(options);
  const annotations = new AnnotationLayer(store, options);
  annotations.onChange(() => showTools(frame, annotations));
  const works: PresenterWorks = { store, windows, offscreen, frame, annotations };
  document.title = `${options.title} – ${options.words.presenter}`;
  frame.parts.title.textContent = options.title;
  fillKeys(frame.parts.keys, options.words);
  const views = {
    current: createPreview(frame.current, options),
    next: createPreview(frame.next, options),
  };
  frame.current.append(annotations.element);
  const players = parts?.createPlayerControls(frame.parts.players, {
    store,
    words: options.words,
    slide: offscreen.slide,
  });
  const show = (): void => {
    const talk = store.talk;
    const after = stepAfter(store.plan, talk.at);
    const more = after.slide !== talk.at.slide || after.step !== talk.at.step;
    views.current.show(offscreen.slide(talk.at.slide), talk.at.step);
    views.next.show(more ? offscreen.slide(after.slide) : null, after.step);
    showWords(works, options.words, more ? after.slide : undefined);
    // Pictures of slides are not read out.
    frame.parts.screen.setAttribute('aria-label', spokenText(frame.current.querySelector('section.slide')));
    players?.show();
    annotations.show(talk.at.slide);
  };
  const tick = (): void => {
    showPace(frame, store, options.words);
    frame.parts.lost.hidden = windows.others() || store.slidesWindows > 0;
  };
  store.listen((news) => {
    if (news.type === 'scroll') scrollNotes(frame.parts.notes, news.by);
    if (news.type !== 'talk') return;
    show();
    tick();
  });
  offscreen.listen(show);
  takeActions(works, options, players);
  takeNoteLinks(frame.parts.notes, store, offscreen);
  // Letters of the deck's own fonts have to be there before anything is measured.
  void document.fonts.ready.then(show);
  show();
  tick();
  setInterval(tick, 500);
  document.documentElement.dataset['ready'] = 'true';
  return works;
}

function showWords({ frame, store, offscreen }: PresenterWorks, words: StageWords, next: string | undefined): void {
  const { parts } = frame;
  const { talk, plan } = store;
  const slide = plan.find(({ id }) => id === talk.at.slide);
  const name = (id: string | undefined): string => {
    const { title = '', number } = plan.find((one) => one.id === id) ?? {};
    return [number, title].filter((part) => part !== undefined && part !== '').join(' · ');
  };
  parts.where.textContent = name(slide?.id) || words.untitled;
  parts.section.textContent = slide?.section && slide.section !== slide.title ? slide.section : '';
  parts.steps.textContent =
    slide && slide.steps > 0
      ? words.step.replace('{step}', String(talk.at.step)).replace('{steps}', String(slide.steps))
      : '';
  parts.audience.textContent = talk.black
    ? words.seesBlack
    : talk.frozen
      ? words.sees.replace('{slide}', name(talk.shown.slide))
      : '';
  parts.upcoming.textContent = next === undefined ? words.end : next === talk.at.slide ? words.nextStep : name(next);
  fillNotes(parts.notes, offscreen, talk.at.slide, words.noNotes);
  for (const [button, on] of [
    ['black', talk.black],
    ['freeze', talk.frozen],
  ] as const) {
    frame.button(button)?.setAttribute('aria-pressed', String(on));
  }
}

/** Returns what keys and buttons of the presenter view do, by their names. */
function presenterActions(works: PresenterWorks, options: StageOptions): Partial<Record<string, () => void>> {
  const { store, windows, frame, annotations } = works;
  const { list, help } = frame.parts as unknown as Record<'list' | 'help', HTMLDialogElement>;
  const thumbnails = createThumbnails(frame.root.host, works.offscreen, options);
  const { untitled } = options.words;
  const slideList = createSlideList(list, { rows: frame.parts.rows, store, thumbnails, untitled });
  return {
    next: () => store.next(),
    back: () => store.back(),
    first: () => store.goTo(0),
    last: () => store.goTo(Infinity),
    list: slideList.toggle,
    black: () => store.change((talk) => ({ ...talk, black: !talk.black })),
    freeze: () => store.change((talk) => froze(talk, !talk.frozen)),
    ...toolActions(annotations, store, () => store.talk.at.slide),
    export: () => saveDrawings(store, options),
    timer: () => store.change((talk) => toggledTimer(talk, store.now())),
    reset: () => store.change((talk) => ({ ...talk, timer: { since: null, spent: 0 } })),
    larger: () => setNotesSize(frame, 1.1),
    smaller: () => setNotesSize(frame, 1 / 1.1),
    notesDown: () => scrollNotes(frame.parts.notes, 0.25),
    notesUp: () => scrollNotes(frame.parts.notes, -0.25),
    screens: askForScreens({ store, windows, words: options.words, hint: (text) => showHint(frame, text) }),
    light: lightSwitch(frame.root.host),
    help: () => toggleDialog(help),
    reopen: () => void windows.open(slidesAddress(), 'lectern-slides'),
  };
}

function takeActions(works: PresenterWorks, options: StageOptions, players?: PlayerControls): void {
  const { store, frame, annotations } = works;
  const { list, help } = frame.parts as unknown as Record<'list' | 'help', HTMLDialogElement>;
  const actions: ReturnType<typeof presenterActions> = {
    ...presenterActions(works, options),
    ...(players && { media: players.toggle }),
  };
  const numbers = numberKeys((number) => store.goToNumber(number));
  window.addEventListener('keydown', (event) => {
    const action = stageAction(event);
    if ((list.open || help.open) && action !== 'list' && action !== 'help') return;
    if (annotations.takesKey(event)) return event.preventDefault();
    if (numbers(event)) return event.preventDefault();
    const act = action && actions[action];
    if (!act) return;
    event.preventDefault();
    act();
  });
  frame.root.addEventListener('click', (event) => {
    const pressed = event
      .composedPath()
      .filter((one) => one instanceof HTMLElement && one.getRootNode() === frame.root);
    const button = (pressed as HTMLElement[]).find((one) => one.matches('[data-do], [data-colour]'));
    if (!button) return;
    const { colour } = button.dataset;
    if (colour) annotations.setColour(colour);
    actions[button.dataset['do'] ?? '']?.();
  });
  frame.parts.strip.addEventListener('click', ({ clientX }) => {
    const { left, right, width } = frame.parts.strip.getBoundingClientRect();
    const along = (options.words.dir === 'rtl' ? right - clientX : clientX - left) / width;
    const slide = slideAtTime(store.plan, along);
    if (slide) store.go({ slide: slide.id, step: 0 });
  });
  setNotesSize(frame, 1);
}

/** Shows which tool is in hand, and its colour. */
function showTools({ root, parts }: PresenterFrame, annotations: AnnotationLayer): void {
  const mode = annotations.mode();
  for (const button of root.querySelectorAll<HTMLElement>('.tools > [data-do]'))
    button.setAttribute('aria-pressed', String(button.dataset['do'] === mode));
  for (const pen of parts.pens.querySelectorAll<HTMLElement>('.pen'))
    pen.setAttribute('aria-pressed', String(pen.dataset['colour'] === annotations.colour()));
  parts.pens.hidden = !/^(?:pen|marker|eraser)$/.test(mode);
}

function setNotesSize({ parts }: PresenterFrame, factor: number): void {
  sizeNotes(parts.notes, factor);
}

/** Says something to the speaker for a while. */
function showHint({ parts }: PresenterFrame, text: string): void {
  parts.hint.textContent = text;
  parts.hint.hidden = false;
  setTimeout(() => (parts.hint.hidden = true), 12_000);
}

function toggleDialog(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  else dialog.showModal();
}
