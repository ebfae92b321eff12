import type { ServedWords } from '../model/talk-words.ts';
import { AnnotationLayer, type AnnotationMode } from './annotations.ts';
import { takeNoteLinks } from './note-links.ts';
import { sizeNotes } from './notes-size.ts';
import { clockText, paceOf, paceText } from './pace.ts';
import { createPlayerControls } from './player-controls.ts';
import { createSlideList } from './presenter-list.ts';
import { createPreview } from './preview.ts';
import { createRemoteFrame, type RemoteFrame } from './remote-frame.ts';
import { lightSwitch } from './light-switch.ts';
import { fillNotes, type OffscreenSlides } from './offscreen-slides.ts';
import { stageAction } from './stage-keys.ts';
import type { ServedOptions } from './stage-options.ts';
import { takeSwipes } from './swipe.ts';
import { froze, stepAfter, toggledTimer, type Talk } from './talk.ts';
import type { TalkStore } from './talk-store.ts';
import { createThumbnails } from './thumbnails.ts';

/** Turns a phone into a remote control: the next slide, speaker notes, and large buttons. */
export function startRemote(store: TalkStore, offscreen: OffscreenSlides, options: ServedOptions): RemoteFrame {
  const { words } = options;
  const frame = createRemoteFrame(options);
  const annotations = new AnnotationLayer(store, options);
  const preview = createPreview(frame.screen, options);
  frame.screen.append(annotations.element);
  const players = createPlayerControls(frame.part('players'), { store, words, slide: offscreen.slide });
  const show = (): void => {
    const { talk, plan } = store;
    const hand = annotations.mode() !== 'none';
    const after = stepAfter(plan, talk.at);
    const more = after.slide !== talk.at.slide || after.step !== talk.at.step;
    const shown = hand ? talk.at : after;
    preview.show(hand || more ? offscreen.slide(shown.slide) : null, shown.step);
    const step = after.slide === talk.at.slide ? words.nextStep : words.next;
    const mode = annotations.mode();
    const doing = mode === 'pointer' ? words.touch : words.drawHere;
    frame.part('label').textContent = mode !== 'none' ? doing : more ? step : words.end;
    fillNotes(frame.part('notes'), offscreen, talk.at.slide, words.noNotes);
    showRemoteWords(frame, store, { words, hand: annotations.mode() });
    annotations.show(hand ? talk.at.slide : '');
    players.show();
  };
  const tick = (): void => showRemoteTime(frame, store, words);
  const setHand = (mode: AnnotationMode): void => {
    annotations.setMode(annotations.mode() === mode ? 'none' : mode);
    show();
  };
  const thumbnails = createThumbnails(frame.root.host, offscreen, options);
  const { untitled } = words;
  const list = createSlideList(frame.list, { rows: frame.part('rows'), store, thumbnails, untitled });
  const actions = { ...remoteActions(frame, store, annotations, setHand), list: list.toggle, media: players.toggle };
  takeRemoteActions(frame, store, annotations, actions);
  takeNoteLinks(frame.part('notes'), store, offscreen);
  store.listen(({ type }) => type === 'talk' && (show(), tick()));
  offscreen.listen(show);
  void document.fonts.ready.then(show);
  sizeNotes(frame.part('notes'), 1);
  show();
  setInterval(tick, 500);
  tick();
  document.documentElement.dataset['ready'] = 'true';
  return frame;
}

function remoteActions(
  { part, root }: RemoteFrame,
  store: TalkStore,
  annotations: AnnotationLayer,
  setHand: (mode: AnnotationMode) => void,
): Partial<Record<string, () => void>> {
  const change = (next: (talk: Talk) => Talk): void => store.change(next);
  const slide = (): string => store.talk.at.slide;
  return {
    next: () => store.next(),
    back: () => store.back(),
    black: () => change((talk) => ({ ...talk, black: !talk.black })),
    freeze: () => change((talk) => froze(talk, !talk.frozen)),
    timer: () => change((talk) => toggledTimer(talk, store.now())),
    reset: () => change((talk) => ({ ...talk, timer: { since: null, spent: 0 } })),
    pointer: () => setHand('pointer'),
    pen: () => setHand('pen'),
    undo: () => store.undo(slide()),
    light: remoteLight(root),
    larger: () => sizeNotes(part('notes'), 1.1),
    smaller: () => sizeNotes(part('notes'), 1 / 1.1),
    close: () => annotations.mode() !== 'none' && setHand(annotations.mode()),
  };
}

