import type { Element, ElementContent, Nodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Deck, Output, SectionPlace, Size, Slide } from '../model/deck.ts';
import type { Layout } from '../model/layouts.ts';
import { MARKER_OPACITY, MARKER_WIDTH, PEN_WIDTH, strokePath, type Stroke } from '../model/stroke.ts';
import { fillRawMarkup } from '../model/raw-markup.ts';
import { wideLetters } from '../model/wide-letters.ts';
import { withPdfRoles } from './pdf-roles.ts';
import { slideFooter } from './slide-footer.ts';
import { atStep } from './step-state.ts';

/** Names of slides' own themes in the styles, by what their authors wrote. */
export type ThemeNames = ReadonlyMap<string, string>;

export interface SlideHtmlOptions {
  output: Output;
  /** Put the speaker notes into the slide, as reveal.js wants them. */
  notes?: boolean;
  /** Show the slide after so many of its steps, for documents that do not move. */
  step?: number;
  /** The slide is there once more: ids are on its first page. */
  repeated?: boolean;
  /** Say what elements are in a PDF. */
  pdfRoles?: boolean;
  themeOf?: ThemeNames;
}

/** Renders a slide as the `<section>` of every document; images still have their `assetUrl`s. */
export function slideHtml(slide: Slide, deck: Deck, options: SlideHtmlOptions): string {
  const { output, step } = options;
  const children: ElementContent[] = [
    ...slide.background,
    element('div', { className: ['slide-body'] }, slide.content),
  ];
  if (slide.sectionPlace) children.push(sectionMarks(slide.sectionPlace));
  const footer = slideFooter(slide, deck);
  if (footer) children.push(footer);
  let section = element('section', sectionProperties(slide, deck, options), children);
  if (options.pdfRoles) section = withPdfRoles(section);
  // What was drawn in a talk was drawn when all of the slide was there. In decks the page itself draws it.
  if (slide.drawn && output !== 'deck' && (step ?? slide.steps) === slide.steps)
    section.children.push(drawnLines(slide.drawn, deck.meta.size));
  if (step !== undefined && slide.steps > 0) section = atStep(section, step);
  const notes = options.notes ? notesFor(slide, deck) : [];
  if (notes.length > 0) section.children.push(element('aside', { className: ['notes'] }, notes));
  section = forOutput(section, output);
  if (options.repeated) section = withoutIds(section);
  return fillRawMarkup(
    toHtml(section, { allowDangerousHtml: deck.meta.html === 'trusted' }),
    deck.rawMarkup,
    output !== 'deck',
  );
}

const TITLED: ReadonlySet<Layout> = new Set(['cover', 'section', 'end']);
/** Letters of a statement that has its full size, at most. */
const LONG_STATEMENT = 60;

/** Letters of a last title that has its full size. */
const LONG_END = 18;

/** Large titles that are long are smaller, and so are those with a long word; statements may be longer. */
function titleScale({ title, settings, background, composed }: Slide): string[] {
  if (settings.layout === 'statement' && !composed && title.length > LONG_STATEMENT) {
    return [`--deck-title-scale:${Number(Math.max(0.66, 1 - (title.length - LONG_STATEMENT) * 0.006).toFixed(2))}`];
  }
  if (!TITLED.has(settings.layout)) return [];
  const length = title.length + wideLetters(title).length;
  const longest = Math.max(...title.split(/[\s-]/).map((word) => (wideLetters(word).length > 0 ? 0 : word.length)));
  const scale = Math.min(1 - (length - 34) * 0.0075, Math.max(0.8, 1 - (longest - 11) * 0.04));
  // Beside a picture, titles are set so that long ones have room.
  const wide =
    background.length > 0 && !settings.background && settings.layout === 'cover' && longest <= 12 && length <= 24;
  if (wide) return [`--deck-title-scale:${length <= 8 ? 1.5 : length <= 14 ? 1.28 : 1.15}`];
  // The end has its mark beside the title.
  if (settings.layout === 'end' && length > LONG_END)
    return [`--deck-title-scale:${Number(Math.min(0.9, Math.max(0.58, scale)).toFixed(2))}`];
  return scale < 1 ? [`--deck-title-scale:${Number(Math.max(0.58, scale).toFixed(2))}`] : [];
}

/** Renders lines that were drawn by hand over a slide; readers of a PDF skip them. */
function drawnLines(strokes: readonly Stroke[], { width, height }: Size): Element {
  const unit = width / 1280;
  const lines = strokes.map(({ colour, points, marker }) =>
    element(
      'path',
      {
        d: strokePath(points),
        stroke: colour,
        strokeWidth: String((marker ? MARKER_WIDTH : PEN_WIDTH) * unit),
        ...(marker && { strokeOpacity: String(MARKER_OPACITY) }),
      },
      [],
    ),
  );
  const look = { fill: 'none', strokeLinecap: 'round' as const, strokeLinejoin: 'round' as const };
  const style = 'position:absolute;inset:0;width:100%;height:100%;z-index:40';
  return element(
    'svg',
    { className: ['talk-ink'], ariaHidden: 'true', viewBox: `0 0 ${width} ${height}`, style, ...look },
    lines,
  );
}

