import type { VFile } from 'vfile';
import type { BrowserPool } from '../browser/browser-pool.ts';
import type { ByteCache } from '../files/byte-cache.ts';
import type { CutFont } from '../styles/font-cutter.ts';
import type { Styles } from '../styles/load-styles.ts';
import type { FileBytes } from '../files/write-files.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Deck, HandoutSettings } from '../model/deck.ts';
import type { PageParts } from '../model/page-parts.ts';
import type { ThemeSource } from '../theme/theme.ts';
import type { PrintPicture, Quality } from './print-pictures.ts';

/** Everything that styles a deck. */
export interface DeckStyles {
  styles: Styles;
  /** Themes of slides that have another one than the deck, by the names that authors wrote. */
  slideThemes: Map<string, ThemeSource>;
  /** Style sheets that the deck adds, absolute. */
  styleFiles: string[];
}

/** What callers may ask of outputs, beyond what the deck says. */
export interface OutputOptions {
  /** Slides to print, as in `3-7,12`, by their numbers. @default all */
  slides?: string;
  /** Print a page for each step of a slide, not the last one alone. @default false */
  stepPages?: boolean;
  /** Put the notes into the PDF of the slides, as notes that readers show on a click. @default false */
  annotate?: boolean;
  /** What pictures in PDFs are good for. @default 'print' */
  quality?: Quality;
  /** Settings of the handout, instead of the deck's. @default the deck's */
  handout?: Partial<HandoutSettings>;
  /** Print the speaker's pages with large letters. @default false */
  large?: boolean;
  /** Size of pictures of slides: px for each px of the slide. @default 1.5 */
  scale?: number;
  /** Leave the ground of slides out of their pictures. @default false */
  transparent?: boolean;
  /** Address of the folder that the deck will be in on the web, `https:` or `http:`. @default nowhere */
  publish?: string;
  /** Seconds that the browser may take for a document, each time. @default 60, and half a second for each slide */
  timeout?: number;
  /** Leave the notes out of the deck. @default false */
  withoutNotes?: boolean;
  /** Keep images, fonts and scripts in files of their own. @default false */
  assets?: boolean;
}

/** What an exporter works on. */
export interface ExportJob extends DeckStyles {
  deck: Deck;
  /** The deck's source, which messages are told of. */
  file: VFile;
  /** Name of the outputs without extension. */
  name: string;
  options: OutputOptions;
  cutFont: CutFont;
  page: PageParts;
  pool: BrowserPool;
  /** Pictures that are made anew for print, by their ids. */
  pictures: ReadonlyMap<string, Promise<PrintPicture | undefined>>;
  pictureCache: ByteCache;
  /** What the project and the deck say of rules. */
  settings: CheckSettings;
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
