import type { Article, Section } from './article.ts';
import type { Context } from './recognise/recogniser.ts';
import type { Candidate, SlideContent } from './slide.ts';
import type { Lines, Sentence } from './words.ts';

/** A slide of the draft: what it shows, what is said, and why. */
export interface PlannedSlide {
  content: SlideContent;
  notes: readonly Sentence[];
  form: string;
  why: string;
  lines: Lines;
  /** Written beside the slide, in comments that only its author sees. */
  remarks?: readonly string[] | undefined;
}

export interface PlannedSection {
  section: Section;
  /** Whether a slide of its own opens it. */
  divided: boolean;
  /** Said while its title is shown. */
  notes: readonly Sentence[];
  slides: readonly PlannedSlide[];
}

export interface Plan {
  article: Article;
  context: Context;
  sections: readonly PlannedSection[];
  closing: PlannedSlide | undefined;
}

/** Sentences that follow each other, with all the ways to show some of them. */
export interface Run {
  sentences: readonly Sentence[];
  candidates: readonly Candidate[];
  title: Sentence | undefined;
  /** The nearest title above them: a heading below that of the section, else that one. */
  near: Sentence | undefined;
}

/** Returns the lines from the first sentence to the last. */
export function linesOf(sentences: readonly Sentence[]): Lines {
  return {
    from: Math.min(...sentences.map(({ lines }) => lines.from)),
    to: Math.max(...sentences.map(({ lines }) => lines.to)),
  };
}

/** Adds what is said with a slide to the one before it. */
export function saidWith(slide: PlannedSlide, next: PlannedSlide): PlannedSlide {
  return {
    ...slide,
    notes: [...slide.notes, ...next.notes],
    remarks: [...(slide.remarks ?? []), ...(next.remarks ?? [])],
    lines: { from: slide.lines.from, to: Math.max(slide.lines.to, next.lines.to) },
  };
}