/** As in the presenter view; the bar of the phone above has the colour of the page. */
function remoteLight(root: ShadowRoot): () => void {
  const change = lightSwitch(root.host);
  const paint = (): void => {
    const { backgroundColor } = getComputedStyle(root.querySelector('.view') as HTMLElement);
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', backgroundColor);
  };
  paint();
  return () => {
    change();
    paint();
  };
}

/** Buttons, swipes, and the keys of a clicker that is paired with the phone. */
function takeRemoteActions(
  { root }: RemoteFrame,
  store: TalkStore,
  annotations: AnnotationLayer,
  actions: Partial<Record<string, () => void>>,
): void {
  root.addEventListener('click', (event) => {
    actions[(event.target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'] ?? '']?.();
  });
  window.addEventListener('keydown', (event) => {
    const act = root.querySelector('dialog[open]') ? undefined : actions[stageAction(event) ?? ''];
    if (!act) return;
    event.preventDefault();
    act();
  });
  const onward = document.documentElement.dir === 'rtl' ? 'right' : 'left';
  takeSwipes(root.querySelector('.view') as HTMLElement, (way) => {
    if (annotations.mode() !== 'none') return;
    if (way === onward) store.next();
    else store.back();
  });
}

function showRemoteWords(
  { root, part, button }: RemoteFrame,
  store: TalkStore,
  { words, hand }: { words: ServedWords; hand: AnnotationMode },
): void {
  const { talk, plan } = store;
  const find = (id: string): (typeof plan)[number] | undefined => plan.find((slide) => slide.id === id);
  const name = (id: string): string => {
    const { number, title } = find(id) ?? {};
    return [number, title].filter(Boolean).join(' · ');
  };
  const slide = find(talk.at.slide);
  part('where').textContent = name(talk.at.slide) || words.untitled;
  part('steps').textContent =
    slide && slide.steps > 0
      ? words.step.replace('{step}', String(talk.at.step)).replace('{steps}', String(slide.steps))
      : '';
  const frozen = talk.frozen ? words.sees.replace('{slide}', name(talk.shown.slide)) : '';
  const audience = talk.black ? words.seesBlack : frozen;
  part('audience').textContent = audience;
  part('audience').hidden = audience === '';
  const view = root.querySelector<HTMLElement>('.view');
  if (view) {
    if (hand === 'none') delete view.dataset['hand'];
    else view.dataset['hand'] = hand;
  }
  const undo = button('undo');
  if (undo) undo.hidden = hand !== 'pen';
  for (const [does, on] of [
    ['black', talk.black],
    ['freeze', talk.frozen],
    ['pointer', hand === 'pointer'],
    ['pen', hand === 'pen'],
  ] as const) {
    button(does)?.setAttribute('aria-pressed', String(on));
  }
}

function showRemoteTime({ part, button }: RemoteFrame, store: TalkStore, words: ServedWords): void {
  const { timer } = store.talk;
  const pace = paceOf(store.talk, store.plan, store.now());
  const { text, state } = paceText(pace, words);
  part('timer').textContent = clockText(pace.spent);
  part('timer').dataset['running'] = String(timer.since !== null);
  part('planned').textContent = pace.planned > 0 ? words.of.replace('{time}', clockText(pace.planned)) : '';
  part('pace').textContent = pace.spent > 0 ? text : '';
  part('pace').dataset['state'] = pace.spent > 0 ? state : 'none';
  part('offline').hidden = document.documentElement.dataset['connected'] !== 'false';
  const reset = button('reset');
  // Nobody takes back by accident what is running.
  if (reset) reset.hidden = timer.since !== null || timer.spent === 0;
}
