import type { Deck, Slide } from '../model/deck.ts';
import { escapeHtml } from './document-head.ts';
import { noteLengths, paperSize, type PageSize } from './handout-grid.ts';
import { inkedSlide } from './inked-slide.ts';
import { notesSize } from './notes-size.ts';
import {
  framedSlide,
  notesBlock,
  paperDocument,
  slideLabel,
  type PageSettings,
  type PaperParts,
} from './paper-document.ts';
import { notesHtml } from './slide-html.ts';
import { clockText } from '../client/pace.ts';
import { timingsOf, type SlideTiming } from './timing.ts';

export interface NotesSettings extends PageSettings, PageSize {
  /** Letters that are read from a lectern in bad light. */
  large: boolean;
}

/** Renders the speaker's pages: each slide with its times, the next slide, and all of its notes. */
export function notesDocument(deck: Deck, settings: NotesSettings, parts: PaperParts): string {
  const { slides, themeOf } = parts;
  const timings = new Map(timingsOf(deck.slides, deck.meta).map((timing, at) => [deck.slides[at], timing]));
  const body = slides.map((slide, index) => {
    const frame = framedSlide(inkedSlide(slide, deck, settings), deck, { themeOf });
    const aside = about(slide, { timing: timings.get(slide), next: slides[index + 1], duration: deck.meta.duration });
    const top = `<div class="leaf-top">${frame}${aside}</div>`;
    return `<article class="leaf">${top}${notesBlock(slideLabel(slide), notesHtml(slide, deck, 'handout'))}</article>`;
  });
  const paper = paperSize(settings);
  const { width, height } = deck.meta.size;
  const slideWidth = Math.min(paper.width * 0.5, ((paper.height * 0.34) / height) * width);
  const room = { paper, slideHeight: (slideWidth / width) * height, large: settings.large };
  return paperDocument(deck, parts, {
    paper,
    kind: 'notes',
    settings,
    properties: {
      'paper-slide': `${slideWidth.toFixed(3)}mm`,
      'paper-note-size': `${notesSize(noteLengths(slides), room)}pt`,
    },
    body: body.join('\n'),
  });
}

interface AboutParts {
  timing: SlideTiming | undefined;
  next: Slide | undefined;
  /** Length of the talk in seconds. */
  duration: number | undefined;
}

function about(slide: Slide, { timing, next, duration }: AboutParts): string {
  const { start = 0, length = 0, estimated } = timing ?? {};
  // Times are read from left to right in every language.
  const time = (guess: boolean | undefined, text: string): string => `<bdi dir="ltr">${guess ? '~' : ''}${text}</bdi>`;
  const whole = duration ? ` <small>/ ${clockText(duration)}</small>` : '';
  const steps = Array.from(
    { length: slide.steps },
    (_, index) => `<b class="note-step" data-number="${index + 1}"></b>`,
  );
  const lines = [
    `<p class="clock">${time(estimated?.start, clockText(start) + whole)}</p>`,
    length > 0 ? `<p>${time(estimated?.length, `+ ${clockText(length)}`)}</p>` : '',
    steps.length > 0 ? `<p class="note-steps">${steps.join('')}</p>` : '',
    slide.section && !slide.opensSection ? `<p class="section-name">${escapeHtml(slide.section)}</p>` : '',
    next?.title ? `<p class="next">› ${escapeHtml(next.title)}</p>` : '',
  ];
  return `<div class="about">${lines.filter(Boolean).join('')}</div>`;
}
