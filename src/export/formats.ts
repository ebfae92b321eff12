import type { Exporter } from './export-job.ts';
import { exportHtml } from './html.ts';
import { exportPdf } from './pdf.ts';

interface OutputFormat {
  export: Exporter;
  /** Needs a browser. */
  prints: boolean;
}

/** Every output, by the name `--to` knows it by. */
export const FORMATS = {
  html: { export: exportHtml, prints: false },
  pdf: { export: exportPdf, prints: true },
} as const satisfies Record<string, OutputFormat>;

export type Format = keyof typeof FORMATS;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
