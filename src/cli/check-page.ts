import type { CheckedDeck, CheckReport } from '../app/check.ts';
import type { SlidePicture } from '../check/screenshot-slides.ts';
import type { Box, Finding } from '../check/rule.ts';
import { checkMessages } from './check-messages.ts';
import { sentences } from '../model/errors.ts';
import { escapeHtml } from './escape-html.ts';
import { readRuleHelp, type RuleHelp } from './rule-help.ts';

const STYLE = `
:root{color-scheme:light dark;--ground:light-dark(#f6f5f2,#16171a);--card:light-dark(#fff,#1f2125);--text:light-dark(#1d1d1f,#ececee);--muted:light-dark(#5d5d63,#a9abb2);--line:light-dark(#dcdad4,#34373d);--error:light-dark(#b42318,#ff8a7a);--warning:light-dark(#8a5300,#f0b050);--info:light-dark(#175cd3,#84b6ff)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:1120px;margin:0 auto;padding:48px 24px 96px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px;letter-spacing:-.01em}
h2{font-size:20px;margin:48px 0 4px;overflow-wrap:anywhere}
.sum{margin:0 0 24px;color:var(--muted)}
article{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:24px;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;margin:0 0 16px}
article.bare{grid-template-columns:1fr}
.slide{position:relative;align-self:start;border:1px solid var(--line);border-radius:6px;overflow:hidden;line-height:0}
.slide img{width:100%;height:auto}
.slide svg{position:absolute;inset:0;width:100%;height:100%}
h3{font-size:15px;margin:0 0 8px;color:var(--muted);font-weight:700}
ol{list-style:none;margin:0;padding:0;display:grid;gap:14px}
li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 10px}
.n{grid-row:span 2;min-width:24px;height:24px;border-radius:12px;font:700 13px/24px system-ui,sans-serif;text-align:center;color:var(--card);padding:0 6px}
.error .n{background:var(--error)}.warning .n{background:var(--warning)}.info .n{background:var(--info)}
li p{margin:0;overflow-wrap:anywhere}
.where{font-size:14px;color:var(--muted)}
code{font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
rect{fill:none;stroke-width:3;vector-effect:non-scaling-stroke}
rect.error{stroke:#d92d20}rect.warning{stroke:#dc6803}rect.info{stroke:#2970ff}
rect.halo{stroke:#fff;stroke-width:6;opacity:.75}
.badge{font:700 22px system-ui,sans-serif;fill:#fff}
circle.error{fill:#d92d20}circle.warning{fill:#b54708}circle.info{fill:#175cd3}
.fine{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;margin:0}
a{color:inherit;text-underline-offset:2px}
.rules section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px 20px 6px;margin:16px 0;scroll-margin-top:16px}
.rules section:target{border-color:var(--text)}
.rules :is(p,h4){max-width:72ch}
.rules h3{font:700 15px/1.4 ui-monospace,monospace;color:var(--text)}
.rules p{margin:0 0 12px}
.rules h4{font-size:15px;margin:0 0 4px}
@media(max-width:800px){article{grid-template-columns:1fr}}
@media print{article{break-inside:avoid}}
`;

/** Formats a check as a web page: every slide with problems, marked on its screenshot, and what to do about each rule. */
export async function checkPage({ decks, ok }: CheckReport): Promise<string> {
  const help = await readRuleHelp(decks.flatMap((deck) => checkMessages(deck).flatMap(({ rule }) => rule ?? [])));
  const explained = new Set(help.map(({ id }) => id));
  const title = ok ? 'No problems found' : 'Problems to fix before the talk';
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    `<style>${STYLE}</style></head><body><main>`,
    `<h1>${title}</h1>`,
    ...decks.map((deck) => deckPart(deck, explained)),
    rulesPart(help),
    '</main></body></html>',
    '',
  ].join('\n');
}

