import { defineOutput, type Output } from './output.ts';
import { drawings, scale, slides, steps } from './output-options.ts';

export const jpeg: Output = defineOutput({
  name: 'jpeg',
  about: '[an image of each slide](print.md#images)',
  file: 'talk.jpeg/001.jpeg …',
  prints: true,
  styles: 'print',
  options: [slides, steps, scale, drawings],
  export: async (job) => (await import('./pictures.ts')).takePictures(job, 'jpeg'),
});
