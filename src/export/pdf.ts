import { defineOutput, type Output } from './output.ts';
import { annotate, drawings, quality, slides, steps } from './output-options.ts';

export const pdf: Output = defineOutput({
  name: 'pdf',
  about: '[the slides](print.md#the-slides), one per page',
  file: 'talk.pdf',
  prints: true,
  styles: 'print',
  options: [slides, steps, quality, annotate, drawings],
  export: async (job) => (await import('./print-slides.ts')).printSlides(job),
});
