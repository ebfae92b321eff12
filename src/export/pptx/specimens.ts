import type { Element, ElementContent } from 'hast';
import { VFile } from 'vfile';
import type { Deck, Slide, Tone } from '../../model/deck.ts';
import { LAYOUT_KEYS, LAYOUT_ROWS, layoutKeyOf, type LayoutKey } from './layout-names.ts';

/** A slide that is measured for its layout alone. */
export interface Specimen {
  key: LayoutKey;
  tone: Tone | undefined;
  slide: Slide;
  title: Element | undefined;
  /** The elements of its placeholders, in their order. */
  places: readonly Element[];
}

/** Makes a slide for each layout, and for those that slides of the deck have in another tone. */
export function layoutSpecimens(deck: Deck, shown: readonly Slide[]): Specimen[] {
  const used = new Map<string, [LayoutKey, Tone | undefined]>();
  for (const key of LAYOUT_KEYS) used.set(key, [key, undefined]);
  for (const slide of shown) {
    const key = layoutKeyOf(slide);
    const { tone } = slide.settings;
    if (tone) used.set(`${key} ${tone}`, [key, tone]);
    if (tone && key === 'default') used.set(`title-only ${tone}`, ['title-only', tone]);
  }
  return [...used.values()].map(([key, tone]) => specimen(deck, key, tone));
}

/** Makes a slide with a title and text in a tone, for its colours. */
export function toneSpecimen(deck: Deck, tone: Tone): Specimen {
  return specimen(deck, 'default', tone);
}

function specimen(deck: Deck, key: LayoutKey, tone: Tone | undefined): Specimen {
  const { content, background, title, places } = contentOf(deck, key);
  const { layout } = LAYOUT_ROWS[key];
  const slide: Slide = {
    id: `specimen-${key}-${tone ?? ''}`,
    title: '',
    settings: {
      layout,
      tone,
      theme: undefined,
      background: undefined,
      scrim: 0,
      panel: undefined,
      transition: undefined,
      autoAnimate: false,
      duration: undefined,
      classes: ['specimen'],
      hidden: false,
      uncounted: false,
      numbers: true,
      footer: undefined,
      incremental: false,
      fit: true,
      paginate: false,
      grow: false,
      compose: false,
      checkOff: [],
      lang: undefined,
      dir: undefined,
    },
    section: '',
    opensSection: false,
    composed: undefined,
    sectionPlace: layout === 'section' ? { number: 1, count: 1 } : undefined,
    number: 1,
    content,
    background,
    notes: [],
    notesSource: '',
    continued: false,
    steps: 0,
    position: undefined,
    file: new VFile(),
  };
  return { key, tone, slide, title, places };
}

interface SpecimenContent {
  content: ElementContent[];
  background: ElementContent[];
  title: Element | undefined;
  places: Element[];
}

/** Words that the fonts of the deck have letters for. */
function wordOf({ meta }: Deck): string {
  return /[\p{L}\p{N}]{2,12}/u.exec(meta.title)?.[0] ?? 'Text';
}

function contentOf(deck: Deck, key: LayoutKey): SpecimenContent {
  const word = wordOf(deck);
  const heading = (tagName: string): Element => element(tagName, {}, [text(word)]);
  const picture = (): { background: Element[]; places: Element[] } => {
    const room = element('div', { style: 'width:100%;height:100%;background:#808080' }, []);
    return { background: [element('div', { className: ['slide-image'] }, [room])], places: [room] };
  };
  const title = key === 'cover' || key === 'section' ? heading('h1') : heading('h2');
  switch (key) {
    case 'blank':
      return { content: [], background: [], title: undefined, places: [] };
    case 'title-only':
    case 'statement':
      return { content: [title], background: [], title, places: [] };
    case 'cover':
      return withPlaces(title, [
        element('p', { className: ['subtitle'] }, [element('span', {}, [text(word)])]),
        element('p', { className: ['byline'] }, [element('span', { className: ['byline-author'] }, [text(word)])]),
      ]);
    case 'section':
    case 'end':
      return withPlaces(title, [element('p', {}, [text(word)])]);
    case 'quote':
      return withPlaces(title, [element('blockquote', {}, [element('p', {}, [text(word)])])]);
    case 'split':
    case 'beside':
      return withSlots(title, [[list(word)], [list(word)]]);
    case 'compare':
      return withSlots(title, [
        [heading('h3'), list(word)],
        [heading('h3'), list(word)],
      ]);
    case 'image-left':
    case 'image-right':
    case 'image-full': {
      const { background, places } = picture();
      const body = element('p', {}, [text(word)]);
      return { content: [title, body], background, title, places: [...places, body] };
    }
    default:
      return withPlaces(title, [list(word)]);
  }
}

function withPlaces(title: Element | undefined, places: Element[]): SpecimenContent {
  return { content: title ? [title, ...places] : places, background: [], title, places };
}

function withSlots(title: Element, sides: readonly Element[][]): SpecimenContent {
  const slots = sides.map((children, index) =>
    element('div', { className: ['slot'], dataSlot: index === 0 ? 'left' : 'right' }, children),
  );
  const content = [title, element('div', { className: ['slots'] }, slots)];
  return { content, background: [], title, places: sides.flat() };
}

/** A list of three levels. */
function list(word: string): Element {
  const level = (inner: Element[]): Element =>
    element('ul', {}, [element('li', {}, [text(word)]), element('li', {}, [text(word), ...inner])]);
  return level([level([level([])])]);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
