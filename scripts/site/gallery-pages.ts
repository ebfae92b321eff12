/** The pages of the gallery: all decks and all themes, and one page for each. */
import type { BuiltDeck, GalleryDeck, GallerySlide, GalleryTheme } from './galleries.ts';
import { liveDeckHtml } from './live-deck.ts';
import { escapeHtml, linkFrom, type Site, type SitePage } from './site.ts';

/** Returns the pages of the gallery. */
export function galleryPages(site: Site): SitePage[] {
  return [
    gallery(site),
    themeIndex(site),
    ...site.decks.map((deck) => deckPage(deck, site)),
    ...site.themes.map((theme) => themePage(theme, site)),
  ];
}

/** Returns where the page of a deck is. */
export function deckPath(name: string): string {
  return `gallery/${name}.html`;
}

/** Returns where the page of a theme is. */
export function themePath(name: string): string {
  return `themes/${name}.html`;
}

function gallery(site: Site): SitePage {
  const path = 'gallery.html';
  const cards = site.decks.map((deck) => {
    const shown = sample(deck.slides, 4).map((slide) => pictureHtml(slide, path));
    return `<li><a class="deck-card" href="${linkFrom(path, deckPath(deck.name))}"><div class="strip">${shown.join('')}</div><h2>${escapeHtml(deck.title)}</h2><p>${escapeHtml(deck.subtitle)}</p><p class="facts">${counted(deck.slides.length)} · theme ${escapeHtml(deck.theme)}</p></a></li>`;
  });
  return {
    path,
    part: 'gallery',
    title: 'Gallery',
    description: 'The decks that come with Lectern: source, live deck, PDF and handout of each.',
    body: `<main id="main" class="wide" tabindex="-1"><header class="opening"><h1>Gallery</h1><p>The decks that come with Lectern, as they are. Each has its Markdown beside the deck, the PDF and the handout made of it; four of them start a talk of yours with <code>lectern new</code>.</p></header><ul class="cards">${cards.join('')}</ul></main>`,
  };
}

function themeIndex(site: Site): SitePage {
  const path = 'themes.html';
  const cards = site.themes.map(({ info, slides }) => {
    const shown = sample(slides, 4).map((slide) => pictureHtml(slide, path));
    return `<li><a class="deck-card" href="${linkFrom(path, themePath(info.name))}"><div class="strip">${shown.join('')}</div><h2>${escapeHtml(info.title)}</h2><p>${escapeHtml(info.description)}</p></a></li>`;
  });
  return {
    path,
    part: 'themes',
    title: 'Themes',
    description: 'The eight themes of Lectern, each with a specimen: every layout and construct, live and printed.',
    body: `<main id="main" class="wide" tabindex="-1"><header class="opening"><h1>Themes</h1><p>One line of front matter changes the theme of a deck. All of them have light, dark and accent tones, four formats, and text from right to left.</p></header><ul class="cards">${cards.join('')}</ul></main>`,
  };
}

function deckPage(deck: GalleryDeck, site: Site): SitePage {
  const path = deckPath(deck.name);
  const theme = site.themes.find(({ info }) => info.name === deck.theme);
  const themeName = escapeHtml(theme?.info.title ?? deck.theme);
  const link = theme ? `<a href="${linkFrom(path, themePath(theme.info.name))}">${themeName}</a>` : themeName;
  return {
    path,
    part: 'gallery',
    title: deck.title,
    description: deck.subtitle || counted(deck.slides.length),
    body: `<main id="main" class="wide" tabindex="-1"><header class="opening"><p class="eyebrow"><a href="${linkFrom(path, 'gallery.html')}">Gallery</a></p><h1>${escapeHtml(deck.title)}</h1><p>${escapeHtml(deck.subtitle)}</p></header>
${stage(deck, { path, title: deck.title })}
<p class="facts">${counted(deck.slides.length)} in the theme ${link}, from one Markdown file of ${deck.text.split('\n').length} lines</p>
${contactSheet(deck, path)}
${sourceOf('Source', deck.text)}
</main>`,
  };
}

