import type { ElementContent } from 'hast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { BrandLook } from './brand-look.ts';
import type { CheckSettings } from './check-settings.ts';
import type { HandoutSettings } from './handout.ts';
import type { PptxSettings } from './pptx.ts';
import type { Arrangement, Layout } from './layouts.ts';
import type { RawMarkups } from './raw-markup.ts';
import type { Stroke } from './stroke.ts';

/** Width and height of a slide in CSS px. */
export interface Size {
  width: number;
  height: number;
}

export type Direction = 'ltr' | 'rtl';
export type HtmlPolicy = 'safe' | 'trusted';
/** The heading depth that still starts a slide; `'rules'` leaves it to thematic breaks. */
export type Split = 1 | 2 | 3 | 4 | 5 | 6 | 'rules';

/** Addresses of a logo: for light backgrounds, for dark ones, or one for all. */
export interface Logo {
  light: string | undefined;
  dark: string | undefined;
  /** Where it has no file for a background, it is on a plate: always, never, or where it would be lost. */
  plate: boolean | 'auto';
}

/** The front matter of a deck, with all defaults filled in. */
export interface DeckMeta {
  /** The first heading where the front matter names none; empty where there is neither. */
  title: string;
  subtitle: string;
  authors: string[];
  /** Where the authors work, and what the talk is part of. */
  institutions: string[];
  event: string;
  date: string;
  description: string;
  keywords: string[];
  /** BCP 47 language tag. */
  lang: string;
  dir: Direction;
  /** Name of a built-in theme or a path, as the author wrote it; `undefined` for the default. */
  theme: string | undefined;
  size: Size;
  split: Split;
  stacks: boolean;
  /** Make the cover from the front matter. */
  cover: boolean;
  /** Address of the image on that cover. */
  coverPicture: string | undefined;
  /** The image that is in the running footer, and on the cover. */
  logo: Logo | undefined;
  html: HtmlPolicy;
  /** Markdown of the running footer, with `{title}`, `{author}`, `{institution}`, `{event}`, `{date}` and `{section}` in it; empty for none. */
  footer: string;
  /** Show slide numbers. */
  numbers: boolean;
  /** Theme tokens to set, by name without the dashes in front. */
  tokens: Map<string, string>;
  /** Style sheets after the theme: paths or files of packages. */
  style: string[];
  /** Lists appear item by item. */
  incremental: boolean;
  transition: Transition;
  /** Further ways to the next step, besides keys and taps. */
  advance: Advance[] | undefined;
  /** Length of the talk in seconds. */
  duration: number | undefined;
  handout: HandoutSettings;
  pptx: PptxSettings;
  /** The author's settings of check rules. */
  check: CheckSettings;
  /** Slides that are scaled down are what their author wants, as long as they can be read. */
  fit: boolean;
  /** Slides that are too full become several. */
  paginate: boolean;
  /** Theorems, figures and equations are counted again in each section, or through the deck. */
  numbering: Numbering | undefined;
  math: MathSettings | undefined;
  /** Quotes, dashes and dots are written as the language does; `undefined` where the front matter names the language. */
  typography: boolean | undefined;
  /** The end of a line in a paragraph is a line break. */
  breaks: boolean | undefined;
  /** Files of the bibliography; `undefined` where the deck cites nothing. */
  bibliography: string[] | undefined;
  /** Name of a built-in citation style, or the path of one. */
  csl: string | undefined;
  /** Content of sparse slides grows, and is a little above the middle. */
  grow: boolean;
  /** Whether content has an arrangement that suits it on slides whose authors chose no layout. */
  compose: Compose;
  /** The brand file that the deck names; `false` for none, `undefined` for the one that is found. */
  brandFile: string | false | undefined;
  /** Looks from that file. */
  brand: BrandLook | undefined;
  /** Places of the front matter's keys, for messages. */
  positions: Map<string, Position>;
}

export const COMPOSE = ['auto', 'plain'] as const;
type Compose = (typeof COMPOSE)[number];

export type Numbering = 'deck' | 'section';

/** Settings for all formulas of a deck. */
export interface MathSettings {
  /** LaTeX by names without their backslashes. */
  macros: ReadonlyMap<string, string>;
}

export const TONES = ['light', 'dark', 'accent'] as const;
export type Tone = (typeof TONES)[number];

export const TRANSITIONS = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;
export const ADVANCE = ['click', 'wheel'] as const;
type Advance = (typeof ADVANCE)[number];

type Transition = (typeof TRANSITIONS)[number];

