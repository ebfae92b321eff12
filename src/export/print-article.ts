import { slideText } from '../html/slide-text.ts';
import type { Slide } from '../model/deck.ts';
import { articlePage, articlePages, isFigure } from '../render/article-document.ts';
import { dataAddresses } from '../render/image-addresses.ts';
import { deckPages } from '../render/pages.ts';
import { deckCss } from './deck-css.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { printPaper, settingsOf } from './paper.ts';
import { photograph } from './pictures.ts';
import { selectSlides } from './slide-selection.ts';

/** Prints the talk as an article. */
export async function printArticle(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, options } = job;
  const figures = selectSlides(deck, options.slides).filter(isFigure);
  const document = { path: `${name}.article.pdf`, figures };
  return printPaper(job, document, (parts) => articlePages(deck, settingsOf(job), parts));
}

/** Makes the article a page for the web; slides are images in it, which look alike in every browser. */
export async function writeArticle(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, options, deckStyles, tools } = job;
  const slides = selectSlides(deck, options.slides);
  const figures = slides.filter(isFigure);
  const pages = deckPages(deck, { steps: false, shown: figures });
  const [css, images] = await Promise.all([
    deckCss(deck, deckStyles, { kind: 'print', cutFont: tools.cutFont }),
    figures.length > 0 ? photograph(job, pages, { format: 'webp', transparent: false, scale: 1 }) : [],
  ]);
  const pictures = new Map(
    figures.map((slide, index): [Slide, { source: string; text: string }] => {
      const source = `data:image/webp;base64,${Buffer.from(images[index] ?? []).toString('base64')}`;
      return [slide, { source, text: slideText(slide) }];
    }),
  );
  const html = articlePage(deck, { css, addresses: dataAddresses(deck), slides }, pictures);
  return [{ path: `${name}.article.html`, bytes: html }];
}
