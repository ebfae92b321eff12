import { createHash } from 'node:crypto';
import { withPlayerScript, withPluginScript } from '../files/page-parts.ts';
import { stageWords } from '../model/talk-words.ts';
import { deckDocument } from '../render/deck-document.ts';
import { hasPlayers } from '../render/film-links.ts';
import { dataAddresses, imageFiles } from '../render/image-addresses.ts';
import { deckCss, themeNames } from './deck-css.ts';
import type { Published } from '../render/document-head.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { defineOutput, type Output } from './output.ts';
import { assets, drawings, noNotes, publish } from './output-options.ts';

export const html: Output = defineOutput({
  name: 'html',
  about: 'the reveal.js deck to present from',
  file: 'talk.html',
  prints: false,
  styles: 'deck',
  options: [assets, publish, noNotes, drawings],
  export: exportHtml,
});

/** Returns the path of the preview image for links, relative to the output folder. */
export function coverName(name: string): string {
  return `${name}.cover.png`;
}

/** Makes the deck as one file, or as a folder with an `index.html`. */
async function exportHtml(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, deckStyles, tools, options } = job;
  const plugins = job.plugins.reveal;
  const css = await deckCss(deck, deckStyles, {
    kind: 'deck',
    cutFont: tools.cutFont,
    hasPlugins: plugins.length > 0,
  });
  const themeOf = themeNames(deckStyles);
  const published = publishedAt(job);
  const page = await withPlayerScript(await withPluginScript(tools.page, plugins), hasPlayers(deck.slides));
  const words = await stageWords(deck.meta.lang);
  const parts = { words, page, plugins, themeOf, published, withoutNotes: options.withoutNotes };
  if (!options.assets) {
    const html = deckDocument(deck, { ...parts, css, addresses: dataAddresses(deck) });
    return [{ path: `${name}.html`, bytes: html }];
  }
  const folder = `${name}/assets`;
  const files: ExportedFile[] = [];
  const linked = moveDataOut(css, (file, bytes) => files.push({ path: `${folder}/${file}`, bytes }));
  const style = `${hash(linked)}.css`;
  files.push({ path: `${folder}/${style}`, bytes: linked });
  const addresses = imageFiles(deck, 'assets/');
  const html = deckDocument(deck, { ...parts, css: '', styleSheet: `assets/${style}`, addresses });
  // What only the notes show is not for everyone. An address is a part of the document by itself.
  const shown = new Set(html);
  for (const { id, extension, bytes } of deck.images.values())
    if (shown.has(addresses.get(id) ?? '')) files.push({ path: `${folder}/${id}.${extension}`, bytes });
  return [...files, { path: `${name}/index.html`, bytes: html }];
}

function publishedAt({ name, options }: ExportJob): Published | undefined {
  const { publish, assets } = options;
  if (publish === undefined) return undefined;
  const folder = publish.endsWith('/') ? publish : `${publish}/`;
  const address = (below: string): string => new URL(encodeURI(below), folder).href;
  return { page: address(assets ? `${name}/` : `${name}.html`), cover: address(coverName(name)) };
}

/** Puts fonts that are inside a style sheet into files beside it. */
function moveDataOut(css: string, add: (file: string, bytes: Uint8Array) => void): string {
  return css.replace(/data:font\/(\w+);base64,([A-Za-z0-9+/=]+)/g, (_, extension: string, data: string) => {
    const bytes = Buffer.from(data, 'base64');
    const file = `${hash(bytes)}.${extension}`;
    add(file, bytes);
    return file;
  });
}

function hash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
