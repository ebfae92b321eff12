import type { VFile } from 'vfile';
import type { BrowserPool } from '../browser/browser-pool.ts';
import type { ByteCache } from '../files/byte-cache.ts';
import type { CutFont } from '../styles/font-cutter.ts';
import type { Styles } from '../styles/load-styles.ts';
import type { FileBytes } from '../files/write-files.ts';
import type { CheckSettings } from '../model/check-settings.ts';
import type { Deck } from '../model/deck.ts';
import type { PageParts } from '../model/page-parts.ts';
import type { ProjectPlugins } from '../model/plugins.ts';
import type { ThemeSource } from '../theme/theme.ts';
import type { PrintPicture } from './print-pictures.ts';
import type { ResolvedOptions } from './output-options.ts';

/** The styles of a deck. */
export interface DeckStyles {
  styles: Styles;
  /** Themes of slides that have another one than the deck, by the names that authors wrote. */
  slideThemes: Map<string, ThemeSource>;
  /** Style sheets that the deck adds, absolute. */
  styleFiles: string[];
}

/** Images of a deck that are made again for print. */
export interface DeckPictures {
  /** By their ids; `undefined` for those that go into a PDF as they are. */
  known: ReadonlyMap<string, Promise<PrintPicture | undefined>>;
  cache: ByteCache;
}

/** The tools that documents are made with. */
export interface ExportTools {
  pool: BrowserPool;
  cutFont: CutFont;
  page: PageParts;
}

/** The input of an exporter. */
export interface ExportJob {
  deck: Deck;
  /** The deck's source, which takes the messages. */
  file: VFile;
  /** Name of the outputs without extension. */
  name: string;
  options: ResolvedOptions;
  deckStyles: DeckStyles;
  pictures: DeckPictures;
  tools: ExportTools;
  /** Rule settings of the project and the deck. */
  settings: CheckSettings;
  /** Additions of the project. */
  plugins: ProjectPlugins;
  /** Seconds since 1970 for dates inside files, where they are set from outside. */
  epoch: number | undefined;
}

export interface ExportedFile {
  /** Path below the output folder, with `/`. */
  path: string;
  bytes: FileBytes;
}
