import { defineOutput, type Output } from './output.ts';
import { drawings, scale, slides, steps } from './output-options.ts';

export const contact: Output = defineOutput({
  name: 'contact',
  about: 'a contact sheet: all slides in one image',
  file: 'talk.contact.png',
  prints: true,
  styles: 'print',
  options: [slides, steps, scale, drawings],
  export: async (job) => (await import('./pictures.ts')).takeContactSheet(job),
});
