import type { Hex, MeasuredSlide } from '../../client/shapes/measured.ts';
import type { Slide } from '../../model/deck.ts';
import { reportAs } from '../../model/messages.ts';
import type { ExportJob } from '../export-job.ts';
import type { Palette } from './colour-scheme.ts';
import type { MeasuredDeck } from './measure-deck.ts';
import type { Package } from './package.ts';
import type { ThemeFonts } from './theme-part.ts';
import type { Scale } from './units.ts';
import { markStep } from './step-marks.ts';
import type { MediaTarget } from './timing.ts';
import { xml, type Element } from './xml.ts';

/** Values that all parts of a presentation share. */
export interface Presentation {
  job: ExportJob;
  package: Package;
  measured: MeasuredDeck;
  scale: Scale;
  /** Paths of slides' parts by the slides' ids, for links. */
  slidePaths: ReadonlyMap<string, string>;
  shown: readonly Slide[];
  fonts: ThemeFonts;
  /** Path of the master of pages with notes. */
  notesMaster: string;
}

/** A slide, layout or master that shapes are written into. */
export interface ShapesPart extends Presentation {
  /** Path in the package. */
  path: string;
  /** `undefined` for layouts and the master. */
  slide: Slide | undefined;
  measure: MeasuredSlide;
  palette: Palette;
  /** The palette of the part that this one inherits from, where colours may have other names. */
  base?: Palette | undefined;
  /** Returns the number of a new shape. */
  nextId: () => number;
  /** Returns the number of the newest shape. */
  lastId: () => number;
  /** Videos and sounds on it. */
  media: MediaTarget[];
}

/** @param measure - what the part shows. */
export function openPart(
  presentation: Presentation,
  part: Pick<ShapesPart, 'path' | 'slide' | 'measure' | 'palette' | 'base'>,
): ShapesPart {
  // 1 is the tree of shapes itself.
  let last = 1;
  return {
    ...presentation,
    ...part,
    media: [],
    nextId() {
      last += 1;
      return last;
    },
    lastId: () => last,
  };
}

/** Tells whether a colour has the same name where a part inherits from: names mean other colours in other tones. */
export function keepsName({ palette, base }: ShapesPart, colour: Hex): boolean {
  return !base || base.get(colour) === palette.get(colour);
}

export interface ShapeName {
  name: string;
  step?: number | undefined;
  /** Alternative text. */
  alt?: string | undefined;
  /** Screen readers skip it. */
  decorative?: boolean | undefined;
}

const DECORATIVE = 'http://schemas.microsoft.com/office/drawing/2017/decorative';

/** Names a shape, and says what it shows. */
export function shapeProperties(part: ShapesPart, { name, step, alt, decorative = false }: ShapeName): Element {
  const id = part.nextId();
  const flag = xml('a:extLst', {}, [
    xml('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, [
      xml('adec:decorative', { 'xmlns:adec': DECORATIVE, val: 1 }),
    ]),
  ]);
  return markStep(
    xml('p:cNvPr', { id, name: `${name} ${id}`, descr: alt || undefined }, decorative ? flag : undefined),
    step,
  );
}

const RULE = 'pptx-picture';

/**
 * Reports a part of a slide that is an image in the presentation, or is left out.
 *
 * @param node - the number of its element, for its position.
 */
export function report(part: ShapesPart, reason: string, node: number | undefined): void {
  const { slide, measured, job } = part;
  const setting = job.settings.get(RULE);
  if (!slide || setting?.severity === 'off' || slide.settings.checkOff.includes(RULE)) return;
  const place = (node === undefined ? undefined : measured.elements.get(node)?.position) ?? slide.position;
  reportAs(setting?.severity ?? 'info', slide.file, reason, {
    place: place && { start: place.start, end: place.start },
    ruleId: RULE,
  });
}
