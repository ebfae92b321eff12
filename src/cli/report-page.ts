import path from 'node:path';
import type { JsonDeck, JsonReport } from './json-report.ts';
import { escapeHtml } from './escape-html.ts';

const STYLE = `
:root{color-scheme:light dark;--ground:light-dark(#f6f5f2,#16171a);--card:light-dark(#fff,#1f2125);--text:light-dark(#1d1d1f,#ececee);--muted:light-dark(#5d5d63,#a9abb2);--line:light-dark(#dcdad4,#34373d);--link:light-dark(#0b57d0,#9ec1ff)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:1120px;margin:0 auto;padding:56px 24px 96px}
h1{font-size:32px;line-height:1.2;margin:0 0 28px;letter-spacing:-.01em}
ul{list-style:none;margin:0;padding:0}
main>ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(300px,100%),1fr));gap:24px}
main>ul>li{position:relative;display:flex;flex-direction:column;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden}
main>ul>li:has(h2 a:hover){border-color:var(--link)}
img{width:100%;height:auto;aspect-ratio:1200/630;object-fit:cover;display:block;border-bottom:1px solid var(--line)}
div{padding:16px 20px 18px;display:flex;flex-direction:column;flex:1}
h2{font-size:19px;line-height:1.3;margin:0;overflow-wrap:anywhere}
h2 a{color:inherit;text-decoration:none}
h2 a::after{content:"";position:absolute;inset:0;border-radius:12px}
p{margin:2px 0 14px;color:var(--muted);font-size:14px}
div ul{display:flex;flex-wrap:wrap;gap:8px;margin-top:auto;font-size:14px}
div ul a{position:relative;display:block;padding:3px 12px;border:1px solid var(--line);border-radius:999px;color:var(--link);text-decoration:none;overflow-wrap:anywhere}
div ul a:hover{border-color:var(--link)}
a:focus-visible,h2 a:focus-visible::after{outline:2px solid var(--link);outline-offset:-2px}
h2 a:focus-visible{outline:none}
`;

/** Names of outputs, by how their files end. */
const LABELS: readonly [ending: string, label: string][] = [
  ['.handout.pdf', 'Handout'],
  ['.notes.pdf', 'Notes'],
  ['.notes.md', 'Notes (Markdown)'],
  ['.article.pdf', 'Article (PDF)'],
  ['.article.html', 'Article'],
  ['.contact.png', 'Contact sheet'],
  ['.webm', 'Video'],
  ['.gif', 'GIF'],
  ['.pdf', 'PDF'],
];

/**
 * Writes a page that links to all files of a report.
 *
 * @param place - of the page: links are relative to its folder.
 */
export function reportPage({ decks }: JsonReport, place: string): string {
  const folder = path.dirname(path.resolve(place));
  const items = decks.filter(({ outputs }) => outputs.length > 0).map((deck) => item(deck, folder));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Slides</title>',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">`,
    `<style>${STYLE}</style></head><body><main>`,
    '<h1>Slides</h1>',
    `<ul>${items.join('\n')}</ul>`,
    '</main></body></html>',
    '',
  ].join('\n');
}

function item({ deck, title = '', slides, outputs }: JsonDeck, folder: string): string {
  const hrefs = outputs.map((output) => ({ href: hrefOf(output, folder), name: path.basename(output) }));
  // A folder of pictures, or of a page's assets, is no list of files to open.
  const shown = hrefs.filter(({ href }) => !/\.(?:png|jpeg|webp)\/|\/assets\//.test(href));
  const cover = shown.find(({ name }) => name.endsWith('.cover.png'));
  const heading = escapeHtml(title || path.basename(deck, path.extname(deck)));
  const main = shown.find(({ name }) => /(?<!\.article)\.html$/.test(name));
  const links = shown.filter((one) => one !== main && one !== cover);
  return [
    '<li>',
    cover && `<img alt="" src="${escapeHtml(cover.href)}" width="1200" height="630" loading="lazy">`,
    `<div><h2>${main ? `<a href="${escapeHtml(main.href)}">${heading}</a>` : heading}</h2>`,
    `<p>${slides} ${slides === 1 ? 'slide' : 'slides'}</p>`,
    links.length > 0 && `<ul>${links.map(link).join('')}</ul>`,
    '</div></li>',
  ]
    .filter(Boolean)
    .join('');
}

function link({ href, name }: { href: string; name: string }): string {
  const label = LABELS.find(([ending]) => name.endsWith(ending))?.[1] ?? name;
  return `<li><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></li>`;
}

function hrefOf(output: string, folder: string): string {
  const relative = path.relative(folder, path.resolve(output)).split(path.sep);
  return `./${relative.map(encodeURIComponent).join('/')}`;
}
