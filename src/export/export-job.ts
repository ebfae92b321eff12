import type { VFile } from 'vfile';
import type { Printer } from '../browser/printer.ts';
import type { Styles } from '../files/load-styles.ts';
import type { FileBytes } from '../files/write-files.ts';
import type { Deck, ImageAsset } from '../model/deck.ts';
import type { RevealScripts } from '../model/reveal-scripts.ts';

/** What an exporter works on. */
export interface ExportJob {
  deck: Deck;
  /** Takes messages about the deck. */
  file: VFile;
  /** Name of the outputs without extension. */
  name: string;
  styles: Styles;
  reveal: RevealScripts;
  printer: Printer;
  /** Images as they go into a PDF, by their ids. */
  printImages: Map<string, Promise<ImageAsset>>;
  /** Keep images, fonts and scripts in files of their own. */
  assets: boolean;
  /** Seconds since 1970 for dates inside files, where they are set from outside. */
  epoch: number | undefined;
}

export interface ExportedFile {
  /** Path below the output folder, with `/`. */
  path: string;
  bytes: FileBytes;
}

/** Makes the files of one output; writes nothing. */
export type Exporter = (job: ExportJob) => Promise<ExportedFile[]>;
