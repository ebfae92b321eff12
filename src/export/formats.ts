import { didYouMean } from '../model/did-you-mean.ts';
import { LecternError } from '../model/errors.ts';
import { article, articleHtml } from './article.ts';
import { contact } from './contact.ts';
import { cover } from './cover.ts';
import { gif } from './gif.ts';
import { handout } from './handout.ts';
import { html } from './html.ts';
import { jpeg } from './jpeg.ts';
import { notesMarkdown } from './notes-markdown.ts';
import { notes } from './notes.ts';
import type { Output } from './output.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import { pptx, pptxPictures } from './pptx.ts';
import { webm } from './webm.ts';
import { webp } from './webp.ts';

/** Lectern's outputs, in the order of the help. */
export const OUTPUTS: readonly Output[] = [
  html,
  pdf,
  pptx,
  pptxPictures,
  handout,
  notes,
  notesMarkdown,
  article,
  articleHtml,
  png,
  jpeg,
  webp,
  cover,
  contact,
  gif,
  webm,
];

/**
 * Finds outputs by their names, each once.
 *
 * @param names - as `--to` has them.
 * @param more - outputs beside Lectern's; they take precedence.
 * @throws LecternError `USAGE` where none has that name
 */
export function findOutputs(names: readonly string[], more: readonly Output[] = []): Output[] {
  const known = new Map([...OUTPUTS, ...more].map((output) => [output.name, output]));
  return [...new Set(names)].map((name) => {
    const output = known.get(name);
    if (output) return output;
    throw new LecternError('USAGE', `unknown output “${name}”${hint(name, [...known.keys()])}`, {
      advice: 'Separate outputs with commas, as in --to html,pdf.',
    });
  });
}

/** Returns the output that a name such as `talk.notes.pdf` was meant to be, as advice. */
function hint(name: string, known: readonly string[]): string {
  const parts = name.toLowerCase().split('.');
  if (parts.length === 1) return didYouMean(name, known);
  const isText = /^(?:md|markdown|txt)$/.test(parts.at(-1) ?? '');
  const named = parts.includes('notes') && isText ? 'notes.md' : parts.find((part) => known.includes(part));
  return named ? `; did you mean “${named}”?` : didYouMean(name, known);
}
