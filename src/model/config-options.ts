/** Options of `lectern build` in a config. Written by `npm run options`. */
export interface ConfigOptions {
  /** Which outputs to make: `html`, `pdf`, `handout`, `notes`, `notes.md`, `article`, `article.html`, `png`, `jpeg`, `webp`, `cover`, `contact`. @default `html,pdf` */
  to?: string | readonly string[];
  /** Where to put them. @default `dist` */
  outDir?: string;
  /** A theme by name, a CSS file, a folder with a `theme.css` or an npm package. @default the deck's */
  theme?: string;
  /** A brand file for decks that name none. @default `_brand.yml` beside the deck, or where the project begins */
  brand?: string;
  /** `html`: write `NAME/index.html` with hashed files beside it instead of one file. @default off */
  assets?: boolean;
  /** `html`: the folder that the deck will be in on the web: its page names itself, and links to it get a picture. @default none */
  publish?: string;
  /** `html`: the deck without its notes, for everyone to see. @default off */
  noNotes?: boolean;
  /** The slides with what you drew on them, as `talk.drawings.svg` beside the deck keeps it. @default off */
  drawings?: boolean;
  /** These slides only, in everything but `html`. @default all */
  slides?: string;
  /** A page or picture for each step, labelled 3.1, 3.2 …; `last` is one a slide. @default `last` */
  steps?: 'last' | 'pages';
  /** PDFs with pictures of half the px; `print` for paper. @default `print` */
  quality?: 'print' | 'screen';
  /** `pdf`: the notes on the pages of the PDF, as notes that readers show on a click. @default off */
  annotate?: boolean;
  /** Settings of the handout: paper (A3, A4, A5, Letter, Legal), orientation (portrait, landscape), slides (1, 2, 3, 4, 6, 8, 9, 12, 16), order (across, down), notes (beside, below, none), lines (true, false), steps (true, false), sections (true, false), ink (full, save), grey (true, false), booklet (true, false), frames (true, false), solutions (true, false), head (text), foot (text). @default the deck's */
  handout?:
    | string
    | {
        paper?: 'A3' | 'A4' | 'A5' | 'Letter' | 'Legal';
        orientation?: 'portrait' | 'landscape';
        slides?: 1 | 2 | 3 | 4 | 6 | 8 | 9 | 12 | 16;
        order?: 'across' | 'down';
        notes?: 'beside' | 'below' | 'none';
        lines?: true | false;
        steps?: true | false;
        sections?: true | false;
        ink?: 'full' | 'save';
        grey?: true | false;
        booklet?: true | false;
        frames?: true | false;
        solutions?: true | false;
        head?: string;
        foot?: string;
      };
  /** `handout`, `notes`: every slide in its light tone; `full` as it is. @default the deck's */
  ink?: 'full' | 'save';
  /** `notes`: large letters. @default off */
  large?: boolean;
  /** Pictures: px for each px of the slide. @default `1.5` */
  scale?: number;
  /** `png`, `webp`: slides without their ground. @default off */
  transparent?: boolean;
  /** Run `lectern check` first, and write nothing of decks that have errors or warnings. @default off */
  strict?: boolean;
  /** Load pictures of the web into the project, once. @default off */
  fetch?: boolean;
  /** For decks of others: no hidden files, no scripts, no links out of the project. @default off */
  untrusted?: boolean;
  /** How long the browser may take for a document. @default 60, and half a second a slide */
  timeout?: number;
}
