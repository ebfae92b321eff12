import type { Box } from '../../../client/shapes/measured.ts';
import type { ColourScheme } from '../colour-scheme.ts';
import type { Relationship } from '../package.ts';
import type { Element } from '../xml.ts';

/** The parts and layouts of a `.potx` or `.pptx`. Lengths are px, of which an inch has 96. */
export interface Template {
  /** The file, as the author wrote it. */
  name: string;
  width: number;
  height: number;
  /** Slide masters, with the ids that the template gives them. */
  masters: readonly { path: string; id: string | undefined }[];
  notesMaster: string | undefined;
  /** The theme of the first master. */
  theme: string | undefined;
  layouts: readonly TemplateLayout[];
  /** The masters, and all that they need. */
  parts: ReadonlyMap<string, TemplatePart>;
  /** How text looks in boxes that people add. */
  textStyle: Element | undefined;
  tableStyles: Uint8Array | undefined;
  colours: TemplateColours;
}

export interface TemplatePart {
  bytes: Uint8Array;
  contentType: string;
  relationships: readonly Relationship[];
}

/** The colours of a template's first master. */
export interface TemplateColours {
  scheme: ColourScheme;
  background: string;
  text: string;
}

export interface TemplateLayout {
  path: string;
  name: string;
  /** ST_SlideLayoutType of ECMA-376; `''` where it has none. */
  type: string;
  places: readonly TemplatePlace[];
}

/** A placeholder of a layout. */
export interface TemplatePlace {
  /** `title`, `body`, `obj`, `pic`, … */
  type: string;
  /** As the template writes it; titles have none. */
  idx: string | undefined;
  box: Box;
  /** px between its edges and its text: left, top, right and bottom. */
  insets: readonly [number, number, number, number];
  levels: readonly PlaceLevel[];
}

/** How a level of text looks in a placeholder. */
export interface PlaceLevel {
  /** px of its letters. */
  size: number;
  /** Lines as a share of what the font wants. */
  leading: number;
  /** px above it. */
  before: number;
  /** px that its lines begin later. */
  margin: number;
  /** It begins with a bullet or a number. */
  bullet: boolean;
}

/** A placeholder that paragraphs go into. */
export interface FilledPlace {
  place: TemplatePlace;
  /** Its own place, or another that it gets on this slide. */
  box: Box;
  /** px at its lower end that other text takes. @default 0 */
  taken?: number;
}
