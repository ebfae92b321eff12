import { defineOutput, type Output } from './output.ts';
import { drawings, scale, slides } from './output-options.ts';
import { pptxSettings } from './pptx-settings.ts';

export const pptx: Output = defineOutput({
  name: 'pptx',
  about: '[slides for PowerPoint](powerpoint.md), with texts, tables and charts that can be edited',
  file: 'talk.pptx',
  prints: true,
  styles: 'print',
  options: [slides, drawings, pptxSettings],
  export: async (job) => (await import('./pptx/make-pptx.ts')).makePptx(job, { pictures: false }),
});

export const pptxPictures: Output = defineOutput({
  name: 'pptx.pictures',
  about: '[slides for PowerPoint](powerpoint.md#slides-as-images) as images, which look the same everywhere',
  file: 'talk.pictures.pptx',
  prints: true,
  styles: 'print',
  options: [slides, scale, drawings],
  export: async (job) => (await import('./pptx/make-pptx.ts')).makePptx(job, { pictures: true }),
});