/** Renders a mark for each section; screen readers have its outline. */
function sectionMarks({ number, count }: SectionPlace): Element {
  const marks = Array.from({ length: count }, (_, index) =>
    element('i', index + 1 === number ? { className: ['current'] } : index < number ? { className: ['done'] } : {}, []),
  );
  return element('div', { className: ['section-marks'], ariaHidden: 'true' }, marks);
}

/** Returns the notes of a slide for the speaker; they continue on the slides that continue it. */
function notesFor(slide: Slide, { slides }: Deck): ElementContent[] {
  if (!slide.continued) return slide.notes;
  const first = slides.slice(0, slides.indexOf(slide)).findLast(({ continued }) => !continued);
  return (first?.notes ?? []).map((node) => (node.type === 'element' ? withoutIds(node) : node));
}

/** Renders a slide's notes for documents that show them beside it. */
export function notesHtml(slide: Slide, deck: Deck, output: Output): string {
  const children = output === 'handout' ? slide.notes.map(withPdfRoles) : slide.notes;
  const notes = forOutput({ type: 'root', children }, output);
  return fillRawMarkup(
    toHtml(notes, { allowDangerousHtml: deck.meta.html === 'trusted' }),
    deck.rawMarkup,
    output !== 'deck',
  );
}

function sectionProperties(slide: Slide, deck: Deck, { output, themeOf }: SlideHtmlOptions): Element['properties'] {
  const { settings, id, sectionPlace } = slide;
  const style = [
    ...(sectionPlace ? [`--deck-section:${sectionPlace.number}`, `--deck-sections:${sectionPlace.count}`] : []),
    ...titleScale(slide),
    ...(slide.imageShare === undefined ? [] : [`--image-share:${slide.imageShare}`]),
  ].join(';');
  const theme = settings.theme === undefined ? undefined : themeOf?.get(settings.theme);
  const forDeck = output === 'deck' && {
    ...(settings.transition && { dataTransition: settings.transition }),
    ...(settings.autoAnimate && { dataAutoAnimate: '' }),
  };
  return {
    id,
    className: ['slide', ...settings.classes],
    dataLayout: settings.layout,
    ...(deck.meta.size.height > deck.meta.size.width && { dataPage: 'upright' }),
    ...(slide.composed && { dataComposed: slide.composed }),
    ...(settings.tone && { dataTone: settings.tone }),
    ...(settings.panel && { dataPanel: settings.panel }),
    // What moves from slide to slide keeps its size.
    ...((!settings.grow || settings.autoAnimate) && { dataGrow: 'false' }),
    ...(theme && { dataTheme: theme }),
    ...(sectionPlace && { dataSection: sectionPlace.number }),
    ...(style && { style }),
    ...(settings.lang && settings.lang !== deck.meta.lang && { lang: settings.lang }),
    ...(settings.dir && settings.dir !== deck.meta.dir && { dir: settings.dir }),
    ...forDeck,
  };
}

/**
 * Leaves out what is meant for other outputs. Formulas are MathML on screen; a PDF cannot pass that on to screen
 * readers, so there they are figures with their source as text.
 */
function forOutput<T extends Nodes>(node: T, output: Output): T {
  if (!('children' in node) || !dependsOnOutput(node)) return node;
  const children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const { dataOnly, dataTex, ...properties } = child.properties;
    if (dataOnly !== undefined && !String(dataOnly).split(' ').includes(output)) return [];
    const formula = dataTex !== undefined && output !== 'deck' && { role: 'img', ariaLabel: String(dataTex) };
    return [forOutput({ ...child, properties: { ...properties, ...formula } }, output)];
  });
  return { ...node, children };
}

function dependsOnOutput(node: Nodes): boolean {
  if (node.type === 'element') {
    const { dataOnly, dataTex } = node.properties;
    if (dataOnly !== undefined || dataTex !== undefined) return true;
  }
  return 'children' in node && node.children.some(dependsOnOutput);
}

/** Tells whether parts of a node are limited to some outputs. */
export function hasOnlyParts(node: Nodes): boolean {
  if (node.type === 'element' && node.properties['dataOnly'] !== undefined) return true;
  return 'children' in node && node.children.some(hasOnlyParts);
}

/** Removes ids from content that is repeated: they stay on its first copy. */
export function withoutIds(node: Element): Element {
  const { id: _, ...properties } = node.properties;
  const children = node.children.map((child) =>
    child.type === 'element' && child.tagName !== 'svg' ? withoutIds(child) : child,
  );
  return { ...node, properties, children };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