function themePage(theme: GalleryTheme, site: Site): SitePage {
  const { info } = theme;
  const path = themePath(info.name);
  const own = site.decks.filter((deck) => deck.theme === info.name);
  const decks = own.map(({ name, title }) => `<a href="${linkFrom(path, deckPath(name))}">${escapeHtml(title)}</a>`);
  const facts = [
    ['Fonts', info.fonts.map(escapeHtml).join(', ')],
    ['Tones', info.tones.join(', ')],
    ['Decks', decks.join(', ')],
  ].filter(([, value]) => value !== '');
  return {
    path,
    part: 'themes',
    title: `${info.title}, a theme`,
    description: info.description,
    body: `<main id="main" class="wide" tabindex="-1"><header class="opening"><p class="eyebrow"><a href="${linkFrom(path, 'themes.html')}">Themes</a></p><h1>${escapeHtml(info.title)}</h1><p>${escapeHtml(info.description)}</p></header>
<div class="theme-facts"><pre class="line"><code>theme: ${escapeHtml(info.name)}</code></pre><dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>${swatches(theme)}</div>
${stage(theme, { path, title: `Specimen of ${info.title}`, more: [['Colours and type', theme.preview]] })}
${contactSheet(theme, path)}
${sourceOf('Style sheet', theme.css)}
</main>`,
  };
}

interface Stage {
  path: string;
  title: string;
  more?: [name: string, target: string][];
}

/** The live deck, and what else is made of it. */
function stage(deck: BuiltDeck, { path, title, more = [] }: Stage): string {
  const files: [string, string | undefined][] = [
    ['PDF', deck.pdf],
    ['Handout', deck.handout],
    ['Markdown', deck.source],
    ...more,
  ];
  const links = files.map(([name, target]) =>
    target === undefined ? '' : `<li><a href="${linkFrom(path, target)}">${name}</a></li>`,
  );
  return `<div class="stage">${liveDeckHtml({ address: linkFrom(path, deck.html), title })}<ul class="files">${links.join('')}</ul></div>`;
}

function counted(slides: number): string {
  return slides === 1 ? '1 slide' : `${slides} slides`;
}

function contactSheet({ slides, html }: BuiltDeck, path: string): string {
  if (slides.length < 2) return '';
  const cells = slides.map(
    (slide, index) =>
      `<li><a href="${linkFrom(path, html)}#/${slide.id}" data-slide="${escapeHtml(slide.id)}" aria-label="Slide ${index + 1}">${pictureHtml(slide, path)}</a></li>`,
  );
  return `<section aria-labelledby="slides"><h2 id="slides">All slides</h2><ol class="sheet">${cells.join('')}</ol></section>`;
}

function sourceOf(title: string, text: string): string {
  return `<details class="source"><summary>${title}</summary><pre tabindex="0"><code>${escapeHtml(text)}</code></pre></details>`;
}

const SWATCHES = ['--deck-brand', '--r-background-color', '--deck-panel', '--deck-line', '--r-main-color'];

function swatches({ info }: GalleryTheme): string {
  const colours = SWATCHES.flatMap((token) => info.colours.get(token) ?? []);
  return `<ul class="swatches" aria-label="Colours">${colours.map((colour) => `<li><svg viewBox="0 0 1 1" aria-hidden="true"><path fill="${colour}" d="M0 0h1v1H0z"/></svg><code>${colour}</code></li>`).join('')}</ul>`;
}

/** An image next to a title repeats nothing. */
export function pictureHtml({ picture }: GallerySlide, from: string): string {
  return `<img src="${linkFrom(from, picture)}" alt="" width="640" height="360" loading="lazy" decoding="async">`;
}

/** Chooses slides from cover to end. */
function sample<Slide>(slides: readonly Slide[], count: number): Slide[] {
  const step = Math.max(1, Math.floor((slides.length - 1) / count));
  return slides.filter((_, index) => index % step === 0).slice(0, count);
}
