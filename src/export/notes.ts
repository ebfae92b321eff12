import { defineOutput, type Output } from './output.ts';
import { drawings, handout, ink, large, quality, slides } from './output-options.ts';

export const notes: Output = defineOutput({
  name: 'notes',
  about: "[the speaker's pages](print.md#the-speakers-pages)",
  file: 'talk.notes.pdf',
  prints: true,
  styles: 'print',
  options: [slides, quality, handout, ink, large, drawings],
  export: async (job) => (await import('./paper.ts')).printNotes(job),
});
