import type { ConvertedDeck } from '../app/convert.ts';
import type { SlideImage } from '../app/slide-images.ts';

const STYLE = `
:root{color-scheme:light dark;--ground:light-dark(#f6f5f2,#16171a);--card:light-dark(#fff,#1f2125);--text:light-dark(#1d1d1f,#ececee);--muted:light-dark(#5d5d63,#a9abb2);--line:light-dark(#dcdad4,#34373d);--lost:light-dark(#b42318,#ff8a7a);--changed:light-dark(#8a5300,#f0b050);--kept:light-dark(#175cd3,#84b6ff)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:1440px;margin:0 auto;padding:48px 24px 96px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px;letter-spacing:-.01em;overflow-wrap:anywhere}
.sum{margin:0 0 24px;color:var(--muted)}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;margin:0 0 16px}
h2{font-size:15px;margin:0 0 12px;color:var(--muted)}
.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr) minmax(0,1fr);gap:20px;align-items:start}
.sides>*{min-width:0;margin:0}
.sides img{width:100%;height:auto;border:1px solid var(--line);border-radius:6px;display:block}
pre{margin:0;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;max-height:480px;overflow:auto}
h3{font-size:13px;margin:0 0 6px;color:var(--muted);font-weight:600}
ul{list-style:none;margin:16px 0 0;padding:12px 0 0;border-top:1px solid var(--line);display:grid;gap:4px;font-size:14px}
li{overflow-wrap:anywhere}
b{font-weight:600}.lost b{color:var(--lost)}.changed b{color:var(--changed)}.kept b{color:var(--kept)}
@media(max-width:900px){.sides{grid-template-columns:1fr}}
`;

/** Formats a conversion as a web page: the source of each slide before and after, the slide, and the report. */
export function comparisonPage(converted: ConvertedDeck, slides: readonly SlideImage[]): string {
  const { deck, file = '', before, after, parts, toOriginal, tool = '' } = converted;
  const starts = slides.map(({ start }, index) => (index === 0 ? 0 : lineStart(after, start)));
  const lines = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
  const count = (fate: string): number => parts.filter((part) => part.fate === fate).length;
  const articles = slides.map(({ title, webp }, index) => {
    const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? after.length];
    const [first, last] = [
      index === 0 ? 0 : toOriginal(from),
      starts[index + 1] === undefined ? before.length : toOriginal(to),
    ];
    const own = parts.filter(
      ({ line }) => line >= lines(before, first) && (line < lines(before, last) || index === slides.length - 1),
    );
    const image = webp
      ? `<img alt="Slide ${index + 1}" src="data:image/webp;base64,${Buffer.from(webp).toString('base64')}">`
      : '<p class="sum">No image: no browser was found.</p>';
    return [
      `<article><h2>Slide ${index + 1}${title ? ` · ${escaped(title)}` : ''}</h2><div class="sides">`,
      `<div><h3>Before</h3><pre>${escaped(before.slice(first, last).trim())}</pre></div>`,
      `<div><h3>After</h3><pre>${escaped(after.slice(from, to).trim())}</pre></div>`,
      `<div><h3>Slide</h3>${image}</div></div>`,
      own.length > 0 ? `<ul>${own.map(item).join('')}</ul>` : '',
      '</article>',
    ].join('\n');
  });
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(deck)} → ${escaped(file)}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    `<style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(deck)} → ${escaped(file)}</h1>`,
    `<p class="sum">A deck of ${escaped(tool)} · ${count('kept')} kept · ${count('changed')} changed · ${count('lost')} lost</p>`,
    ...articles,
    '</main></body></html>',
    '',
  ].join('\n');
}

function item({ fate, what, advice, line }: ConvertedDeck['parts'][number]): string {
  return `<li class="${fate}"><b>${fate}</b> line ${line}: ${escaped(what)} – ${escaped(advice)}</li>`;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
