import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { check } from '../../src/app/check.ts';
import { project } from '../support/cli.ts';
import { places } from '../support/browser.ts';

let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

/** Every way of a deck to name something on the web. */
function deck(html: 'safe' | 'trusted', port: number): string {
  const at = (name: string): string => `http://127.0.0.1:${port}/${html}/${name}`;
  return `---
title: Addresses
html: ${html}
logo: ${at('logo.png')}
cover: ${at('cover.png')}
style: [${at('style.css')}, here.css]
footer: "![](${at('footer.png')})"
tokens: {accent: "url(${at('token')})", r-background: "url(${at('token2')})"}
---

## Markdown {background=${at('background.png')}}

![a](${at('a.png')}) [link](${at('link')}) <${at('auto')}> ![r][r]

[r]: ${at('r.png')}

## Directives {background="${at('page.html')}"}

::embed{src=${at('embed')}}

::video{src=${at('video.mp4')} poster=${at('poster.png')}}

::audio{src=${at('audio.mp3')}}

::include{file=${at('part.md')}}

:icon[${at('icon')}]

## Fences

\`\`\`mermaid
%%{init: {"themeCSS": "@import url(${at('mermaid.css')});"}}%%
graph TD; A[<img src='${at('mermaid.png')}'>]-->B; click A "${at('click')}"
\`\`\`

\`\`\`dot
digraph { a [image="${at('dot.png')}" URL="${at('dot')}"]; imagepath="${at('path')}" }
\`\`\`

\`\`\`vega-lite
{"data": {"url": "${at('data.csv')}"}, "mark": "bar", "encoding": {"x": {"field": "a"}}}
\`\`\`

\`\`\`vega-lite
{"data": {"values": [{"u": "${at('chart.png')}"}]}, "mark": "image", "encoding": {"url": {"field": "u"}}}
\`\`\`

\`\`\`csv chart=bar file=${at('data.csv')}
\`\`\`

$\\href{${at('tex')}}{x} \\includegraphics{${at('tex.png')}}$

## HTML

<img src="${at('img.png')}" srcset="${at('set.png')} 2x" onerror="fetch('${at('error')}')">
<picture><source srcset="${at('source.png')}"><img src="x.png"></picture>
<iframe src="${at('iframe')}"></iframe><embed src="${at('embed')}"><object data="${at('object')}"></object>
<video src="${at('v.mp4')}" poster="${at('p.png')}" autoplay></video><audio src="${at('a.mp3')}" autoplay></audio>
<link rel="stylesheet" href="${at('link.css')}"><link rel="prefetch" href="${at('prefetch')}"><link rel="dns-prefetch" href="${at('dns')}">
${html === 'safe' ? `<meta http-equiv="refresh" content="0; url=${at('refresh')}">` : ''}<base href="${at('base')}">
<style>@import url(${at('import.css')}); @font-face { font-family: x; src: url(${at('font.woff2')}) } p { background: url(${at('style.png')}); font-family: x }</style>
<p style="background: url(${at('inline.png')}); list-style: url(${at('list.png')}); cursor: url(${at('cursor.cur')}), auto">Words</p>
<svg><image href="${at('svg.png')}"/><use href="${at('use.svg')}#a"/><feImage href="${at('fe.png')}"/><a href="${at('svg')}">x</a></svg>
<script src="${at('script.js')}"></script><script>fetch('${at('fetch')}'); new Image().src = '${at('new.png')}'; navigator.sendBeacon('${at('beacon')}')</script>
<form action="${at('form')}"><button>Send</button></form><a href="${at('ping')}" ping="${at('ping2')}">x</a>
<input type="image" src="${at('input.png')}"><table background="${at('table.png')}"><tr><td>x</td></tr></table>

## Own pictures

![](own.svg)

:::notes
![n](${at('notes.png')})
:::
`;
}

const OUTPUTS = ['html', 'pdf', 'handout', 'notes', 'notes.md', 'png', 'cover', 'contact'];

test.each(['safe', 'trusted'] as const)(
  'nothing on the web is asked for while a deck in html: %s is built and checked',
  async (html) => {
    const { port } = server.address() as AddressInfo;
    const at = (name: string): string => `http://127.0.0.1:${port}/${name}`;
    const cwd = project({
      'talk.md': deck(html, port),
      'here.css': `@import "${at('import')}"; .slide { background: url(${at('css.png')}) } @font-face { font-family: y; src: url(${at('f.woff2')}) }`,
      'own.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${at('in-svg.png')}" width="9" height="9"/><style>@import url(${at('svg.css')});</style></svg>`,
    });
    const before = connections;
    const report = await build({ decks: ['talk.md'], cwd, to: OUTPUTS, browser: places });
    expect(report.decks[0]?.error).toBeUndefined();
    expect(report.decks[0]?.outputs.length).toBeGreaterThanOrEqual(OUTPUTS.length);
    const checked = await check({ decks: ['talk.md'], cwd, browser: places, pictures: true });
    expect(checked.decks[0]?.slides).toBeGreaterThan(4);
    expect(connections - before).toBe(0);
  },
);
