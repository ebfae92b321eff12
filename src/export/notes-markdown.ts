import { notesText } from '../render/notes-text.ts';
import type { Exporter } from './export-job.ts';
import { selectSlides } from './slide-selection.ts';

/** The notes as a text to read, to edit or to search. */
export const exportNotesMarkdown: Exporter = async ({ deck, name, options }) => [
  { path: `${name}.notes.md`, bytes: notesText(deck, selectSlides(deck, options.slides)) },
];
