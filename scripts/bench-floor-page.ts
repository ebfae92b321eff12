import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import { compile } from '../src/compile/compile.ts';
import { NO_FILES } from '../src/model/deck-files.ts';
import { slideHtml } from '../src/render/slide-html.ts';

/** Writes the same slides as plain static sections: no fonts, no theme, nothing to measure. */
export async function writeFloor(deck: string, folder: string): Promise<string> {
  const file = new VFile({ path: deck, value: await readFile(deck) });
  // Images are left as they are written: the floor page lies beside the deck.
  const compiled = await compile(file, {
    files: { ...NO_FILES, load: async (src) => ({ id: src, bytes: new Uint8Array(), mediaType: '', extension: '' }) },
  });
  const slides = compiled.slides.map((slide) => slideHtml(slide, compiled, { output: 'pdf' }));
  const css =
    '@page{size:1280px 720px;margin:0}*{box-sizing:border-box}body{margin:0;font:24px/1.35 sans-serif}section{width:1280px;height:720px;padding:48px 72px;break-after:page;overflow:hidden}pre{font-size:18px}img{max-width:100%;max-height:420px;width:auto;height:auto}';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Deck</title><style>${css}</style>${slides.join('\n').replaceAll('src="lectern-asset:', 'src="')}`;
  const target = path.join(folder, 'floor.html');
  await writeFile(target, html);
  return target;
}
