import { createHash } from 'node:crypto';
import type { Deck, Slide, Tone } from '../model/deck.ts';
import { escapeHtml, fitRules, inScriptElement } from './document-head.ts';
import { FIT_FLOOR } from './fit-verdict.ts';
import { withAddresses, type ImageAddresses } from './image-addresses.ts';
import { slideHtml } from './slide-html.ts';

/** A theme as the gallery shows it. */
export interface GalleryTheme {
  /** Its name in the styles. */
  name: string;
  title: string;
  description: string;
  author: string;
  /** The name of the theme in a deck. */
  call: string;
  /** Families, as in `Inter, Source Serif 4`. */
  fonts: string;
  /** The tones to show; `undefined` is the slide's own. */
  tones: (Tone | undefined)[];
}

export interface GalleryParts {
  css: string;
  addresses: ImageAddresses;
  themes: GalleryTheme[];
  /** Text of `client/print.ts`. */
  printScript: string;
}

/**
 * A page that shows slides in several themes side by side: a row for each slide, a cell for each theme and tone. Which
 * themes and tones are there is chosen by boxes.
 */
export function galleryDocument(deck: Deck, { css, addresses, themes, printScript }: GalleryParts): string {
  const { width, height } = deck.meta.size;
  const fit = inScriptElement(`${printScript}\ndocument.fonts.ready.then(()=>lectern.fitDocument(${FIT_FLOOR}))`);
  const hash = createHash('sha256').update(fit).digest('base64');
  const rows = deck.slides.map((slide) => row(slide, deck, themes)).join('\n');
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: file:; font-src data:">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>Themes</title>`,
    `<style>:root{--deck-width:${width}px;--deck-height:${height}px}</style>`,
    `<style>${fitRules(css)}</style>`,
    `<style>${PAGE}${themes.map(({ name }) => hiding(`t-${name}`, `[data-of="${name}"]`)).join('')}</style>`,
    `</head>`,
    `<body class="gallery">`,
    `<header><h1>Themes</h1>`,
    `<fieldset><legend>Show</legend>${[...themes.map(({ name, title }) => box(`t-${name}`, title)), box('k-own', 'as it is'), box('k-other', 'the other tone')].join('')}</fieldset>`,
    `<ul>${themes.map(about).join('')}</ul></header>`,
    `<main class="print">`,
    withAddresses(rows, addresses),
    `</main>`,
    `<script>${fit}</script>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

function row(slide: Slide, deck: Deck, themes: GalleryTheme[]): string {
  const cells = themes.flatMap((theme) => theme.tones.map((tone) => cell(slide, deck, { theme, tone })));
  const name = slide.settings.layout === 'default' ? slide.title || 'default' : slide.settings.layout;
  return `<section class="row"><h2>${escapeHtml(name)}</h2><div class="cells">${cells.join('\n')}</div></section>`;
}

function cell(slide: Slide, deck: Deck, { theme, tone }: { theme: GalleryTheme; tone: Tone | undefined }): string {
  const settings = { ...slide.settings, theme: theme.name, ...(tone && { tone }) };
  const html = slideHtml({ ...slide, settings }, deck, {
    output: 'pdf',
    step: slide.steps,
    repeated: true,
    themeOf: new Map([[theme.name, theme.name]]),
  });
  const kind = tone === undefined ? 'own' : 'other';
  const label = [theme.title, tone].filter(Boolean).join(', ');
  return `<figure data-of="${theme.name}" data-kind="${kind}" aria-label="${escapeHtml(label)}"><div class="stage" inert>${html}</div><figcaption>${escapeHtml(label)}</figcaption></figure>`;
}

function about({ name, title, description, author, call, fonts }: GalleryTheme): string {
  const facts = [fonts, author && `by ${author}`].filter(Boolean).join(' · ');
  return `<li data-of="${name}"><strong>${escapeHtml(title)}</strong> ${escapeHtml(description)}<br><code>theme: ${escapeHtml(call)}</code> <span>${escapeHtml(facts)}</span></li>`;
}

function box(id: string, label: string): string {
  return `<label><input type="checkbox" id="${id}" checked> ${escapeHtml(label)}</label>`;
}

function hiding(id: string, selector: string): string {
  return `.gallery:has(#${id}:not(:checked)) ${selector}{display:none}`;
}

const PAGE = `
.gallery{margin:0;padding:0 28px 60px;color:#1d1f24;background:#e9eaee;font:15px/1.5 system-ui,sans-serif}
.gallery header{padding:26px 0 8px}
.gallery header h1{margin:0 0 10px;font-size:26px}
.gallery fieldset{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0;padding:0;border:0}
.gallery legend{float:left;margin-inline-end:14px;font-weight:600}
.gallery header ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:12px 28px;margin:18px 0 0;padding:0;list-style:none}
.gallery header strong{display:block;font:600 17px/1.4 system-ui,sans-serif}
.gallery header code{font:13px ui-monospace,monospace}
.gallery header span{color:#565b66;font-size:13px}
.gallery .row>h2{margin:26px 0 8px;font:600 14px system-ui,sans-serif;color:#565b66}
.gallery .cells{display:grid;grid-template-columns:repeat(auto-fill,calc(var(--deck-width)*var(--cell,.26)));gap:16px}
.gallery main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,calc(var(--deck-width)*var(--cell,.26)*2 + 16px)),1fr));gap:0 16px}
.gallery figure{margin:0}
.gallery .stage{zoom:var(--cell,.26);width:var(--deck-width);height:var(--deck-height);overflow:hidden}
.gallery .row figcaption{position:static;padding:3px 0 0;color:#565b66;background:none;font:12px/1.4 system-ui,sans-serif}
.gallery .slide figcaption{font:revert-layer;padding:revert-layer;color:revert-layer;background:revert-layer;position:revert-layer}
${hiding('k-own', '[data-kind=own]')}${hiding('k-other', '[data-kind=other]')}
`;
