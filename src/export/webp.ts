import { defineOutput, type Output } from './output.ts';
import { drawings, scale, slides, steps, transparent } from './output-options.ts';

export const webp: Output = defineOutput({
  name: 'webp',
  about: '[an image of each slide](print.md#images)',
  file: 'talk.webp/001.webp …',
  prints: true,
  styles: 'print',
  options: [slides, steps, scale, transparent, drawings],
  export: async (job) => (await import('./pictures.ts')).takePictures(job, 'webp'),
});
