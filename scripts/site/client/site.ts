/** Features of all pages: tone, search on demand, decks inside pages, the list of pages on small screens. */

const root = document.documentElement;

/* Tone */
const darkScreen = matchMedia('(prefers-color-scheme: dark)');
const toneSwitch = document.querySelector<HTMLElement>('[data-tone-switch]');

function isDark(): boolean {
  return root.dataset['tone'] === undefined ? darkScreen.matches : root.dataset['tone'] === 'dark';
}

function showTone(): void {
  toneSwitch?.setAttribute('aria-pressed', String(isDark()));
}

toneSwitch?.addEventListener('click', () => {
  root.dataset['tone'] = isDark() ? 'light' : 'dark';
  try {
    localStorage.setItem('tone', root.dataset['tone']);
  } catch {
    // The page keeps it until it is left.
  }
  showTone();
});
darkScreen.addEventListener('change', showTone);
showTone();

/* Search: its script and its texts are loaded when it is opened first. */
function load(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${root.dataset['root'] ?? ''}assets/${name}.js`;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

let loading: Promise<void> | undefined;

async function openSearch(): Promise<void> {
  loading ??= load('search-index').then(() => load('search'));
  await loading;
  window.dispatchEvent(new Event('lectern-search'));
}

document.querySelector('[data-search]')?.addEventListener('click', () => void openSearch());
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
  const asks =
    event.key === '/'
      ? !isTyping && !event.ctrlKey && !event.metaKey
      : event.key === 'k' && (event.ctrlKey || event.metaKey);
  if (!asks) return;
  event.preventDefault();
  void openSearch();
});

/* Decks */
function startDeck(live: HTMLElement, slide = ''): void {
  const frame = document.createElement('iframe');
  frame.src = `${live.dataset['deck'] ?? ''}${slide}`;
  frame.title = live.dataset['title'] ?? '';
  frame.allow = 'fullscreen';
  live.querySelector('.live-stage')?.replaceChildren(frame);
  frame.addEventListener('load', () => frame.focus());
}

for (const live of document.querySelectorAll<HTMLElement>('.live')) {
  live.querySelector('.live-start')?.addEventListener('click', () => startDeck(live));
  live.querySelector('figcaption a')?.addEventListener('click', (event) => {
    const frame = live.querySelector('iframe');
    if (!frame || !document.fullscreenEnabled) return;
    event.preventDefault();
    void frame.requestFullscreen().then(() => frame.focus());
  });
}

/* A picture of a slide shows it in the deck above. */
document.querySelector('.sheet')?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-slide]') : null;
  const live = document.querySelector<HTMLElement>('.stage .live');
  if (!link || !live) return;
  event.preventDefault();
  startDeck(live, `#/${link.dataset['slide'] ?? ''}`);
  live.scrollIntoView({ block: 'center' });
});

/* Pages */
const fold = document.querySelector<HTMLDetailsElement>('.pages-fold');
const narrow = matchMedia('(max-width: 900px)');
const showFold = (): void => {
  if (fold) fold.open = !narrow.matches;
};
narrow.addEventListener('change', showFold);
showFold();
const current = document.querySelector<HTMLElement>('.pages [aria-current]');
const pages = document.querySelector<HTMLElement>('.pages');
if (current && pages && !narrow.matches) pages.scrollTop = current.offsetTop - pages.clientHeight / 3;

/* The section that is read is marked in the list. */
const marks = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.outline a')].map((link) => [link.hash.slice(1), link]),
);
if (marks.size > 0) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        for (const [id, link] of marks) link.classList.toggle('is-read', id === target.id);
      }
    },
    { rootMargin: '-10% 0px -75%' },
  );
  for (const heading of document.querySelectorAll('.prose h2[id]')) seen.observe(heading);
}
