import { createHash } from 'node:crypto';
import type { Deck, Slide, Tone } from '../model/deck.ts';
import { escapeHtml, fitRules, inScriptElement } from './document-head.ts';
import { FIT_FLOOR } from './fit-verdict.ts';
import { paletteHtml, typeHtml } from './gallery-parts.ts';
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
  /** Families of its text, headings and code. */
  fonts: readonly string[];
  /** The tone that slides have by themselves. */
  tone: Tone | undefined;
}

export interface GalleryParts {
  /** Styles of the slides. */
  css: string;
  /** Styles of the page around them. */
  pageCss: string;
  addresses: ImageAddresses;
  themes: readonly GalleryTheme[];
  /** Text of `client/gallery.ts`. */
  script: string;
}

/**
 * Renders a page that shows themes: each with its cover, its colours in all tones, its type, and slides of every layout. One
 * control gives all slides another tone.
 */
export function galleryDocument(deck: Deck, { css, pageCss, addresses, themes, script }: GalleryParts): string {
  const { width, height } = deck.meta.size;
  const start = inScriptElement(`${script}\nlectern.startGallery(${FIT_FLOOR})`);
  const hash = createHash('sha256').update(start).digest('base64');
  const [only] = themes;
  const title = themes.length === 1 && only ? only.title : 'Themes';
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: file:; font-src data:">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>:root{--deck-width:${width}px;--deck-height:${height}px}.gallery .frame{aspect-ratio:${width}/${height}}</style>`,
    `<style>${fitRules(css)}</style>`,
    `<style>${fitRules(pageCss)}</style>`,
    `</head>`,
    `<body class="gallery">`,
    pageBar(themes),
    `<main class="print">`,
    ...(themes.length > 1 ? [withAddresses(indexHtml(deck, themes), addresses)] : []),
    ...themes.map((theme) => withAddresses(themeHtml(deck, theme), addresses)),
    `</main>`,
    `<script>${start}</script>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n');
}

function pageBar(themes: readonly GalleryTheme[]): string {
  const links = themes.map(({ name, title }) => `<li><a href="#${name}">${escapeHtml(title)}</a></li>`).join('');
  const tones = [
    ['', 'As designed'],
    ['light', 'Light'],
    ['dark', 'Dark'],
    ['accent', 'Accent'],
  ].map(
    ([value, label]) =>
      `<label><input type="radio" name="tone" value="${value}"${value ? '' : ' checked'}><span>${label}</span></label>`,
  );
  return `<header class="bar"><nav aria-label="Themes"><ul>${links}</ul></nav><fieldset><legend>Tone of all slides</legend>${tones.join('')}</fieldset></header>`;
}

function indexHtml(deck: Deck, themes: readonly GalleryTheme[]): string {
  const [cover] = deck.slides;
  if (!cover) return '';
  const items = themes.map(
    (theme) =>
      `<li><a href="#${theme.name}">${stage(cover, deck, theme)}<strong>${escapeHtml(theme.title)}</strong><span>${escapeHtml(theme.description)}</span></a></li>`,
  );
  return `<section class="index"><h1>Themes</h1><p>${themes.length} themes, each in every layout and three tones. Name one in the front matter of a deck.</p><ul>${items.join('\n')}</ul></section>`;
}

function themeHtml(deck: Deck, theme: GalleryTheme): string {
  const { name, title, description, author, call, fonts } = theme;
  const [cover, ...slides] = deck.slides;
  if (!cover) return '';
  const line = `theme: ${call}`;
  const facts = [
    ['Fonts', fonts.join(', ')],
    ['Tone', theme.tone ?? ''],
    ['By', author],
  ].flatMap(([term, text]) => (text ? [`<dt>${term}</dt><dd>${escapeHtml(text)}</dd>`] : []));
  return [
    `<article class="theme" id="${name}" aria-labelledby="${name}-title">`,
    `<div class="hero" data-follows-tone>${figure(cover, deck, theme)}`,
    `<div class="facts"><h2 id="${name}-title">${escapeHtml(title)}</h2><p>${escapeHtml(description)}</p>`,
    `<p class="line"><code>${escapeHtml(line)}</code><button type="button" data-copy="${escapeHtml(line)}" hidden>Copy</button></p>`,
    `<dl>${facts.join('')}</dl></div></div>`,
    `<h3>Slides</h3><div class="cells" data-follows-tone>`,
    ...slides.map((slide) => figure(slide, deck, theme)),
    `</div>`,
    `<h3>Colours</h3><div class="palettes">${paletteHtml(name)}</div>`,
    `<h3>Type</h3>${typeHtml(name, wordsOf(deck))}`,
    `</article>`,
  ].join('\n');
}

/** Words that the deck shows, so that its fonts have their letters. */
function wordsOf({ meta, slides }: Deck): Parameters<typeof typeHtml>[1] {
  const heading = slides.find(({ settings, title }) => settings.layout === 'default' && title)?.title ?? meta.title;
  return { title: meta.title, heading, text: meta.subtitle || heading, code: 'const page = await readFile()' };
}

function figure(slide: Slide, deck: Deck, theme: GalleryTheme): string {
  const { layout } = slide.settings;
  const label = layout === 'default' ? slide.title || 'default' : layout;
  return `<figure data-of="${theme.name}" aria-label="${escapeHtml(`${theme.title}: ${label}`)}">${stage(slide, deck, theme)}<figcaption>${escapeHtml(label)}</figcaption></figure>`;
}

/** A slide as an image: nothing in it can be reached. */
function stage(slide: Slide, deck: Deck, theme: GalleryTheme): string {
  const html = slideHtml({ ...slide, settings: { ...slide.settings, theme: theme.name } }, deck, {
    output: 'pdf',
    step: slide.steps,
    repeated: true,
    themeOf: new Map([[theme.name, theme.name]]),
  });
  return `<div class="frame"><div class="stage" inert>${html}</div></div>`;
}
