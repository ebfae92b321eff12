import type { Deck, HandoutSettings, Slide } from '../model/deck.ts';
import { GAP, handoutGrid, type PaperGrid } from './handout-grid.ts';
import { framedSlide, notesBlock, paperDocument, slideLabel, type PaperParts } from './paper-document.ts';
import { notesHtml } from './slide-html.ts';

/** More than fit on any page; what does not fit is cut. */
const LINES = '<i></i>'.repeat(40);

/** Renders a handout: several slides a page, with notes or lines to write on. */
export function handoutDocument(deck: Deck, settings: HandoutSettings, parts: PaperParts): string {
  const grid = handoutGrid(settings, deck.meta.size);
  const rows = inRows(parts.slides, { columns: grid.columns, sections: settings.sections });
  const leafOf = (slide: Slide): string => leaf(slide, deck, { ...grid, settings, themeOf: parts.themeOf });
  const body = rows
    .map(({ slides, opens }) => `<div class="row${opens ? ' opens' : ''}">${slides.map(leafOf).join('\n')}</div>`)
    .join('\n');
  return paperDocument(deck, parts, {
    paper: grid.paper,
    kind: 'handout',
    ink: settings.ink,
    properties: {
      'paper-columns': String(grid.columns),
      'paper-gap': `${GAP}mm`,
      'paper-row': millimetres(grid.rowHeight),
      'paper-slide': millimetres(grid.slideWidth),
    },
    body,
  });
}

function millimetres(length: number): string {
  return `${length.toFixed(3)}mm`;
}

interface Row {
  slides: Slide[];
  /** Starts a page. */
  opens: boolean;
}

/** Groups slides into rows; where sections start new pages, the last row before one may be shorter. */
function inRows(slides: readonly Slide[], { columns, sections }: { columns: number; sections: boolean }): Row[] {
  const rows: Row[] = [];
  for (const slide of slides) {
    const last = rows.at(-1);
    const opens = sections && slide.opensSection && last !== undefined;
    if (last && !opens && last.slides.length < columns) last.slides.push(slide);
    else rows.push({ slides: [slide], opens });
  }
  return rows;
}

interface LeafOptions extends Pick<PaperGrid, 'notes'>, Pick<PaperParts, 'themeOf'> {
  settings: HandoutSettings;
}

function leaf(slide: Slide, deck: Deck, { notes, settings, themeOf }: LeafOptions): string {
  const shown = settings.ink === 'save' ? withLittleInk(slide) : slide;
  const frame = framedSlide(shown, deck, { themeOf });
  if (notes === 'none') return `<article class="leaf">${frame}${slideLabel(slide)}</article>`;
  const beside = settings.lines
    ? `<div class="lines">${slideLabel(slide)}<div aria-hidden="true">${LINES}</div></div>`
    : notesBlock(slide, notesHtml(slide, deck, 'handout'));
  return `<article class="leaf ${notes}">${frame}${beside}</article>`;
}

/** Returns the slide on a light background: dark tones and colours cost ink; background images are content. */
export function withLittleInk(slide: Slide): Slide {
  const isPaint = slide.settings.background?.kind === 'paint';
  return {
    ...slide,
    settings: { ...slide.settings, tone: 'light' },
    background: isPaint ? slide.background.slice(1) : slide.background,
  };
}
