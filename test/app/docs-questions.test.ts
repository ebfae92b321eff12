import { expect, test } from 'vitest';
import { readDocs } from '../../src/app/read-docs.ts';
import { indexDocs } from '../../src/app/search-docs.ts';
import { searchSections } from '../../src/model/docs-search.ts';

const index = indexDocs(await readDocs());

/** Questions that people ask of tools for slides, in their words, and the sections that answer them. */
test.each([
  ['two columns in the same slide', /#put-two-columns|columns-and-grids/],
  ['PDF with 6 slides per page and speaker notes next to them', /handout/],
  ['export one PDF page per fragment', /per-fragment|print#the-slides/],
  ['print to PDF without fragments', /fragments|print#the-slides/],
  ['use it offline without external web access', /offline/],
  ['open the presentation without a web server', /offline/],
  ['single self-contained html file', /offline|publish#one-file/],
  ['add a logo to all slides', /logo/],
  ['hide the footer on one slide', /hide-them-on-one-slide/],
  ['hide the slide number on the title slide', /hide-them-on-one-slide/],
  ['control slides remotely by phone', /phone/],
  ['countdown timer in the presenter view', /timer|presenter-view/],
  ['print presenter notes on paper', /print-my-presenter-notes/],
  ['include slides from another file', /another-file|parts-and-agenda/],
  ['slide content too long, scroll', /too-long|too-full/],
  ['highlight code lines step by step', /highlight-lines|language#code/],
  ['change the font size', /font-size/],
  ['remove speaker notes from the published slides', /without-my-speaker-notes|publish/],
  ['mermaid diagrams in the pdf', /mermaid|diagrams/],
  ['use a custom theme from an npm package', /theme/],
  ['embed a video', /video/],
  ['export to powerpoint pptx', /powerpoint/],
  ['deploy to github pages', /github-pages/],
  ['change the background color of one slide', /background/],
  ['slides right to left arabic', /right-to-left|languages/],
])('“%s” is answered by the first page that a search finds', (question, answer) => {
  expect(searchSections(index, question)[0]?.id).toMatch(answer);
});
