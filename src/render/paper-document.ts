import type { Deck, Size, Slide } from '../model/deck.ts';
import type { HandoutSettings } from '../model/handout.ts';
import { documentHead, escapeHtml } from './document-head.ts';
import { FRAME, MARGINS } from './handout-grid.ts';
import { withAddresses, type ImageAddresses } from './image-addresses.ts';
import { HEAD_GAP, HEAD_SIZE } from './page-head.ts';
import { pageTexts } from './page-texts.ts';
import { slideHtml, type SlideHtmlOptions, type ThemeNames } from './slide-html.ts';

/** The parts of a document on paper. */
export interface PaperParts {
  css: string;
  addresses: ImageAddresses;
  themeOf: ThemeNames;
  /** The slides that are printed. */
  slides: readonly Slide[];
}

export type PageSettings = Pick<HandoutSettings, 'ink' | 'frames' | 'head' | 'foot'>;

interface PaperSheet {
  /** In mm. */
  paper: Size;
  /** The kind of the document. */
  kind: 'handout' | 'notes' | 'article';
  settings: PageSettings;
  /** Custom properties. */
  properties: Record<string, string>;
  body: string;
}

/**
 * Renders a document on paper: running header, numbered pages, and hidden links to every slide, since a browser writes
 * down in a PDF where something is only if something links to it.
 */
export function paperDocument(deck: Deck, { css, addresses, slides }: PaperParts, sheet: PaperSheet): string {
  const { paper, kind, settings, properties, body } = sheet;
  const declared = Object.entries(properties).map(([name, value]) => `--${name}:${value}`);
  const links = slides.map(({ id }) => `<a href="#${escapeHtml(id)}"></a>`).join('');
  return [
    documentHead(deck, {
      css: `${css}:root{${declared.join(';')}}.paper main{padding-inline:${FRAME}mm}${pageRules(deck, settings, paper)}`,
      policy: POLICY,
    }),
    `<body class="paper ${kind} ${settings.ink}${settings.frames ? '' : ' unframed'}">`,
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
export function slideLabel({ number = '', title }: { number?: number | string | undefined; title: string }): string {
  const parts = [number === '' ? '' : `<b>${number}</b>`, title ? `<span>${escapeHtml(title)}</span>` : ''].filter(
    Boolean,
  );
  return `<p class="label" aria-hidden="true">${parts.join(' ')}</p>`;
}

/**
 * Renders notes that may continue on the next page, with their heading on each page.
 *
 * @param frame - of the slide, where the notes flow around it.
 */
export function notesBlock(label: string, notes: string, frame = ''): string {
  return `<div class="notes"><div class="notes-head">${label}</div><div class="notes-body"><div>${frame}<div class="prose">${notes}</div></div></div></div>`;
}

function pageRules({ meta }: Deck, settings: PageSettings, { width, height }: Size): string {
  const { top, side, bottom } = MARGINS;
  const [start, end] = meta.dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const { head, foot } = pageTexts(meta, settings, width);
  const share = (percent: number): string => `width:${(((width - 2 * side - HEAD_GAP) * percent) / 100).toFixed(2)}mm`;
  const above = `overflow-wrap:anywhere;margin-bottom:5mm;padding-bottom:2mm;border-bottom:.6pt solid #c9ccd3;vertical-align:bottom`;
  const gap = `padding-${end}:${HEAD_GAP}mm`;
  const boxes = [
    `@top-${start}{content:${content(head.title)};${share(head.widths[0])};text-align:${start};font-weight:600;color:#26282d;${above};${gap}}`,
    `@top-${end}{content:${content(head.byline)};${share(head.widths[1])};text-align:${end};${above}}`,
    ...(foot.title
      ? [`@bottom-${start}{content:${content(foot.title)};${share(foot.widths[0])};text-align:${start};${gap}}`]
      : []),
    `@bottom-${end}{content:${content(foot.byline)};text-align:${end};${foot.title ? share(foot.widths[1]) : 'white-space:nowrap'}}`,
  ];
  return `@page{size:${width}mm ${height}mm;margin:${top}mm ${side}mm ${bottom}mm;font:${HEAD_SIZE}pt/1.3 var(--r-main-font);color:#55585f;${boxes.join('')}}`;
}

/** CSS `content`, with the counters that only the browser knows. */
function content(text: string): string {
  const parts = text.split(/(\{pages?\})/).filter(Boolean);
  const counters = new Map([
    ['{page}', 'counter(page)'],
    ['{pages}', 'counter(pages)'],
  ]);
  return parts.map((part) => counters.get(part) ?? cssText(part)).join(' ') || '""';
}

function cssText(text: string): string {
  return `"${text.replace(/["\\\n<]/g, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
