import { defineOutput, type Output } from './output.ts';
import { drawings, hold, scale, slides } from './output-options.ts';

export const webm: Output = defineOutput({
  name: 'webm',
  about: '[the slides with their steps](print.md#videos), as a video',
  file: 'talk.webm',
  prints: true,
  styles: 'print',
  options: [slides, scale, hold, drawings],
  export: async (job) => (await import('./take-film.ts')).takeFilm(job, 'webm'),
});
