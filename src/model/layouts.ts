/** Facts about a layout that more than its styles depend on. */
interface LayoutFacts {
  /** A chart or diagram has half of the slide or less. */
  narrow?: boolean;
  /** Has a place for an image. */
  pictured?: boolean;
  /** Is made for a heading alone. */
  headingAlone?: boolean;
  /** Speaks for itself without a heading. */
  withoutHeading?: boolean;
  /** Speaks for itself without speaker notes. */
  withoutNotes?: boolean;
  /** Stays one slide, however full it is. */
  whole?: boolean;
}

const TABLE = {
  default: {},
  cover: { headingAlone: true, withoutHeading: true, withoutNotes: true, whole: true },
  section: { headingAlone: true, withoutNotes: true, whole: true },
  center: { headingAlone: true },
  statement: { headingAlone: true, withoutHeading: true, whole: true },
  quote: { withoutHeading: true, whole: true },
  split: { narrow: true },
  compare: { narrow: true },
  'image-left': { narrow: true, pictured: true },
  'image-right': { narrow: true, pictured: true },
  'image-full': { pictured: true, headingAlone: true, withoutHeading: true, whole: true },
  code: {},
  agenda: { headingAlone: true, withoutNotes: true },
  end: { headingAlone: true, withoutNotes: true, whole: true },
} as const;

export type Layout = keyof typeof TABLE;

/** Every layout, in the order that messages list them. */
export const LAYOUTS: Readonly<Record<Layout, LayoutFacts>> = TABLE;

/** The names of the layouts. */
export const LAYOUT_NAMES: readonly Layout[] = Object.keys(TABLE) as Layout[];

/**
 * Arrangements that content gets where its author chose no layout:
 *
 * - `statement`: a short sentence or a figure, sized by its length
 * - `quote`: a quotation
 * - `picture`: an image, chart or diagram that fills the slide
 * - `photo`: a photograph that reaches the edges of the slide, alone or beside a few words
 * - `pictures`: two to five images in rows of one height
 * - `beside`: words, and an image, chart or diagram at their side
 * - `stacked`: words, and an image, chart or diagram above or below them that takes the room left
 * - `code`: code
 * - `points`: a list whose items begin with bold words, figures or images
 * - `people`: a list whose items begin with a portrait and a name
 * - `list`: a list of many short items, in columns
 * - `text`: a paragraph whose first sentence leads
 * - `sides`: words beside code, or parts with titles of their own in panels
 * - `agenda`: a list of what comes
 * - `cover`: the title of the talk and a few lines, on the first slide
 * - `end`: thanks, and where to find the speaker, on the last slide
 */
export type Arrangement =
  | 'statement'
  | 'quote'
  | 'picture'
  | 'photo'
  | 'pictures'
  | 'beside'
  | 'stacked'
  | 'code'
  | 'points'
  | 'people'
  | 'list'
  | 'text'
  | 'sides'
  | 'agenda'
  | 'cover'
  | 'end';