/** Settings of one slide. */
export interface SlideSettings {
  layout: Layout;
  tone: Tone | undefined;
  /** Theme instead of the deck's, as the author wrote it. */
  theme: string | undefined;
  background: Background | undefined;
  /** The layer between an image and the words on it. */
  scrim: Scrim;
  /** The background of words on an image as large as the slide. */
  panel: Panel | undefined;
  transition: Transition | undefined;
  autoAnimate: boolean;
  /** Seconds planned for the slide. */
  duration: number | undefined;
  classes: string[];
  /** Leave the slide out of every output. */
  hidden: boolean;
  /** Show the slide, but do not count it. */
  uncounted: boolean;
  /** Show footer and number on this slide. */
  numbers: boolean;
  /** Text of the footer instead of the deck’s; empty for none. */
  footer: string | undefined;
  incremental: boolean;
  /** Scales the slide down without a message while its text stays legible. */
  fit: boolean;
  /** Becomes several slides where it is too full. */
  paginate: boolean;
  /** Grows where it is sparse. */
  grow: boolean;
  /** Content is arranged and sized by what it is, where its author chose no layout. */
  compose: boolean;
  /** Ids of rules that are not for this slide. */
  checkOff: string[];
  lang: string | undefined;
  dir: Direction | undefined;
}

/** The strength of a scrim from 0 to 1; `auto` follows from the image. */
export type Scrim = number | 'auto';

export const PANELS = ['corner', 'left', 'right', 'bottom', 'gradient', 'none'] as const;
/** Where words are on an image, and on what. */
export type Panel = (typeof PANELS)[number];

/** The background of a slide. */
export interface Background {
  /** CSS colour, CSS gradient, address of a file or `https:` address of a page. */
  value: string;
  kind: 'paint' | 'file' | 'page';
  /** CSS `background-size`. */
  size: string;
  /** CSS `background-position`. */
  position: string;
  /** 0 to 1. */
  opacity: number;
}

/** The place of a section in a deck that has several. */
export interface SectionPlace {
  /** 1-based. */
  number: number;
  count: number;
}

export interface Slide {
  /** Unique in the deck; the target of `#id` links. */
  id: string;
  /** Plain text of the slide's first heading; empty where it has none. */
  title: string;
  settings: SlideSettings;
  /** Title of the section the slide belongs to; empty before the first section. */
  section: string;
  /** The slide opens its section. */
  opensSection: boolean;
  /** The arrangement that its content got automatically; `undefined` where it is as its author or its layout says. */
  composed: Arrangement | undefined;
  /** The share of its width that the image on its side has, where that follows from the image. */
  imageShare?: number;
  /** Its place among the sections, where it opens one of several. */
  sectionPlace: SectionPlace | undefined;
  /** 1-based; `undefined` on uncounted slides. */
  number: number | undefined;
  content: ElementContent[];
  /** Elements behind the content that reach the slide's edges: the background and the image of a layout. */
  background: ElementContent[];
  notes: ElementContent[];
  /** The notes as their author wrote them. */
  notesSource: string;
  /** It goes on where the slide before was full; the notes of the first such slide are those of all. */
  continued: boolean;
  /** Number of steps after the slide's first state. */
  steps: number;
  /** Lines that were drawn on it in a talk. */
  drawn?: readonly Stroke[];
  /** Position of the slide in its file; `undefined` for the cover made from the front matter. */
  position: Position | undefined;
  /** The file the slide is written in: the deck's own or one it includes. */
  file: VFile;
}

/** An image the deck shows; slides refer to it by `assetUrl(id)`. */
export interface ImageAsset {
  /** First 16 hex digits of the SHA-256 of the bytes. */
  id: string;
  bytes: Uint8Array;
  mediaType: string;
  /** File extension without the dot. */
  extension: string;
}

export interface Deck {
  meta: DeckMeta;
  /** In the order shown. With stacks on, slides that follow a section opener are below it. */
  slides: Slide[];
  images: Map<string, ImageAsset>;
  /** Images in the colours of light slides, by those of a slide's own tone. */
  paperImages?: ReadonlyMap<string, string>;
  /** The running footer; `{title}` and the like still are in its texts. */
  footer: ElementContent[];
  /** The logo as an element; empty where there is none. */
  logo: ElementContent[];
  /** Drawings, formulas and icons; slides refer to them by `data-inset`. */
  rawMarkup: RawMarkups;
  /** Files that were included. */
  included: VFile[];
  /** Definitions of links and footnotes that nothing refers to. */
  unusedDefinitions: readonly UnusedDefinition[];
}

export interface UnusedDefinition {
  file: VFile;
  label: string;
  kind: 'link' | 'footnote';
  position: Position;
}

/** Kinds of documents; parts of a slide may be limited to some of them. */
export const OUTPUTS = ['deck', 'pdf', 'handout'] as const;
export type Output = (typeof OUTPUTS)[number];
