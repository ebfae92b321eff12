import type { StyleKind } from '../styles/bundle-styles.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import type { OutputOption } from './output-options.ts';

/** Something that is made of a deck. */
export interface Output {
  /** The name that `--to` and programs know it by; no other output has it. */
  name: string;
  /** Says what it is, in Markdown on one line; links are relative to `docs/`. */
  about: string;
  /** The name of its file when the deck is `talk.md`. */
  file: string;
  /** Needs a browser. */
  prints: boolean;
  /** The style sheets of a theme that it contains. */
  styles: StyleKind;
  /** Its own options, in the order of the help. */
  options: readonly OutputOption[];
  /**
   * Makes its files; writes nothing. Outputs are known before any of them is made: what a file needs for that alone is
   * imported here.
   */
  export: (job: ExportJob) => Promise<ExportedFile[]>;
}

/** Defines an output; `formats.ts` has a row for each. */
export function defineOutput(output: Output): Output {
  return output;
}

/** An output of a project failed, and the deck has a message that says why. */
export class OutputFailure extends Error {}
