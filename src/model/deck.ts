import type { ElementContent } from 'hast';
import type { Position } from 'unist';

/** Width and height of a slide in CSS px. */
export interface Size {
  width: number;
  height: number;
}

type Direction = 'ltr' | 'rtl';
export type HtmlPolicy = 'safe' | 'trusted';
/** The heading depth that still starts a slide; `'rules'` leaves it to thematic breaks. */
export type Split = 1 | 2 | 3 | 4 | 5 | 6 | 'rules';

/** What the front matter says of the deck, with every default filled in. */
export interface DeckMeta {
  /** The first heading where the front matter names none; empty where there is neither. */
  title: string;
  subtitle: string;
  authors: string[];
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
  cover: boolean;
  html: HtmlPolicy;
  /** Running footer with `{title}`, `{author}`, `{date}` and `{section}` in it; empty for none. */
  footer: string;
  /** Show slide numbers. */
  numbers: boolean;
  /** Places of the front matter's keys, for messages. */
  positions: Map<string, Position>;
}

export const LAYOUTS = ['default', 'cover', 'section', 'center', 'statement', 'quote', 'end'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const TONES = ['light', 'dark', 'accent'] as const;
export type Tone = (typeof TONES)[number];

/** What an author can set on one slide. */
export interface SlideSettings {
  layout: Layout;
  tone: Tone | undefined;
  classes: string[];
  /** Leave the slide out of every output. */
  hidden: boolean;
  /** Show the slide, but do not count it. */
  uncounted: boolean;
  /** Show footer and number on this slide. */
  numbers: boolean;
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
  /** 1-based; `undefined` on uncounted slides. */
  number: number | undefined;
  content: ElementContent[];
  notes: ElementContent[];
  /** Where the slide stands in its file; `undefined` for the cover made from the front matter. */
  position: Position | undefined;
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
  /** In the order shown. With stacks on, slides that follow a section opener stand below it. */
  slides: Slide[];
  images: Map<string, ImageAsset>;
  /** Characters that the slides and notes show, for choosing font files. */
  glyphs: DeckGlyphs;
}

export interface DeckGlyphs {
  text: Set<number>;
  code: Set<number>;
}

const ASSET_SCHEME = 'lectern-asset:';

/** The address slides use for an image until an output decides where its bytes go. */
export function assetUrl(id: string): string {
  return ASSET_SCHEME + id;
}

/** Matches `src` and `poster` attributes that hold an `assetUrl`; its groups are the attribute and the file's id. */
export const ASSET_ATTRIBUTE: RegExp = new RegExp(`(src|poster)="${ASSET_SCHEME}([0-9a-f]{16})"`, 'g');
