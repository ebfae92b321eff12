import { defineOutput, type Output } from './output.ts';
import { slides } from './output-options.ts';

export const notesMarkdown: Output = defineOutput({
  name: 'notes.md',
  about: 'the speaker notes as Markdown',
  file: 'talk.notes.md',
  prints: false,
  styles: 'deck',
  options: [slides],
  async export({ deck, name, options }) {
    const [{ notesText }, { selectSlides }] = await Promise.all([
      import('../render/notes-text.ts'),
      import('./slide-selection.ts'),
    ]);
    return [{ path: `${name}.notes.md`, bytes: notesText(deck, selectSlides(deck, options.slides)) }];
  },
});
