import type { Printer } from '../browser/printer.ts';
import type { CutFont } from '../files/font-cutter.ts';
import type { Styles } from '../files/load-styles.ts';
import type { FileBytes } from '../files/write-files.ts';
import type { Deck, ImageAsset } from '../model/deck.ts';
import type { RevealScripts } from '../model/reveal-scripts.ts';
import type { ThemeSource } from '../theme/theme.ts';

/** Everything that styles a deck. */
export interface DeckLooks {
  styles: Styles;
  /** Themes of slides that have another one than the deck, by the names that authors wrote. */
  slideThemes: Map<string, ThemeSource>;
  /** Style sheets that the deck adds, absolute. */
  styleFiles: string[];
}

/** What an exporter works on. */
export interface ExportJob extends DeckLooks {
  deck: Deck;
  /** Name of the outputs without extension. */
  name: string;
  cutFont: CutFont;
  reveal: RevealScripts;
  printer: Printer;
  /** Images as they go into a PDF, by their ids. */
  printImages: Map<string, Promise<ImageAsset>>;
  /** Print a page for each step instead of the last one alone. */
  stepPages: boolean;
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
