import { ASSET_ATTRIBUTE } from '../model/asset-url.ts';
import type { Deck, Slide } from '../model/deck.ts';
import type { PageParts } from '../model/page-parts.ts';
import type { RevealPlugin } from '../model/plugins.ts';
import type { StageWords } from '../model/talk-words.ts';
import { uiWords } from '../model/ui-words.ts';
import { appLinks } from './app-links.ts';
import { contentPolicy } from './content-policy.ts';
import { documentHead, inScriptElement, type Published } from './document-head.ts';
import { filmLinks } from './film-links.ts';
import { FIT_FLOOR } from './fit-verdict.ts';
import type { LiveOptions } from '../client/live-messages.ts';
import type { StartDeckOptions } from '../client/start-deck.ts';
import { planRows } from '../client/plan-rows.ts';
import type { ImageAddresses } from './image-addresses.ts';
import { pluginScripts, pluginStyles } from './plugin-elements.ts';
import { slideHtml, type ThemeNames } from './slide-html.ts';
import { talkPlan } from './timing.ts';

export interface DeckDocumentParts {
  /** Words of the deck's windows. */
  words: StageWords;
  css: string;
  /** Address of a style sheet to link instead of `css`. */
  styleSheet?: string;
  page: PageParts;
  /** Plugins of reveal.js. @default none */
  plugins?: readonly RevealPlugin[] | undefined;
  /** `data:`, or files beside the document. */
  addresses: ImageAddresses;
  themeOf: ThemeNames;
  published?: Published | undefined;
  /** The server that the deck comes from. */
  live?: LiveOptions | undefined;
  /** Leave out what is meant for the speaker. @default false */
  withoutNotes?: boolean;
}

/**
 * Renders the deck to present from: reveal.js and everything else in one document without external references.
 *
 * @returns the document in parts, to be written one behind the other.
 */
export function deckDocument(deck: Deck, parts: DeckDocumentParts): string[] {
  const { css, styleSheet, page, addresses, themeOf, published, live, withoutNotes = false, plugins = [] } = parts;
  const scripts = [page.reveal, starter(deck, parts)].map(inScriptElement);
  const policy = contentPolicy(deck, { scripts, plugins, live });
  const more = onPaper(deck) + pluginStyles(plugins) + (live ? appLinks(live, deck.meta.title) : '');
  const head = documentHead(deck, { css, policy, published, more, ...(styleSheet && { styleSheet }) });
  const end = [...scripts.map((script) => `<script>${script}</script>`), `</body>`, `</html>`, ``];
  return [
    `${head}\n<body>\n<main class="reveal"><div class="slides">\n`,
    ...placeImages(arrange(deck, themeOf, withoutNotes), addresses),
    `\n</div></main>\n${pluginScripts(plugins)}${end.join('\n')}`,
  ];
}

/** Puts addresses where images are; an image that is inside the document is there once, however often it is shown. */
function placeImages(html: string, addresses: ImageAddresses): string[] {
  const placed = new Set<string>();
  const parts: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: attribute = '', 2: id = '', index } of html.matchAll(ASSET_ATTRIBUTE)) {
    parts.push(html.slice(from, index), ...place(attribute, id));
    from = index + whole.length;
  }
  return [...parts, html.slice(from)];

  function place(attribute: string, id: string): string[] {
    const address = placed.has(id) && attribute === 'src' ? '' : (addresses.get(id) ?? '');
    if (address === '') return [`data-asset-copy="${id}"`];
    const mark = attribute === 'src' && address.startsWith('data:') ? `data-asset="${id}" ` : '';
    if (mark) placed.add(id);
    // Megabytes of Base64 are not joined with the text of the slides: they would be copied, and twice as long.
    return [`${mark}${attribute}="`, address, `"`];
  }
}

function arrange(deck: Deck, themeOf: ThemeNames, withoutNotes: boolean): string {
  const html = (slide: Slide): string => slideHtml(slide, deck, { output: 'deck', notes: !withoutNotes, themeOf });
  if (!deck.meta.stacks) return deck.slides.map(html).join('\n');
  const groups: Slide[][] = [];
  for (const slide of deck.slides) {
    const last = groups.at(-1);
    if (last?.[0]?.opensSection && !slide.opensSection) last.push(slide);
    else groups.push([slide]);
  }
  return groups
    .map((group) =>
      group.length > 1
        ? `<section class="stack">\n${group.map(html).join('\n')}\n</section>`
        : group.map(html).join(''),
    )
    .join('\n');
}

/** Returns the CSS for printing and for browsers without scripts: all slides below each other. */
function onPaper({ meta: { size } }: Deck): string {
  const page = `@page{size:${size.width}px ${size.height}px;margin:0}`;
  const plain = [
    `html,body,.reveal,.reveal .slides{position:static;width:auto;height:auto;inset:auto;overflow:visible}`,
    `.reveal .slides section.stack{display:contents}`,
    `.reveal .slides section.slide{position:relative;display:grid;visibility:visible;inset:auto;margin:0 auto 1em;zoom:min(1,100vw/var(--deck-width))}`,
    `.reveal .slides .fragment:not(.fade-out,.fade-in-then-out){opacity:1;visibility:inherit}`,
    `@media print{.reveal .slides section.slide{margin:0;zoom:1;break-before:page}.reveal :is(.slides,.slides>section:first-child)>section.slide:first-child{break-before:auto}}`,
  ];
  return `<style>${page}</style>\n<noscript><style>${plain.join('')}</style></noscript>`;
}

function starter(
  { meta, slides }: Deck,
  { page: { script, presenterCss, plugins, players }, live, words }: DeckDocumentParts,
): string {
  const films = filmLinks(slides);
  const drawn = slides.flatMap((slide) => (slide.drawn ? [[slide.id, slide.drawn] as const] : []));
  const options: StartDeckOptions = {
    ...meta.size,
    title: meta.title,
    rtl: meta.dir === 'rtl',
    label: meta.title || uiWords(meta.lang).slides,
    fitFloor: FIT_FLOOR,
    transition: meta.transition,
    ...(meta.advance && { advance: meta.advance }),
    plan: live?.view === 'follower' ? [] : planRows(talkPlan(slides, meta)),
    presenterCss,
    words,
    ...(Object.keys(films).length > 0 && { films }),
    ...(live && { live }),
    ...(drawn.length > 0 && { drawings: Object.fromEntries(drawn) }),
  };
  const given = JSON.stringify(options).replaceAll('<', '\\u003c');
  const parts = [...(plugins ? ['plugins:lecternPlugins'] : []), ...(players ? ['players:lecternPlayers'] : [])];
  return `${[script, plugins, players].filter(Boolean).join('\n')}\nlectern.startDeck(${given},{${parts.join()}})`;
}
