import { defineOutput, type Output } from './output.ts';
import { slides } from './output-options.ts';

export const cover: Output = defineOutput({
  name: 'cover',
  about: 'an image of the cover, for link previews',
  file: 'talk.cover.png',
  prints: true,
  styles: 'print',
  options: [slides],
  export: async (job) => (await import('./pictures.ts')).takeCover(job),
});
