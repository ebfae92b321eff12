import type { StyleKind } from '../styles/bundle-styles.ts';
import type { Exporter } from './export-job.ts';
import { exportHtml } from './html.ts';

interface OutputFormat {
  export: Exporter;
  /** Needs a browser. */
  prints: boolean;
  /** Which of a theme's style sheets it has inside. */
  styles: StyleKind;
}

const paper = (): Promise<typeof import('./paper.ts')> => import('./paper.ts');
const pictures = (): Promise<typeof import('./pictures.ts')> => import('./pictures.ts');

/** A format that needs a browser; what makes it is loaded when it is made. */
function printed(load: () => Promise<Exporter>): OutputFormat {
  return { export: async (job) => (await load())(job), prints: true, styles: 'print' };
}

export type Format = 'html' | 'pdf' | 'handout' | 'notes' | 'notes.md' | 'png' | 'jpeg' | 'webp' | 'cover' | 'contact';

/** Every output, by the name `--to` knows it by. */
export const FORMATS: Record<Format, OutputFormat> = {
  html: { export: exportHtml, prints: false, styles: 'deck' },
  pdf: printed(async () => (await import('./pdf.ts')).exportPdf),
  handout: printed(async () => (await paper()).exportHandout),
  notes: printed(async () => (await paper()).exportNotes),
  'notes.md': {
    export: async (job) => (await import('./notes-markdown.ts')).exportNotesMarkdown(job),
    prints: false,
    styles: 'deck',
  },
  png: printed(async () => (await pictures()).exportPictures('png')),
  jpeg: printed(async () => (await pictures()).exportPictures('jpeg')),
  webp: printed(async () => (await pictures()).exportPictures('webp')),
  cover: printed(async () => (await pictures()).exportCover),
  contact: printed(async () => (await pictures()).exportContactSheet),
};

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
