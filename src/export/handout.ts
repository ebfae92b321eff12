import { defineOutput, type Output } from './output.ts';
import { drawings, handout as settings, ink, quality, slides } from './output-options.ts';

export const handout: Output = defineOutput({
  name: 'handout',
  about: '[slides for paper](print.md#handouts), with notes or lines to write on',
  file: 'talk.handout.pdf',
  prints: true,
  styles: 'print',
  options: [slides, quality, settings, ink, drawings],
  export: async (job) => (await import('./paper.ts')).printHandout(job),
});
