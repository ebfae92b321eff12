import type { Deck } from '../model/deck.ts';

export interface HeadOptions {
  css: string;
  /** Address of a style sheet to link instead of `css`. */
  styleSheet?: string;
  /** Content-Security-Policy of the document. */
  policy: string;
  published?: Published | undefined;
  /** Elements at the head's end. */
  more?: string;
}

/** Addresses of a deck on the web. */
export interface Published {
  /** Of the deck. */
  page: string;
  /** Of the image that links to it are shown with. */
  cover: string;
}

/** A slide on an easel. */
const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E%3Crect x=%223%22 y=%225%22 width=%2226%22 height=%2217%22 rx=%223%22 fill=%22%23b3261e%22/%3E%3Cpath d=%22M8 11h10M8 16h15%22 stroke=%22%23fff%22 stroke-width=%222.4%22 stroke-linecap=%22round%22/%3E%3Cpath d=%22M16 22v6M10 29h12%22 stroke=%22%23b3261e%22 stroke-width=%222.6%22 stroke-linecap=%22round%22/%3E%3C/svg%3E';

/** Renders a document from `<!doctype html>` to `</head>`. */
export function documentHead({ meta }: Deck, { css, styleSheet, policy, published, more = '' }: HeadOptions): string {
  const named: [string, string][] = [
    ['author', meta.authors.join(', ')],
    ['description', meta.description],
    ['keywords', meta.keywords.join(', ')],
    ['generator', 'Lectern'],
  ];
  const metas = named
    .filter(([, content]) => content)
    .map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`);
  return [
    `<!doctype html>`,
    `<html lang="${escapeHtml(meta.lang)}" dir="${meta.dir}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(meta.title)}</title>`,
    `<link rel="icon" href="${ICON}">`,
    ...metas,
    ...(published ? linkTags(meta, published) : []),
    `<style>:root{--deck-width:${meta.size.width}px;--deck-height:${meta.size.height}px}</style>`,
    styleSheet
      ? `<link rel="stylesheet" href="${styleSheet}" data-styles>`
      : `<style data-styles>${fitRules(css)}</style>`,
    ...(more ? [more] : []),
    `</head>`,
  ].join('\n');
}

/** Renders the metadata that services show for links (ogp.me). */
function linkTags(meta: Deck['meta'], { page, cover }: Published): string[] {
  const properties: [string, string][] = [
    ['og:type', 'website'],
    ['og:title', meta.title],
    ['og:description', meta.description || meta.subtitle],
    ['og:url', page],
    ['og:locale', meta.lang.replace('-', '_')],
    ['og:image', cover],
    ['og:image:width', String(COVER_SIZE.width)],
    ['og:image:height', String(COVER_SIZE.height)],
    ['og:image:alt', meta.title],
  ];
  return [
    `<link rel="canonical" href="${escapeHtml(page)}">`,
    ...properties
      .filter(([, content]) => content)
      .map(([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}">`),
    `<meta name="twitter:card" content="summary_large_image">`,
  ];
}

/** Size of the images that links are shown with, as most services crop them. */
export const COVER_SIZE = { width: 1200, height: 630 } as const;

/** Escapes CSS for a `<style>` element. */
export function fitRules(css: string): string {
  return css.replaceAll('</style', '<\\/style');
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Writes a script's text as it may be in a `<script>` element. */
export function inScriptElement(script: string): string {
  return script.replace(/<(\/script|!--)/gi, '\\x3C$1').replaceAll('\r\n', '\n');
}
