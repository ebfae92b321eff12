import type { Deck, Slide } from '../model/deck.ts';
import type { HandoutSettings } from '../model/handout.ts';
import { GAP, handoutGrid, isLong, noteLengths } from './handout-grid.ts';
import { handoutRows, type HandoutRow } from './handout-rows.ts';
import { inkedSlide } from './inked-slide.ts';
import { framedSlide, notesBlock, paperDocument, slideLabel, type PaperParts } from './paper-document.ts';
import { deckPages, type DeckPage } from './pages.ts';
import { notesHtml } from './slide-html.ts';
import { solutions } from './solutions.ts';

/** More than fit on any page; what does not fit is cut. */
const LINES = '<i></i>'.repeat(60);

/**
 * Returns what a handout shows in its order: slides, or their states one after the other.
 *
 * @param slides - those that are printed.
 */
export function handoutPages(deck: Deck, { steps }: HandoutSettings, slides: readonly Slide[]): DeckPage[] {
  return deckPages(deck, { steps, shown: slides });
}

/** Renders a handout: several slides a page, with notes or lines to write on. */
export function handoutDocument(deck: Deck, settings: HandoutSettings, parts: PaperParts): string {
  const { slides, themeOf } = parts;
  const lengths = noteLengths(slides);
  const grid = handoutGrid(settings, { size: deck.meta.size, noteLengths: lengths });
  const long = new Set(slides.filter((_, index) => isLong(lengths[index] ?? 0, grid)));
  const rows = handoutRows(handoutPages(deck, settings, slides), { grid, sections: settings.sections });
  const leafOf = ({ slide, step, first, label: number }: DeckPage, row: HandoutRow): string => {
    const frame = framedSlide(inkedSlide(slide, deck, settings), deck, { themeOf, step, repeated: !first });
    const label = slideLabel({ number, title: slide.title });
    if (row.kind === 'sheet') return `<article class="leaf">${frame}${label}</article>`;
    if (row.kind !== 'noted') return `<article class="leaf">${label}${frame}</article>`;
    if (settings.lines) return `<article class="leaf ${grid.notes}">${frame}${lines(label)}</article>`;
    const notes = notesHtml(slide, deck, 'handout');
    if (grid.notes === 'below') return `<article class="leaf below">${frame}${notesBlock(label, notes)}</article>`;
    return `<article class="leaf around">${notesBlock(label, notes, frame)}</article>`;
  };
  const body = rows.map((row) => {
    const mayBreak = !settings.lines && row.kind === 'noted' && row.slides.some(({ slide }) => long.has(slide));
    const classes = ['row', row.kind, ...(row.opens ? ['opens'] : []), ...(mayBreak ? ['long'] : [])];
    return `<div class="${classes.join(' ')}">${row.slides.map((page) => leafOf(page, row)).join('\n')}</div>`;
  });
  return paperDocument(deck, parts, {
    paper: grid.paper,
    kind: 'handout',
    settings,
    properties: {
      'paper-columns': String(grid.columns),
      'paper-rows': String(grid.rows),
      'paper-flow': settings.order === 'down' ? 'column' : 'row',
      'paper-gap': `${GAP}mm`,
      'paper-row': millimetres(grid.rowHeight),
      'paper-slide': millimetres(grid.slideWidth),
      'paper-half': millimetres((grid.areaWidth - GAP) / 2),
      'paper-third': millimetres((grid.areaWidth - 2 * GAP) / 3),
    },
    body: [...body, settings.solutions ? solutions(slides, deck.meta.lang) : ''].join('\n'),
  });
}

function millimetres(length: number): string {
  return `${length.toFixed(3)}mm`;
}

function lines(label: string): string {
  return `<div class="lines">${label}<div aria-hidden="true">${LINES}</div></div>`;
}
