import { defineOutput, type Output } from './output.ts';
import { drawings, handout, ink, quality, slides } from './output-options.ts';

export const article: Output = defineOutput({
  name: 'article',
  about: '[the talk as an article](print.md#the-talk-as-an-article): notes as text, slides as figures, as a PDF',
  file: 'talk.article.pdf',
  prints: true,
  styles: 'print',
  options: [slides, quality, handout, ink, drawings],
  export: async (job) => (await import('./print-article.ts')).printArticle(job),
});

export const articleHtml: Output = defineOutput({
  name: 'article.html',
  about: 'the article as a web page, with the slides as images',
  file: 'talk.article.html',
  prints: true,
  styles: 'print',
  options: [slides, drawings],
  export: async (job) => (await import('./print-article.ts')).writeArticle(job),
});
