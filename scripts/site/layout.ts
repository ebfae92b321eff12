/** The frame that all pages of the site have in common. */
import type { DocsPage } from '../../src/app/read-docs.ts';
import type { OutlineEntry } from './render-page.ts';
import { docsPath, escapeHtml, linkFrom, type Site, type SitePage } from './site.ts';

/** The mark of Lectern: a slide on an easel. */
const MARK =
  '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect x="3" y="5" width="26" height="17" rx="3" fill="currentColor"/><path class="mark-lines" d="M8 11h10M8 16h15" stroke-width="2.4" stroke-linecap="round"/><path d="M16 22v6M10 29h12" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></svg>';

const PARTS = [
  ['docs', 'Docs', ''],
  ['gallery', 'Gallery', 'gallery.html'],
  ['themes', 'Themes', 'themes.html'],
] as const;

/** Renders a page of the site as a document. */
export function document(page: SitePage, site: Site): string {
  const to = (target: string): string => linkFrom(page.path, target);
  const title = page.part === 'home' ? `Lectern – ${page.title}` : `${page.title} – Lectern`;
  return `<!doctype html>
<html lang="en" data-root="${to('index.html').replace(/index\.html$/, '')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${to('assets/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('assets/site.css')}">
<script src="${to('assets/tone.js')}"></script>
<script src="${to('assets/site.js')}" defer></script>
</head>
<body data-part="${page.part}">
<a class="skip" href="#main">Skip to the content</a>
${header(page, site, to)}
${page.body}
${footer(site, to)}
</body>
</html>
`;
}

type To = (target: string) => string;

function header(page: SitePage, site: Site, to: To): string {
  const first = docsPath(site.docs[0]?.id ?? '');
  const links = PARTS.map(([part, name, target]) => {
    const current = part === page.part ? ' aria-current="true"' : '';
    return `<li><a href="${to(target || first)}"${current}>${name}</a></li>`;
  });
  return `<header class="bar">
<a class="brand" href="${to('index.html')}">${MARK}<span>Lectern</span></a>
<nav aria-label="Site"><ul>${links.join('')}</ul></nav>
<button type="button" class="find" data-search><svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.5 4.5"/></svg><span>Search</span><kbd>/</kbd></button>
<button type="button" class="tone" data-tone-switch aria-label="Dark colours" aria-pressed="false"><svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 1 0 14z"/></svg></button>
</header>`;
}

function footer(site: Site, to: To): string {
  return `<footer class="foot">
<p>${MARK}<span>Lectern ${escapeHtml(site.version)}, MIT licence</span></p>
<ul><li><a href="${to('gallery.html')}">Gallery</a></li><li><a href="${to('themes.html')}">Themes</a></li><li><a href="${to('source/CHANGELOG.md.txt')}">Changelog</a></li><li><a href="${to('llms.txt')}">llms.txt</a></li><li><a href="${to('assets/LICENSES.txt')}">Licences</a></li></ul>
</footer>`;
}

export interface DocsBody {
  page: DocsPage;
  html: string;
  outline: readonly OutlineEntry[];
}

/** Renders a page of the documentation between the list of pages and the pages before and behind it. */
export function docsBody({ page, html, outline }: DocsBody, site: Site): string {
  const from = docsPath(page.id);
  const at = site.docs.indexOf(page);
  const around = [
    ['prev', 'Previous', site.docs[at - 1]],
    ['next', 'Next', site.docs[at + 1]],
  ] as const;
  const links = around.map(([rel, word, other]) =>
    other
      ? `<a rel="${rel}" class="${rel}" href="${linkFrom(from, docsPath(other.id))}"><span>${word}</span>${escapeHtml(other.title)}</a>`
      : '<span></span>',
  );
  return `<div class="docs">
<nav class="pages" aria-label="Pages">
<details class="pages-fold" open><summary>All pages</summary>
${sections(page, site, outline)}
</details>
</nav>
<main id="main" tabindex="-1">
<article class="prose">
<p class="eyebrow">${escapeHtml(page.section)}</p>
${html}
</article>
<nav class="around" aria-label="Next pages">${links.join('')}</nav>
</main>
</div>`;
}

function sections(page: DocsPage, site: Site, outline: readonly OutlineEntry[]): string {
  const groups = [...Map.groupBy(site.docs, ({ section }) => section)];
  return groups
    .map(([section, pages]) => {
      const rows = pages.map((other) => {
        const isCurrent = other === page;
        const link = `<a href="${linkFrom(docsPath(page.id), docsPath(other.id))}"${isCurrent ? ' aria-current="page"' : ''}>${escapeHtml(other.title)}</a>`;
        return `<li>${link}${isCurrent ? outlineHtml(outline) : ''}</li>`;
      });
      const list = `<ul>${rows.join('')}</ul>`;
      // A section of a hundred pages is opened where someone reads one of them.
      if (pages.length <= 30) return `<section><h2>${escapeHtml(section)}</h2>${list}</section>`;
      const open = pages.includes(page) ? ' open' : '';
      return `<details class="many"${open}><summary>${escapeHtml(section)} <small>${pages.length}</small></summary>${list}</details>`;
    })
    .join('\n');
}

function outlineHtml(outline: readonly OutlineEntry[]): string {
  const top = outline.filter(({ depth }) => depth === 2);
  if (top.length < 2) return '';
  const rows = top.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return `<ul class="outline">${rows.join('')}</ul>`;
}
