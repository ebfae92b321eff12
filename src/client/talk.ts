import type { Stroke } from '../model/stroke.ts';
import type { Playback } from './playback.ts';

/** A part of a slide that is shown larger. */
export interface Zoom {
  /** The middle of what is shown, in px of the slide. */
  x: number;
  y: number;
  /** Above 1. */
  scale: number;
}

/** A slide, after some of its steps. */
export interface SlideStep {
  slide: string;
  step: number;
  /** @default the whole slide */
  zoom?: Zoom | undefined;
}

/** Facts about a slide that a talk knows in advance. */
export interface PlannedSlide {
  id: string;
  title: string;
  section: string;
  /** 1-based; `undefined` on slides that are not counted. */
  number?: number | undefined;
  steps: number;
  /** Seconds from the start of the talk. */
  start: number;
  /** Seconds. */
  length: number;
}

/** The state of a talk. Every window has a copy; the latest change wins. */
export interface Talk {
  /** The position of the speaker. */
  at: SlideStep;
  /** The position that the audience sees: the same, unless it is frozen. */
  shown: SlideStep;
  black: boolean;
  frozen: boolean;
  /** Runs since a moment (ms since 1970), or stands still, after so many ms of earlier runs. */
  timer: { since: number | null; spent: number };
  /** The video or sound of the shown slide that was touched last. */
  media?: Playback | undefined;
  /** Grows with each change: ms since 1970, or one more than before where clocks differ. */
  changed: number;
}

export interface Drawing {
  strokes: Stroke[];
  changed: number;
}

/** Where something is on the desktop of several screens, in px. */
export interface ScreenPlace {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Messages between windows. */
export type TalkMessage =
  | { type: 'hello'; talk: Talk }
  | { type: 'talk'; talk: Talk }
  | { type: 'drawing'; slide: string; drawing: Drawing }
  /** A line that is being drawn; `null` when it is done. */
  | { type: 'trace'; slide: string; stroke: Stroke | null }
  /** The pointer, in px of the slide; `null` when it is gone. `spot` is the radius of a spotlight in its place. */
  | { type: 'pointer'; point: [x: number, y: number] | null; spot?: number | undefined }
  | LocalMessage;

/** Messages between windows of one computer. */
type LocalMessage =
  /** The slides fill the projector. */
  | { type: 'screens' }
  /** The presenter view goes somewhere else. */
  | { type: 'place'; place: ScreenPlace }
  /** The notes are scrolled, by so many of their heights. */
  | { type: 'scroll'; by: number };

/** Tells whether a message is for a server, too. */
export function isForServers<Message extends TalkMessage>(
  message: Message,
): message is Exclude<Message, LocalMessage | { type: 'hello' }> {
  return !/^(?:hello|screens|place|scroll)$/.test(message.type);
}

/** Creates a talk at its first slide. */
export function newTalk(slide: string): Talk {
  const place = { slide, step: 0 };
  return { at: place, shown: place, black: false, frozen: false, timer: { since: null, spent: 0 }, changed: 0 };
}

/** Returns the position one step further; the same at the end. */
export function stepAfter(plan: readonly PlannedSlide[], { slide, step }: SlideStep): SlideStep {
  const index = plan.findIndex(({ id }) => id === slide);
  const here = plan[index];
  if (here && step < here.steps) return { slide, step: step + 1 };
  const next = plan[index + 1];
  return next ? { slide: next.id, step: 0 } : { slide, step };
}

/** Returns the position one step before; the same at the start. */
export function stepBefore(plan: readonly PlannedSlide[], { slide, step }: SlideStep): SlideStep {
  if (step > 0) return { slide, step: step - 1 };
  const previous = plan[plan.findIndex(({ id }) => id === slide) - 1];
  return previous ? { slide: previous.id, step: previous.steps } : { slide, step };
}

/**
 * Returns the talk after the speaker moved, which ends a black screen unless it is frozen. The timer starts when the
 * first slide is left for the first time.
 */
export function wentTo(talk: Talk, to: SlideStep, now: number): Talk {
  const { timer, frozen, shown } = talk;
  const same = to.slide === talk.at.slide;
  const first = timer.since === null && timer.spent === 0 && !same;
  // A step does not end what is looked at closely; another slide does.
  const at = same && talk.at.zoom ? { ...to, zoom: talk.at.zoom } : to;
  return withoutOthers({
    ...talk,
    at,
    shown: frozen ? shown : at,
    black: talk.black && frozen,
    timer: first ? { since: now, spent: 0 } : timer,
  });
}

/** Videos end with their slide. */
function withoutOthers({ media, ...talk }: Talk): Talk {
  return media?.slide === talk.shown.slide ? { ...talk, media } : talk;
}

/** Returns the talk with the audience’s screen frozen as it is, or following the speaker again. */
export function froze(talk: Talk, frozen: boolean): Talk {
  return withoutOthers({ ...talk, frozen, shown: frozen ? talk.shown : talk.at });
}

/** Returns the talk with a part of its slide shown larger, or the whole of it again. */
export function zoomedTo(talk: Talk, zoom: Zoom | undefined): Talk {
  const { zoom: _, ...place } = talk.at;
  const at = zoom ? { ...place, zoom } : place;
  return { ...talk, at, shown: talk.frozen ? talk.shown : at };
}

/**
 * Returns the milliseconds that the timer shows. Clocks that differ by some milliseconds do not make it run backwards.
 */
export function elapsed({ timer }: Talk, now: number): number {
  return timer.spent + (timer.since === null ? 0 : Math.max(0, now - timer.since));
}

/** Returns the talk with its timer started or stopped. */
export function toggledTimer(talk: Talk, now: number): Talk {
  const { since } = talk.timer;
  const timer = since === null ? { ...talk.timer, since: now } : { since: null, spent: elapsed(talk, now) };
  return { ...talk, timer };
}
