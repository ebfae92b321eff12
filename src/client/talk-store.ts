import type { Stroke } from '../model/stroke.ts';
import { persistTalk, persistedTalk } from './persist-talk.ts';
import {
  newTalk,
  stepAfter,
  stepBefore,
  wentTo,
  type Drawing,
  type SlideStep,
  type PlannedSlide,
  type Talk,
  type TalkMessage,
} from './talk.ts';
import type { StageOptions } from './stage-options.ts';
import type { TalkLink } from './window-channel.ts';

/** This window's copy of the talk. */
export class TalkStore {
  talk: Talk;
  plan: readonly PlannedSlide[];
  /** Ms that the server's clock is ahead of this device's. */
  skew = 0;
  /** Windows with the slides, as far as the server knows. */
  slidesWindows = 0;
  readonly #key: string;
  readonly #drawings: Map<string, Drawing>;
  /** The marks on slides before each change that was made here. */
  readonly #undone = new Map<string, Stroke[][]>();
  readonly #links: TalkLink[] = [];
  readonly #listeners: ((news: TalkMessage) => void)[] = [];

  /**
   * @param key - under which the talk is kept while its window is loaded again.
   * @param drawn - what the slides have on them at the beginning.
   */
  constructor(plan: readonly PlannedSlide[], key: string, first: SlideStep, drawn: StageOptions['drawings'] = {}) {
    const kept = persistedTalk(key);
    this.plan = plan;
    this.#key = key;
    this.talk = kept?.talk ?? { ...newTalk(first.slide), at: first, shown: first };
    const begun = Object.entries(drawn).map(([slide, strokes]): [string, Drawing] => [
      slide,
      { strokes: [...strokes], changed: 1 },
    ]);
    this.#drawings = new Map(kept?.drawings ?? begun);
  }

  /** Returns milliseconds since 1970, by the clock that all windows share. */
  now(): number {
    return Date.now() + this.skew;
  }

  drawing(slide: string): Drawing {
    return this.#drawings.get(slide) ?? { strokes: [], changed: 0 };
  }

  allDrawings(): Extract<TalkMessage, { type: 'drawing' }>[] {
    return [...this.#drawings].map(([slide, drawing]) => ({ type: 'drawing', slide, drawing }));
  }

  /** Changes the talk here and tells all other windows. */
  change(change: (talk: Talk) => Talk): void {
    this.talk = { ...change(this.talk), changed: Math.max(this.now(), this.talk.changed + 1) };
    this.#keep();
    this.show({ type: 'talk', talk: this.talk });
  }

  go(at: SlideStep): void {
    this.change((before) => wentTo(before, at, this.now()));
  }

  /** Goes to a slide by its place in the deck; to the last one where there are not so many. */
  goTo(index: number): void {
    const slide = this.plan[Math.max(0, Math.min(this.plan.length - 1, index))];
    if (slide) this.go({ slide: slide.id, step: 0 });
  }

  /** Goes to a slide by its number, if there is one. */
  goToNumber(number: number): void {
    const at = this.plan.findIndex((slide) => slide.number === number);
    if (at !== -1) this.goTo(at);
  }

  next(): void {
    this.go(stepAfter(this.plan, this.talk.at));
  }

  back(): void {
    this.go(stepBefore(this.plan, this.talk.at));
  }

  draw(slide: string, strokes: Stroke[]): void {
    this.#undone.set(slide, [...(this.#undone.get(slide) ?? []), this.drawing(slide).strokes]);
    this.#put(slide, strokes);
  }

  /** Takes back the last change of a drawing that was made here, or else its last line. */
  undo(slide: string): void {
    const { strokes } = this.drawing(slide);
    this.#put(slide, this.#undone.get(slide)?.pop() ?? strokes.slice(0, -1));
  }

  #put(slide: string, strokes: Stroke[]): void {
    const drawing = { strokes, changed: Math.max(this.now(), this.drawing(slide).changed + 1) };
    this.#drawings.set(slide, drawing);
    this.#keep();
    this.show({ type: 'drawing', slide, drawing });
  }

  /** Tells what does not last: the pointer, a line that is being drawn. */
  show(message: TalkMessage): void {
    for (const link of this.#links) link.send(message);
    this.#tell(message);
  }

  /** Takes up what another window says. */
  hear(message: TalkMessage): void {
    const { talk } = this;
    if (message.type === 'hello') {
      for (const link of this.#links) {
        for (const [slide, drawing] of this.#drawings) link.send({ type: 'drawing', slide, drawing });
        if (message.talk.changed <= talk.changed) link.send({ type: 'talk', talk });
      }
    }
    if (!this.#takesUp(message)) return;
    this.#keep();
    this.#tell(message.type === 'hello' ? { type: 'talk', talk: this.talk } : message);
  }

  addLink(link: TalkLink): void {
    this.#links.push(link);
  }

  /**
   * Adds a listener.
   *
   * @param listener - gets every change, and messages that do not last, such as the pointer.
   */
  listen(listener: (news: TalkMessage) => void): void {
    this.#listeners.push(listener);
  }

  /** Applies a message, and tells whether it changed anything: the latest change wins. */
  #takesUp(message: TalkMessage): boolean {
    if (message.type === 'talk' || message.type === 'hello') {
      const { changed } = message.talk;
      // Before anybody has moved, the window that opened first decides.
      const first = message.type === 'talk' && changed === 0 && this.talk.changed === 0;
      if (changed <= this.talk.changed && !first) return false;
      this.talk = message.talk;
    } else if (message.type === 'drawing') {
      if (message.drawing.changed <= this.drawing(message.slide).changed) return false;
      this.#drawings.set(message.slide, message.drawing);
      // What others drew is not taken back with what was drawn before.
      this.#undone.delete(message.slide);
    }
    return true;
  }

  #tell(news: TalkMessage): void {
    for (const listener of this.#listeners) listener(news);
  }

  #keep(): void {
    persistTalk(this.#key, { talk: this.talk, drawings: [...this.#drawings] });
  }
}
