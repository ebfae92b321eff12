import { contact } from './contact.ts';
import { cover } from './cover.ts';
import { handout } from './handout.ts';
import { html } from './html.ts';
import { jpeg } from './jpeg.ts';
import { notesMarkdown } from './notes-markdown.ts';
import { notes } from './notes.ts';
import type { Output } from './output.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import { webp } from './webp.ts';

export type Format = 'html' | 'pdf' | 'handout' | 'notes' | 'notes.md' | 'png' | 'jpeg' | 'webp' | 'cover' | 'contact';

/** Every output, by the name that `--to` knows it by. */
export const FORMATS: Readonly<Record<Format, Output>> = {
  html,
  pdf,
  handout,
  notes,
  'notes.md': notesMarkdown,
  png,
  jpeg,
  webp,
  cover,
  contact,
};

/** Tells whether a name is that of an output. */
export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
