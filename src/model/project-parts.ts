import type { VFile } from 'vfile';
import type { Node, Point, Position } from 'unist';
import type { Severity } from './check-settings.ts';
import type { Deck, Slide } from './deck.ts';

/** Options of an output or a plugin: their names and default values, whose types the given values must have. */
export type OptionDefaults = Readonly<Record<string, string | number | boolean>>;

/** The options of an output, each given or its default. */
export type OptionValues<Defaults extends OptionDefaults> = {
  readonly [Name in keyof Defaults]: Defaults[Name] extends string
    ? string
    : Defaults[Name] extends number
      ? number
      : Defaults[Name] extends boolean
        ? boolean
        : string | number | boolean;
};

/** The place of a message: a slide, a node of its content, or a position in its source. */
export interface MessagePlace {
  slide?: Slide | undefined;
  /** @default the beginning of the slide */
  place?: Node | Position | Point | undefined;
}

/** A file that an output makes. */
export interface OutputFile {
  /** Path below the output folder, with `/`, as in `talk.outline.md` or `talk/index.json`. */
  path: string;
  content: string | Uint8Array;
}

/** A deck for an output, and the ways to render it. */
export interface OutputJob<Values = OptionValues<OptionDefaults>> {
  /** The compiled deck: slides as hast, notes, settings, metadata, images. */
  deck: Deck;
  /** The slides to use: those of `--slides`, else all. */
  slides: readonly Slide[];
  /** Name for the files, without extension: `talk` for `talk.md`. */
  name: string;
  options: Values;
  /** Returns the whole deck as one HTML file, as `--to html` writes it. */
  html: () => Promise<string>;
  /** Returns the HTML of one slide, a `<section>` as it is shown after its last step. Images are `data:` addresses. */
  slideHtml: (slide: Slide) => string;
  /** Returns the text of a slide as an audience reads it, without drawings and formulas. */
  slideText: (slide: Slide) => string;
  /** Prints the slides as a PDF, as `--to pdf` does. Needs `browser: true`. */
  pdf: () => Promise<Uint8Array>;
  /** Takes an image of each slide of `slides`. Needs `browser: true`. */
  pictures: (options?: PictureOptions) => Promise<SlideImage[]>;
  /** Adds a warning to the deck. */
  warn: (reason: string, place?: MessagePlace) => void;
}

export interface PictureOptions {
  /** @default 'png' */
  format?: 'png' | 'jpeg' | 'webp';
  /** Scale of images. @default 1.5 */
  scale?: number;
}

export interface SlideImage {
  slide: Slide;
  bytes: Uint8Array;
}

/** An output of a project, which `--to` names. */
export interface ProjectOutput<Defaults extends OptionDefaults = OptionDefaults> {
  /** Lower-case letters, digits, `-` and `.`; not the name of one of Lectern's outputs. */
  name: string;
  /** Says what it makes, in a few words. */
  about?: string;
  /** Its own options with their defaults; `--set NAME.OPTION=VALUE` sets one. */
  options?: Defaults;
  /** Uses `pdf` or `pictures` of the job. @default false */
  browser?: boolean;
  /** Makes its files, and writes nothing. An Error that it throws becomes a message; other outputs are still written. */
  render(job: OutputJob<OptionValues<Defaults>>): OutputFile[] | Promise<OutputFile[]>;
}

/** A text of a slide as a browser shows it. */
export interface SeenText {
  text: string;
  /** The element that it is in, as in `p.subtitle`. */
  element: string;
  /** Font size in px, on a slide of 720 px height. */
  size: number;
  bold: boolean;
  /** `#rrggbb` */
  colour: string;
  /** `#rrggbb` */
  background: string;
  /** WCAG contrast ratio. */
  contrast: number;
  /** In px of the slide. */
  box: SlideBox;
}

export interface SlideBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A slide after its last step, as a browser shows it. */
export interface SeenSlide {
  slide: Slide;
  texts: readonly SeenText[];
  /** Scale that makes its content fit; 1 where all fits. */
  scale: number;
}

/** Facts about a deck for a rule. */
export interface RuleFacts {
  deck: Deck;
  /** The deck's own source. */
  file: VFile;
  /** In the deck's order. */
  seen: readonly SeenSlide[];
  /** Returns the text of a slide, without drawings and formulas. */
  slideText: (slide: Slide) => string;
}

export interface RuleReportPlace extends MessagePlace {
  /** Faulty parts of the slide, to be marked on its image. */
  boxes?: SlideBox[];
  /** @default the rule's */
  severity?: Severity;
}

/** Reports a problem: what is wrong, and what to do. */
export type RuleReport = (reason: string, place?: RuleReportPlace) => void;

/** A rule of a project for `lectern check`. */
export interface ProjectRule<Defaults extends Readonly<Record<string, number>> = Readonly<Record<string, number>>> {
  /** Lower-case letters, digits, `-` and `/`; not the id of one of Lectern's rules. Settings name it. */
  id: string;
  /** Says what it finds, in a few words. */
  about: string;
  /** @default 'warning' */
  severity?: Severity;
  /** Numbers that settings can change, with their defaults. */
  options?: Defaults;
  /** Looks at a deck and reports problems. An Error that it throws becomes a message; other rules still run. */
  check(
    facts: RuleFacts,
    report: RuleReport,
    options: { readonly [Name in keyof Defaults]: number },
  ): void | Promise<void>;
}
