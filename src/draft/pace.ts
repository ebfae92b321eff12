import type { PlannedSlide } from './planned.ts';
import { countWords } from './words.ts';

/** Words that people say in a minute in front of an audience. */
const WORDS_PER_MINUTE = 130;

/** How long slides take. */
export interface Pace {
  /** Seconds that all notes take to say. */
  spoken: number;
  /** Seconds that the talk is planned for. */
  total: number;
  /** Seconds planned for a slide; `undefined` where the talk has no planned length. */
  secondsOf: (slide: PlannedSlide) => number | undefined;
}

export function spokenSeconds({ notes }: Pick<PlannedSlide, 'notes'>): number {
  const words = notes.reduce((sum, { text }) => sum + countWords(text), 0);
  return (words / WORDS_PER_MINUTE) * 60;
}

/** Shares the time of a talk among its slides, by what is said on each; none is shown for less than ten seconds. */
export function paceOf(slides: readonly PlannedSlide[], duration: number | undefined): Pace {
  const spoken = slides.reduce((sum, slide) => sum + spokenSeconds(slide), 0);
  const total = duration ?? Math.max(60, Math.ceil((spoken * 1.15) / 60) * 60);
  if (duration === undefined) return { spoken, total, secondsOf: () => undefined };
  const share = new Map(slides.map((slide) => [slide, Math.max(10, spokenSeconds(slide))]));
  const sum = [...share.values()].reduce((all, one) => all + one, 0);
  return {
    spoken,
    total,
    secondsOf: (slide) => {
      const part = share.get(slide);
      return part === undefined ? undefined : Math.max(5, Math.floor(((part / sum) * total) / 5) * 5);
    },
  };
}
