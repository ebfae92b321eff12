import type { Deck } from '../model/deck.ts';

export interface HeadOptions {
  css: string;
  /** Address of a style sheet to link instead of `css`. */
  styleSheet?: string;
  /** Content-Security-Policy of the document. */
  policy: string;
}

/** `<!doctype html>` to `</head>`. */
export function documentHead({ meta }: Deck, { css, styleSheet, policy }: HeadOptions): string {
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
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(meta.title)}</title>`,
    ...metas,
    `<style>:root{--deck-width:${meta.size.width}px;--deck-height:${meta.size.height}px}</style>`,
    styleSheet
      ? `<link rel="stylesheet" href="${styleSheet}" data-styles>`
      : `<style data-styles>${fitRules(css)}</style>`,
    `</head>`,
  ].join('\n');
}

/** Styles as they may stand in a `<style>` element. */
export function fitRules(css: string): string {
  return css.replaceAll('</style', '<\\/style');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
