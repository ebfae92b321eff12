import { defineOutput, type Output } from './output.ts';
import { drawings, hold, scale, slides } from './output-options.ts';

export const gif: Output = defineOutput({
  name: 'gif',
  about: '[the slides with their steps](print.md#videos), moving',
  file: 'talk.gif',
  prints: true,
  styles: 'print',
  options: [slides, scale, hold, drawings],
  export: async (job) => (await import('./take-film.ts')).takeFilm(job, 'gif'),
});
