import type { Deck, Slide } from '../model/deck.ts';
import type { HandoutSettings } from '../model/handout.ts';
import { escapeHtml } from './document-head.ts';
import { withLittleInk } from './handout-document.ts';
import { paperSize } from './handout-grid.ts';
import { framedSlide, notesBlock, paperDocument, type PageSettings, type PaperParts } from './paper-document.ts';
import { notesHtml } from './slide-html.ts';
import { clockText } from '../client/pace.ts';
import { timingsOf, type SlideTiming } from './timing.ts';

export interface NotesSettings extends PageSettings, Pick<HandoutSettings, 'paper' | 'orientation'> {
  /** Letters that are read from a lectern in bad light. */
  large: boolean;
}

/** Renders the speaker's pages: each slide with its times, the next slide, and all of its notes. */
export function notesDocument(deck: Deck, settings: NotesSettings, parts: PaperParts): string {
  const { slides, themeOf } = parts;
  const timings = new Map(timingsOf(deck.slides, deck.meta).map((timing, at) => [deck.slides[at], timing]));
  const body = slides.map((slide, index) => {
    const shown = settings.ink === 'save' ? withLittleInk(slide, deck) : slide;
    const aside = about(timings.get(slide), slide, slides[index + 1]);
    const top = `<div class="leaf-top">${framedSlide(shown, deck, { themeOf })}${aside}</div>`;
    return `<article class="leaf">${top}${notesBlock(slide, notesHtml(slide, deck, 'handout'))}</article>`;
  });
  const paper = paperSize(settings);
  return paperDocument(deck, parts, {
    paper,
    kind: 'notes',
    settings,
    properties: {
      'paper-slide': `${Math.min(paper.width * 0.5, ((paper.height * 0.34) / deck.meta.size.height) * deck.meta.size.width).toFixed(3)}mm`,
      'paper-note-size': settings.large ? '18pt' : '12pt',
    },
    body: body.join('\n'),
  });
}

function about(timing: SlideTiming | undefined, slide: Slide, next: Slide | undefined): string {
  const { start = 0, length = 0, estimated } = timing ?? {};
  // Times are read from left to right in every language.
  const time = (guess: boolean | undefined, text: string): string => `<bdi dir="ltr">${guess ? '~' : ''}${text}</bdi>`;
  const lines = [
    `<p class="clock">${time(estimated?.start, clockText(start))}</p>`,
    length > 0 ? `<p>${time(estimated?.length, `+ ${clockText(length)}`)}</p>` : '',
    slide.section && !slide.opensSection ? `<p class="section-name">${escapeHtml(slide.section)}</p>` : '',
    next?.title ? `<p class="next">› ${escapeHtml(next.title)}</p>` : '',
  ];
  return `<div class="about">${lines.filter(Boolean).join('')}</div>`;
}
