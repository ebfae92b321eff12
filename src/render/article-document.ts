import type { Deck, Slide } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';
import type { Layout } from '../model/layouts.ts';
import { documentHead, escapeHtml } from './document-head.ts';
import { GAP, MARGINS, paperSize, type PageSize } from './handout-grid.ts';
import { withAddresses } from './image-addresses.ts';
import { inkedSlide } from './inked-slide.ts';
import { framedSlide, paperDocument, slideLabel, type PageSettings, type PaperParts } from './paper-document.ts';
import { notesHtml } from './slide-html.ts';

/** Slides that say where a talk is, and show nothing that an article needs. */
const GUIDING: ReadonlySet<Layout> = new Set(['cover', 'section', 'agenda', 'end']);
/** Width of the text in mm: about 80 letters. */
const TEXT_WIDTH = 140;

export interface ArticleSettings extends PageSettings, PageSize {}

/** Tells whether an article shows a slide as a figure. */
export function isFigure({ opensSection, settings }: Slide): boolean {
  return !opensSection && !GUIDING.has(settings.layout);
}

/** Renders a talk as an article on paper: notes are its text, slides its figures, sections its headings. */
export function articlePages(deck: Deck, settings: ArticleSettings, parts: PaperParts): string {
  const { slides, themeOf } = parts;
  const paper = paperSize(settings);
  const width = Math.min(TEXT_WIDTH, paper.width - 2 * MARGINS.side);
  const figure = (slide: Slide): string =>
    framedSlide(inkedSlide(slide, deck, settings), deck, { themeOf }) + slideLabel(slide);
  return paperDocument(deck, parts, {
    paper,
    kind: 'article',
    settings,
    properties: { 'paper-slide': `${width}mm`, 'paper-half': `${(width - GAP) / 2}mm`, 'paper-text': `${width}mm` },
    body: articleBody(deck, slides, figure),
  });
}

/**
 * Renders the same as a page for the web.
 *
 * @param pictures - data addresses of the slides that are figures, and their texts.
 */
export function articlePage(
  deck: Deck,
  { css, addresses, slides }: Omit<PaperParts, 'themeOf'>,
  pictures: ReadonlyMap<Slide, { source: string; text: string }>,
): string {
  const { width, height } = deck.meta.size;
  const figure = (slide: Slide): string => {
    const { source = '', text = '' } = pictures.get(slide) ?? {};
    const image = `<img src="${source}" alt="${escapeHtml(text)}" width="${width}" height="${height}">`;
    return `<div id="${escapeHtml(slide.id)}">${image}</div>${slideLabel(slide)}`;
  };
  return [
    documentHead(deck, { css, policy: `script-src 'none'; frame-src 'none'` }),
    `<body class="paper article web">`,
    `<main>`,
    withAddresses(articleBody(deck, slides, figure), addresses),
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

function articleBody(deck: Deck, slides: readonly Slide[], figure: (slide: Slide) => string): string {
  const parts = [articleHead(deck, slides[0])];
  let figures: string[] = [];
  const closeFigures = (): void => {
    if (figures.length > 0) parts.push(`<div class="figures">${figures.join('\n')}</div>`);
    figures = [];
  };
  for (const slide of slides) {
    if (isFigure(slide)) figures.push(`<figure>${figure(slide)}</figure>`);
    else if (slide.opensSection && slide.title !== '') {
      closeFigures();
      parts.push(`<h2 id="${escapeHtml(slide.id)}">${escapeHtml(slide.title)}</h2>`);
    }
    if (slide.notes.length === 0) continue;
    closeFigures();
    parts.push(`<div class="prose">${notesHtml(slide, deck, 'handout')}</div>`);
  }
  closeFigures();
  return parts.join('\n');
}

function articleHead({ meta }: Deck, first: Slide | undefined): string {
  const { title, subtitle, authors, description, lang } = meta;
  const id = first?.settings.layout === 'cover' ? ` id="${escapeHtml(first.id)}"` : '';
  const byline = [authors.join(', '), shownDate(meta.date, lang)].filter(Boolean).join(' · ');
  const line = (className: string, text: string): string =>
    text === '' ? '' : `<p class="${className}">${escapeHtml(text)}</p>`;
  return `<header class="article-head"><h1${id}>${escapeHtml(title)}</h1>${line('article-subtitle', subtitle)}${line('article-byline', byline)}${line('article-abstract', description)}</header>`;
}
