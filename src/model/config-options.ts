/** Options of `lectern build` in a config. Written by `npm run options`. */
export interface ConfigOptions {
  /** The outputs to write: `html`, `pdf`, `pptx`, `pptx.pictures`, `handout`, `notes`, `notes.md`, `article`, `article.html`, `png`, `jpeg`, `webp`, `cover`, `contact`, `gif`, `webm`. @default `html,pdf` */
  to?: string | readonly string[];
  /** The folder to write to. @default `dist` */
  outDir?: string;
  /** A theme by name, a CSS file, a folder with a `theme.css` or an npm package. @default the deck's */
  theme?: string;
  /** The size of the slides: `16:9`, `16:10`, `4:3`, `A4` or px such as `1920x1080`. @default the deck's */
  size?: '16:9' | '16:10' | '4:3' | 'A4' | string;
  /** A brand file for decks without one. @default `_brand.yml` next to the deck, or in the root of the project */
  brand?: string;
  /** The tool that decks are written for, unless their front matter names one: `lectern`, `marp`, `deckset`, `remark`, `slidev`, `reveal`, `quarto`, `pandoc`, `obsidian`. @default found by their syntax */
  dialect?: string;
  /** `html`: write `NAME/index.html` and hashed asset files instead of a single file. @default off */
  assets?: boolean;
  /** `html`: the URL of the folder you publish to; adds a canonical address and a link preview. @default none */
  publish?: string;
  /** `html`: leave out the speaker notes, for publishing. @default off */
  noNotes?: boolean;
  /** Include your drawings on slides from `talk.drawings.svg`, next to the deck. @default off */
  drawings?: boolean;
  /** Only these slides; `html` always has all. @default all */
  slides?: string;
  /** `pages`: a page or image for each step, labelled 3.1, 3.2 …; `last`: one per slide, after its last step. @default `last` */
  steps?: 'last' | 'pages';
  /** Image resolution in PDFs: `print`, or `screen` for smaller files. @default `print` */
  quality?: 'print' | 'screen';
  /** `pdf`: add the speaker notes as PDF comments. @default off */
  annotate?: boolean;
  /** Settings of the presentation: template (the path of a .potx or .pptx file). @default the deck's */
  pptx?: string | { template?: string };
  /** `png`, `jpeg`, `webp`, `gif`, `webm`: image scale factor. @default `1.5`; `1` for `webm`, `0.75` for `gif` */
  scale?: number;
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
  /** `handout`, `notes`: `save` prints every slide in its light tone; `full` prints it as shown. @default the deck's */
  ink?: 'full' | 'save';
  /** `notes`: large type. @default off */
  large?: boolean;
  /** `png`, `webp`: transparent background. @default off */
  transparent?: boolean;
  /** `gif`, `webm`: how long each step of a slide is shown. @default `2` */
  hold?: number;
  /** Run `lectern check` first, and treat warnings as errors: such decks are not written. @default off */
  strict?: boolean;
  /** Download images from the web into the project, once. @default off */
  fetch?: boolean;
  /** Build decks you do not trust: no hidden files, scripts or links out of the project. @default off */
  untrusted?: boolean;
  /** Timeout per document, in seconds. @default 60, plus 0.5 per slide */
  timeout?: number;
}
