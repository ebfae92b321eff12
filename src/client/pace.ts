import type { StageWords } from '../model/talk-words.ts';
import { elapsed, type PlannedSlide, type Talk } from './talk.ts';

/** How a talk keeps to its plan. */
export interface Pace {
  /** Seconds spoken. */
  spent: number;
  /** Seconds planned for the whole talk; 0 where nothing is planned. */
  planned: number;
  /** Seconds behind the plan, where positive; ahead of it, where negative; 0 within the time of the slide. */
  behind: number;
}

/** Compares the time that a talk has taken with its plan, in seconds. */
export function paceOf(talk: Talk, plan: readonly PlannedSlide[], now: number): Pace {
  const spent = elapsed(talk, now) / 1000;
  const last = plan.at(-1);
  const planned = last ? last.start + last.length : 0;
  const slide = plan.find(({ id }) => id === talk.at.slide);
  if (!slide || planned === 0) return { spent, planned: 0, behind: 0 };
  const end = slide.start + slide.length;
  const behind = spent > end ? spent - end : Math.min(0, spent - slide.start);
  return { spent, planned, behind };
}

/** Formats seconds as `4:05` or `1:02:30`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number): string => String(number).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Describes the pace, and how severe a delay is. A minute on a long slide is not a delay yet. */
export function paceText(
  { behind, planned }: Pace,
  words: StageWords,
): {
  text: string;
  state: 'none' | 'fine' | 'ahead' | 'late' | 'over';
} {
  if (planned === 0) return { text: '', state: 'none' };
  if (behind > 0)
    return {
      text: words.behind.replace('{time}', clockText(behind)),
      state: behind > Math.max(60, planned * 0.1) ? 'over' : 'late',
    };
  if (behind < -30) return { text: words.ahead.replace('{time}', clockText(-behind)), state: 'ahead' };
  return { text: words.onTime, state: 'fine' };
}

/** Sections with what is planned for them, in the order of the talk. */
export function sectionsOf(plan: readonly PlannedSlide[]): { title: string; start: number; length: number }[] {
  const sections: { title: string; start: number; length: number }[] = [];
  for (const { section, start, length } of plan) {
    const last = sections.at(-1);
    if (last && last.title === section) last.length += length;
    else sections.push({ title: section, start, length });
  }
  return sections;
}

/** Returns the slide that is planned for a share of the time of the talk. */
export function slideAtTime(plan: readonly PlannedSlide[], share: number): PlannedSlide | undefined {
  const last = plan.at(-1);
  const seconds = share * (last ? last.start + last.length : 0);
  return plan.findLast(({ start, length }) => start <= seconds && length > 0) ?? plan[0];
}
