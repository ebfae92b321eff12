import { defineOutput, type Output } from './output.ts';
import { drawings, scale, slides, steps, transparent } from './output-options.ts';

export const png: Output = defineOutput({
  name: 'png',
  about: '[an image of each slide](print.md#images)',
  file: 'talk.png/001.png …',
  prints: true,
  styles: 'print',
  options: [slides, steps, scale, transparent, drawings],
  export: async (job) => (await import('./pictures.ts')).takePictures(job, 'png'),
});
