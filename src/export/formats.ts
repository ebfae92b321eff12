import type { StyleKind } from '../files/bundle-styles.ts';
import type { Exporter } from './export-job.ts';
import { exportHtml } from './html.ts';

interface OutputFormat {
  export: Exporter;
  /** Needs a browser. */
  prints: boolean;
  /** Which of a theme's style sheets it has inside. */
  styles: StyleKind;
}

export type Format = 'html' | 'pdf';

/** Every output, by the name `--to` knows it by. */
export const FORMATS: Record<Format, OutputFormat> = {
  html: { export: exportHtml, prints: false, styles: 'deck' },
  pdf: { export: async (job) => (await import('./pdf.ts')).exportPdf(job), prints: true, styles: 'print' },
};

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
