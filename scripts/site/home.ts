/** The first page: what Lectern is, how it is installed, a first deck and what comes of it. */
import { escapeHtml, linkFrom, livePath, docsPath, type Site, type SitePage } from './site.ts';
import { deckPath, pictureHtml, themePath } from './gallery-pages.ts';
import type { GalleryDeck } from './galleries.ts';
import { liveDeckHtml } from './live-deck.ts';

/** Where the deck of the README runs. */
export const FIRST_DECK: string = livePath('readme', 1);

const PATH = 'index.html';

/** Features of Lectern, each with the page about it and an image of it. */
const FEATURES: [title: string, text: string, page: string, picture: string, alt: string][] = [
  [
    'Present',
    'A presenter view with notes, timer and plan. A phone is the remote control. Slides reload on every save.',
    'present',
    'docs/images/stage/presenter.webp',
    'The presenter view: the slide, the next one, notes and time',
  ],
  [
    'Print',
    'PDFs that match the screen, handouts with notes beside the slides, the talk as an article.',
    'print',
    'docs/images/paper/beside.webp',
    'Two pages of a handout with notes beside the slides',
  ],
  [
    'Check',
    'Every slide and step is checked in a browser: overflow, contrast, broken links, timing, with line and advice.',
    'check',
    'docs/images/check/page.webp',
    'A report of problems with a picture of each slide',
  ],
  [
    'Write',
    'Plain Markdown. Key figures, cards, timelines, formulas, charts and citations are lists, tables and fences.',
    'language',
    'docs/images/language/process.webp',
    'A process of four steps, made of a list',
  ],
];

/** Ordinary slides, by the deck and the slide’s id. */
const ORDINARY: [deck: string, slide: string][] = [
  ['quarterly-report', 'more-of-everything-but-punctuality'],
  ['lecture', 'one-theorem'],
  ['product-talk', 'half-an-hour-three-steps'],
  ['python-at-work', 'everyone-at-the-desk-can-ask'],
];

/** Returns the first page. */
export function homePage(site: Site): SitePage {
  return {
    path: PATH,
    part: 'home',
    title: 'a Markdown file becomes a talk',
    description:
      'Lectern turns a Markdown file into a talk: one offline HTML file to present from, and PDFs to hand out.',
    body: `<main id="main" tabindex="-1">
${hero(site)}
${firstDeck(site)}
${decks(site)}
${features(site)}
${themes(site)}
</main>`,
  };
}

function hero(site: Site): string {
  const cells = ORDINARY.flatMap(([name, id]) => {
    const deck = site.decks.find((one) => one.name === name);
    const slide = deck?.slides.find((one) => one.id === id) ?? deck?.slides[2];
    return deck && slide
      ? `<a href="${linkFrom(PATH, deckPath(name))}" aria-label="${escapeHtml(deck.title)}">${pictureHtml(slide, PATH).replace(' loading="lazy"', '')}</a>`
      : [];
  });
  const start = site.docs.find(({ id }) => id === 'getting-started') ?? site.docs[0];
  return `<div class="cover"><div class="cover-in">
<div class="cover-words"><h1>A Markdown file becomes a talk</h1>
<p>Write slides as text. Present from one HTML file that needs no network, and hand out PDFs of the same slides.</p>
<ul class="actions"><li><a class="action first" href="${linkFrom(PATH, docsPath(start?.id ?? ''))}">Get started</a></li><li><a class="action" href="gallery.html">See decks</a></li></ul></div>
<div class="cover-slides">${cells.join('')}</div>
</div></div>`;
}

function firstDeck({ first, live }: Site): string {
  const result = live.has(FIRST_DECK)
    ? liveDeckHtml({ address: linkFrom(PATH, FIRST_DECK), title: 'The deck of talk.md' })
    : '';
  const lines = (code: string): string => `<pre tabindex="0"><code>${escapeHtml(code.trim())}</code></pre>`;
  const parts = [
    `<div class="step install"><h3><span>1</span> Install</h3>${lines(first.install)}</div>`,
    `<div class="step"><h3><span>2</span> Write <code>talk.md</code></h3>${lines(first.deck)}</div>`,
    `<div class="step"><h3><span>3</span> Build it, or present while you write</h3>${lines('lectern build talk.md\nlectern present talk.md')}<h3><span>4</span> The result</h3>${result}<p>This is the file <code>dist/talk.html</code>. <kbd>S</kbd> opens the presenter view, <kbd>Esc</kbd> the overview, <kbd>?</kbd> lists the keys.</p></div>`,
  ];
  return `<section class="band first-deck" aria-labelledby="first"><h2 id="first">Your first deck</h2><div class="steps">${parts.join('')}</div></section>`;
}

function decks(site: Site): string {
  const cards = site.decks
    .filter(({ slides }) => slides.length > 3)
    .slice(0, 4)
    .map(deckCard);
  return `<section class="band" aria-labelledby="decks"><div class="band-head"><h2 id="decks">Decks that come with it</h2><a href="gallery.html">All decks</a></div><ul class="cards four">${cards.join('')}</ul></section>`;
}

function deckCard({ name, title, subtitle, slides }: GalleryDeck): string {
  const [cover] = slides;
  return `<li><a class="deck-card" href="${linkFrom(PATH, deckPath(name))}">${cover ? pictureHtml(cover, PATH) : ''}<h3>${escapeHtml(title)}</h3><p>${escapeHtml(subtitle)}</p></a></li>`;
}

function features(site: Site): string {
  const rows = FEATURES.filter(([, , page]) => site.docs.some(({ id }) => id === page)).map(
    ([title, text, page, picture, alt]) =>
      `<li><a class="feature" href="${linkFrom(PATH, docsPath(page))}"><div class="frame"><img src="${picture}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async"></div><h3>${title}</h3><p>${text}</p></a></li>`,
  );
  return `<section class="band" aria-labelledby="does"><h2 id="does">From the first note to the handout</h2><ul class="features">${rows.join('')}</ul></section>`;
}

function themes(site: Site): string {
  const cells = site.themes.map(
    ({ info, slides: [cover] }) =>
      `<li><a href="${linkFrom(PATH, themePath(info.name))}">${cover ? pictureHtml(cover, PATH) : ''}<span>${escapeHtml(info.title)}</span></a></li>`,
  );
  return `<section class="band" aria-labelledby="themes"><div class="band-head"><h2 id="themes">Eight themes, and yours</h2><a href="themes.html">All themes</a></div><ul class="covers">${cells.join('')}</ul></section>`;
}
