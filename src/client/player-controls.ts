import type { StageWords } from '../model/talk-words.ts';
import { clockText } from './pace.ts';
import { playbackTime, playersOf, type Playback } from './playback.ts';
import type { TalkStore } from './talk-store.ts';

/** Buttons that play videos and sounds on the audience's screen. */
export interface PlayerControls {
  /** Shows those of the slide where the speaker is. */
  show: () => void;
  /** Plays the first of them, or stops the one that plays. */
  toggle: () => void;
}

export interface PlayerControlsOptions {
  store: TalkStore;
  words: StageWords;
  /** Returns the slide, which is looked at and not played. */
  slide: (id: string) => Element | null;
}

/** Fills a place with a row for each video and sound of a slide: play or pause, where it is, and how long it takes. */
export function createPlayerControls(
  place: HTMLElement,
  { store, words, slide }: PlayerControlsOptions,
): PlayerControls {
  // Of those that were not touched last it is known where they were left.
  const known = new Map<string, Playback>();
  const rows: PlayerRow[] = [];
  let filled = '';
  const at = (index: number): Playback => {
    const [id, { media }] = [store.talk.at.slide, store.talk];
    const key = `${index} ${id}`;
    const isLast = media?.slide === id && media.index === index;
    if (isLast) known.set(key, media);
    const last = known.get(key) ?? { slide: id, index, playing: false, time: 0, since: 0, length: 0 };
    // How long one is that nobody has touched, the copy that is shown here knows.
    const length = last.length || lengthOf(copies(id)[index]);
    return isLast ? { ...last, length } : { ...last, length, playing: false };
  };
  const change = (index: number, more: Partial<Playback>): void => {
    const now = store.now();
    const before = at(index);
    const time = playbackTime(before, now);
    const media = { ...before, time, since: now, blocked: false, ...more };
    store.change((talk) => ({ ...talk, media }));
  };
  const toggle = (index: number): void => {
    const before = at(index);
    const ended = before.length > 0 && playbackTime(before, store.now()) >= before.length - 0.05;
    const playing = !before.playing || ended;
    change(index, { playing, ...(ended && { time: 0 }) });
  };
  const tick = (): void => rows.forEach((row, index) => row.show(at(index), store));
  setInterval(() => rows.length > 0 && tick(), 250);
  return {
    show() {
      const { at: here, shown } = store.talk;
      const id = here.slide;
      // Frozen, the audience sees and hears another slide.
      const players = id === shown.slide ? playersOf(slide(id)) : [];
      place.hidden = players.length === 0;
      const made = `${id} ${players.length}`;
      if (made !== filled) {
        filled = made;
        rows.splice(
          0,
          Infinity,
          ...players.map((player, index) =>
            playerRow(player, index, { words, toggle, change, isAlone: players.length === 1 }),
          ),
        );
        place.replaceChildren(...rows.map(({ element }) => element));
      }
      tick();
    },
    toggle: () =>
      rows.length > 0 && toggle(store.talk.media?.slide === store.talk.at.slide ? store.talk.media.index : 0),
  };
}

/** Players of a slide in the image of it that a speaker's window shows. */
const copies = (id: string): HTMLMediaElement[] =>
  playersOf(document.querySelector(`:is(#presenter, #remote) section.slide#${CSS.escape(id)}`));

const lengthOf = (player: HTMLMediaElement | undefined): number =>
  player && Number.isFinite(player.duration) ? Math.round(player.duration * 100) / 100 : 0;

interface PlayerRow {
  element: HTMLElement;
  show: (playback: Playback, store: TalkStore) => void;
}

const SHAPES = { play: 'M7 4v16l13-8z', pause: 'M7 4h4v16H7zM14 4h4v16h-4z' };

function playerRow(
  player: HTMLMediaElement,
  index: number,
  {
    words,
    toggle,
    change,
    isAlone,
  }: {
    words: StageWords;
    toggle: (index: number) => void;
    change: (index: number, more: Partial<Playback>) => void;
    isAlone: boolean;
  },
): PlayerRow {
  const numbered = (player.matches('audio') ? words.sound : words.film).replace('{number}', String(index + 1));
  const label = player.getAttribute('aria-label') ?? numbered;
  const name = isAlone ? label : `${index + 1}. ${label}`;
  const element = document.createElement('div');
  element.className = 'player';
  element.dir = 'ltr';
  element.innerHTML = `<span class="label" dir="auto"></span><button type="button" class="small"><svg viewBox="0 0 24 24" aria-hidden="true"><path/></svg></button><input type="range" min="0" step="0.1"><span class="digits"></span><span role="status"></span>`;
  const [button, slider] = [element.querySelector('button'), element.querySelector('input')];
  const [title, digits, status] = element.querySelectorAll('span');
  const shape = element.querySelector('path');
  if (title && !isAlone) title.textContent = name;
  button?.addEventListener('click', () => toggle(index));
  slider?.setAttribute('aria-label', words.position.replace('{name}', name));
  const isHeld = slider ? takeSlider(slider, (time) => change(index, { time })) : () => false;
  return {
    element,
    show(playback, store) {
      const time = playbackTime(playback, store.now());
      const does = playback.playing && (playback.length === 0 || time < playback.length) ? 'pause' : 'play';
      shape?.setAttribute('d', SHAPES[does]);
      button?.setAttribute('aria-label', `${words[does]}: ${name}`);
      if (button) button.title = `${words[does]} (K)`;
      if (digits)
        digits.textContent =
          playback.length > 0 ? `${clockText(time)} / ${clockText(playback.length)}` : clockText(time);
      const blocked = playback.blocked ? words.mediaBlocked : '';
      if (status && status.textContent !== blocked) status.textContent = blocked;
      if (!slider) return;
      slider.disabled = playback.length === 0;
      slider.max = String(playback.length || 1);
      if (!isHeld()) slider.value = String(time);
      slider.setAttribute('aria-valuetext', clockText(time));
    },
  };
}

/** Tells what a slider is moved to; returns whether a hand moves it now. */
function takeSlider(slider: HTMLInputElement, seek: (time: number) => void): () => boolean {
  let [held, told] = [false, 0];
  slider.addEventListener('input', ({ timeStamp }) => {
    held = true;
    // The server limits the rate of messages.
    if (timeStamp - told < 150) return;
    told = timeStamp;
    seek(Number(slider.value));
  });
  slider.addEventListener('change', () => {
    held = false;
    seek(Number(slider.value));
  });
  return () => held;
}
