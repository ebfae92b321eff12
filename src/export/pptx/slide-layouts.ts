import type { Element as HastElement } from 'hast';
import type { Measured, MeasuredSlide, Paragraph } from '../../client/shapes/measured.ts';
import { colourMapOverride, type ColourMap } from './colour-scheme.ts';
import { decorationKey, decorationsOf, footerParts } from './furniture.ts';
import { LAYOUT_ROWS, type LayoutKey, type PlaceKind } from './layout-names.ts';
import { footerPlaceholder } from './footer-place.ts';
import { placeholderOf, placeholderXml, textsIn, type Placeholder } from './placeholders.ts';
import { promptOf } from './prompts.ts';
import { shapesOf } from './shapes/all.ts';
import { MASTER } from './master-path.ts';
import { backgroundXml, shapeTree } from './slide-tree.ts';
import { openPart, type Presentation } from './slide-part.ts';
import type { Specimen } from './specimens.ts';
import type { Tones } from './tones.ts';
import { NAMESPACES, xml } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml';

/** A layout of the presentation. */
export interface SlideLayout {
  key: LayoutKey;
  tone: Specimen['tone'];
  path: string;
  map: ColourMap;
  measure: MeasuredSlide;
  placeholders: readonly Placeholder[];
  /** Decorations behind the content of its slides, as texts to compare. */
  decorations: ReadonlySet<string>;
}

export type NumberOf = ReadonlyMap<HastElement, number>;

const NAMES: Readonly<Record<PlaceKind, string>> = {
  subTitle: 'Subtitle',
  body: 'Text Placeholder',
  content: 'Content Placeholder',
  pic: 'Picture Placeholder',
};

/** Reads the places of a layout from its specimen. */
export function layoutOf(
  specimen: Specimen,
  measure: MeasuredSlide,
  { index, tones, numberOf }: { index: number; tones: Tones; numberOf: NumberOf },
): SlideLayout {
  const { key, tone, title, places } = specimen;
  const row = LAYOUT_ROWS[key];
  const bottom = measure.body.y + measure.body.height;
  const placeholders = [
    title && row.title
      ? placeholderOf(paragraphsOf(measure, title, numberOf), {
          type: row.title,
          index: undefined,
          name: 'Title',
          within: measure,
        })
      : undefined,
    ...places.map((place, at) => {
      const type = row.places[at] ?? 'body';
      const given = { type, index: at === 0 ? 1 : 12 + at, name: NAMES[type] };
      if (type === 'pic') return picturePlace(measure, numberOf.get(place), given);
      return placeholderOf(paragraphsOf(measure, place, numberOf), {
        ...given,
        ...(type === 'content' && { bottom }),
        ...(row.places.length === 1 && { within: measure }),
      });
    }),
    ...footerParts(measure.blocks).map(({ role, block }) =>
      role === 'slide-count'
        ? footerPlaceholder(block, { type: 'sldNum', index: 12, name: 'Slide Number', width: measure.width })
        : footerPlaceholder(block, { type: 'ftr', index: 11, name: 'Footer', width: measure.width }),
    ),
  ].filter((found) => found !== undefined);
  return {
    key,
    tone,
    path: `ppt/slideLayouts/slideLayout${index + 1}.xml`,
    map: tones.mapOf(groundOf(measure)),
    measure,
    placeholders,
    decorations: new Set(decorationsOf(measure.blocks).map(decorationKey)),
  };
}

/** Returns the colour of a slide's background. */
export function groundOf({ paint }: MeasuredSlide): string | undefined {
  const fill = paint.fills.findLast(({ kind }) => kind === 'solid');
  return fill?.kind === 'solid' ? fill.colour : undefined;
}

function paragraphsOf(measure: MeasuredSlide, element: HastElement, numberOf: NumberOf): Paragraph[] {
  const own = new Set<number | undefined>();
  const collect = (node: HastElement): void => {
    own.add(numberOf.get(node));
    for (const child of node.children) if (child.type === 'element') collect(child);
  };
  collect(element);
  return textsIn(measure.blocks)
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ node }) => node !== undefined && own.has(node));
}

function picturePlace(
  measure: MeasuredSlide,
  node: number | undefined,
  given: Pick<Placeholder, 'type' | 'index' | 'name'>,
): Placeholder | undefined {
  const find = (blocks: readonly Measured[]): Measured | undefined => {
    for (const block of blocks) {
      if (block.node === node) return block;
      const inner = block.kind === 'box' ? find(block.blocks) : undefined;
      if (inner) return inner;
    }
    return undefined;
  };
  const block = find(measure.blocks);
  return block && { ...given, box: block.box, insets: [0, 0, 0, 0], levels: [], paint: undefined };
}

/** Adds the part of a layout. @param number - how many of its name were before. */
export async function addLayout(
  presentation: Presentation,
  layout: SlideLayout,
  { master, tones }: { master: SlideLayout; tones: Tones },
): Promise<void> {
  const { path, key, tone, map, measure, placeholders } = layout;
  const row = LAYOUT_ROWS[key];
  const part = openPart(presentation, {
    path,
    slide: undefined,
    measure,
    palette: tones.paletteOf(map),
    base: tones.paletteOf(tones.usual),
  });
  presentation.package.relate(path, 'slideMaster', MASTER);
  const decorations = await shapesOf(
    part,
    decorationsOf(measure.blocks).filter((block) => layout.decorations.has(decorationKey(block))),
  );
  const shapes = placeholders.map((placeholder) =>
    placeholderXml(part, placeholder, {
      prompt: promptOf(part, placeholder),
      inherited: inheritedBy(placeholder, master),
    }),
  );
  const hasType = row.type !== undefined && tone === undefined;
  const root = xml(
    'p:sldLayout',
    {
      ...NAMESPACES,
      showMasterSp: 0,
      type: hasType ? row.type : undefined,
      preserve: 1,
      userDrawn: hasType ? undefined : 1,
    },
    xml(
      'p:cSld',
      { name: tone ? `${row.name}, ${tone}` : row.name },
      backgroundXml(part),
      shapeTree([...decorations, ...shapes]),
    ),
    xml('p:clrMapOvr', {}, map === tones.usual ? xml('a:masterClrMapping') : colourMapOverride(map)),
  );
  presentation.package.add(path, root, TYPE);
}

/** Returns the placeholder of the master that one of a layout follows. */
function inheritedBy({ type }: Placeholder, { placeholders }: SlideLayout): Placeholder | undefined {
  const wanted =
    type === 'ctrTitle' ? 'title' : type === 'ftr' || type === 'sldNum' || type === 'title' ? type : 'content';
  return placeholders.find((one) => one.type === wanted);
}
