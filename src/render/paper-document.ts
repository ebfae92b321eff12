import type { Deck, HandoutSettings, Size, Slide } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';
import { uiWords } from '../model/ui-words.ts';
import { documentHead, escapeHtml } from './document-head.ts';
import { FRAME, MARGINS } from './handout-grid.ts';
import { withAddresses, type ImageAddresses } from './image-addresses.ts';
import { HEAD_GAP, HEAD_SIZE, pageHead } from './page-head.ts';
import { slideHtml, type SlideHtmlOptions, type ThemeNames } from './slide-html.ts';

/** The parts of a document on paper. */
export interface PaperParts {
  css: string;
  addresses: ImageAddresses;
  themeOf: ThemeNames;
  /** The slides that are printed. */
  slides: readonly Slide[];
}

interface PaperSheet {
  /** In mm. */
  paper: Size;
  /** The kind of the document. */
  kind: 'handout' | 'notes';
  ink: HandoutSettings['ink'];
  /** Custom properties. */
  properties: Record<string, string>;
  body: string;
}

/**
 * A document on paper: running header, numbered pages, and hidden links to every slide, since a browser writes down in a
 * PDF where something stands only if something links to it.
 */
export function paperDocument(deck: Deck, { css, addresses, slides }: PaperParts, sheet: PaperSheet): string {
  const { paper, kind, ink, properties, body } = sheet;
  const declared = Object.entries(properties).map(([name, value]) => `--${name}:${value}`);
  const links = slides.map(({ id }) => `<a href="#${escapeHtml(id)}"></a>`).join('');
  return [
    documentHead(deck, {
      css: `${css}:root{${declared.join(';')}}.paper main{padding-inline:${FRAME}mm}${pageRules(deck, paper)}`,
      policy: POLICY,
    }),
    `<body class="paper ${kind} ${ink}">`,
    `<nav hidden>${links}</nav>`,
    `<main class="print" hidden>`,
    withAddresses(body, addresses),
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

const POLICY = `script-src 'none'; frame-src 'none'`;

/** Renders a slide for paper: in its own size, scaled into a frame. */
export function framedSlide(slide: Slide, deck: Deck, options: Omit<SlideHtmlOptions, 'output'>): string {
  const html = slideHtml(slide, deck, { output: 'handout', step: slide.steps, pdfRoles: true, ...options });
  return `<div class="frame"><div class="stage">${html}</div></div>`;
}

/** Renders number and title of a slide for sighted readers; screen readers use its own heading. */
export function slideLabel({ number, title }: Slide): string {
  const parts = [
    number === undefined ? '' : `<b>${number}</b>`,
    title ? `<span>${escapeHtml(title)}</span>` : '',
  ].filter(Boolean);
  return `<p class="label" aria-hidden="true">${parts.join(' ')}</p>`;
}

/** Renders notes that may continue on the next page, with their heading on each page. */
export function notesBlock(slide: Slide, notes: string): string {
  return `<div class="notes"><div class="notes-head">${slideLabel(slide)}</div><div class="notes-body"><div class="prose">${notes}</div></div></div>`;
}

function pageRules({ meta }: Deck, { width, height }: Size): string {
  const { top, side, bottom } = MARGINS;
  const words = uiWords(meta.lang).pageOf.split(/(\{pages?\})/);
  const counted = words
    .map((word) => ({ '{page}': 'counter(page)', '{pages}': 'counter(pages)' })[word] ?? cssText(word))
    .join(' ');
  const [start, end] = meta.dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const { title, byline, widths } = pageHead(
    { title: meta.title, authors: meta.authors.join(', '), date: shownDate(meta.date, meta.lang), dir: meta.dir },
    width,
  );
  const head = `overflow-wrap:anywhere;margin-bottom:5mm;padding-bottom:2mm;border-bottom:.6pt solid #c9ccd3;vertical-align:bottom`;
  const gap = `padding-${end}:${HEAD_GAP}mm`;
  const boxes = [
    `@top-${start}{content:${cssText(title)};width:${widths[0]}%;text-align:${start};font-weight:600;color:#26282d;${head};${gap}}`,
    `@top-${end}{content:${cssText(byline)};width:${widths[1]}%;text-align:${end};${head}}`,
    `@bottom-${end}{content:${counted};text-align:${end};white-space:nowrap}`,
  ];
  return `@page{size:${width}mm ${height}mm;margin:${top}mm ${side}mm ${bottom}mm;font:${HEAD_SIZE}pt/1.3 var(--r-main-font);color:#55585f;${boxes.join('')}}`;
}

function cssText(text: string): string {
  return `"${text.replace(/["\\\n<]/g, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