function deckPart(deck: CheckedDeck, explained: ReadonlySet<string>): string {
  const item = (finding: Item, index: number): string => itemPart(finding, index, explained);
  const { file, slides, pictures, error } = deck;
  const messages = checkMessages(deck);
  const count = (severity: string): number => messages.filter((message) => message.severity === severity).length;
  const counts = [plural(count('error'), 'error'), plural(count('warning'), 'warning'), `${count('info')} info`];
  const head = `<h2>${escapeHtml(file.path)}</h2>\n<p class="sum">${plural(slides, 'slide')} · ${counts.join(' · ')}</p>`;
  if (error) return `${head}\n<p class="fine">${escapeHtml(sentences(error))}</p>`;
  const shown = pictures.map(({ slide, step, findings, webp }) => {
    const data = Buffer.from(webp).toString('base64');
    const { width, height } = deck.size;
    const picture = `<div class="slide"><img alt="Slide ${deck.order.indexOf(slide) + 1}" src="data:image/webp;base64,${data}"><svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${marksOf(findings)}</svg></div>`;
    const state = step === undefined ? '' : step === 0 ? ', before its steps' : `, after step ${step}`;
    const name = `Slide ${deck.order.indexOf(slide) + 1}${state}${slide.title ? ` · ${slide.title}` : ''}`;
    return `<article>${picture}<div><h3>${escapeHtml(name)}</h3><ol>${[...findings.keys()].map(item).join('')}</ol></div></article>`;
  });
  // Messages of the compiler need no image.
  const ofDeck = messages.filter(({ slide }) => slide === null);
  const others = ofDeck.map((message, index) =>
    item({ ...message, ruleId: message.rule ?? '', path: message.file, place: message }, index),
  );
  if (others.length > 0)
    shown.unshift(`<article class="bare"><div><h3>The deck</h3><ol>${others.join('')}</ol></div></article>`);
  if (shown.length === 0) shown.push('<p class="fine">No problems found on any slide.</p>');
  return [head, ...shown].join('\n');
}

/** Explains each rule that found something, for readers without Lectern. */
function rulesPart(help: readonly RuleHelp[]): string {
  if (help.length === 0) return '';
  const parts = help.map(
    ({ id, why, fix }) =>
      `<section id="rule-${escapeHtml(id)}"><h3>${escapeHtml(id)}</h3>${why}<h4>How to fix it</h4>${fix}</section>`,
  );
  return `<h2>The rules</h2>\n<div class="rules">${parts.join('')}</div>`;
}

interface Mark extends Pick<Finding, 'severity'> {
  boxes: readonly Box[];
  number: number;
}

/** Boxes around what is faulty, each with the number of its finding; numbers that would overlap are in a row. */
function marksOf(findings: SlidePicture['findings']): string {
  const taken: { x: number; y: number }[] = [];
  return [...findings]
    .map(([{ severity }, boxes], index) => marks({ boxes, severity, number: index + 1 }, taken))
    .join('');
}

function marks({ boxes, severity, number }: Mark, taken: { x: number; y: number }[]): string {
  const rects = boxes.map(({ x, y, width, height }) => {
    const rect = `x="${x - 4}" y="${y - 4}" width="${width + 8}" height="${height + 8}" rx="6"`;
    return `<rect class="halo" ${rect}/><rect class="${severity}" ${rect}/>`;
  });
  const [first] = boxes;
  if (!first) return '';
  const y = Math.max(18, first.y - 4);
  let x = Math.max(18, first.x - 4);
  while (taken.some((other) => Math.hypot(other.x - x, other.y - y) < 34)) x += 36;
  taken.push({ x, y });
  const badge = `<circle class="${severity}" cx="${x}" cy="${y}" r="17"/><text class="badge" x="${x}" y="${y + 8}" text-anchor="middle">${number}</text>`;
  return rects.join('') + badge;
}

type Item = Pick<Finding, 'severity' | 'reason' | 'ruleId'> & {
  file?: Finding['file'] | string;
  path?: string;
  place?: Finding['place'] | { line: number | null; column: number | null };
};

function itemPart(
  { severity, reason, ruleId, file, path, place }: Item,
  index: number,
  explained: ReadonlySet<string>,
): string {
  const start = place && 'start' in place ? place.start : place;
  const name = path ?? (typeof file === 'object' ? file.path : (file ?? ''));
  const where = [name, start?.line, start?.column].filter((part) => part !== undefined && part !== null).join(':');
  const rule = explained.has(ruleId)
    ? `<a href="#rule-${escapeHtml(ruleId)}">${escapeHtml(ruleId)}</a>`
    : escapeHtml(ruleId);
  return `<li class="${severity}"><span class="n">${index + 1}</span><p>${escapeHtml(reason)}</p><p class="where"><code>${escapeHtml(where)}</code> · ${severity} · ${rule}</p></li>`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
