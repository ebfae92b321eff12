import type { Element, ElementContent } from 'hast';
import type { Deck, Slide } from '../../model/deck.ts';

/** The elements of all slides, by the numbers that their copies in a document have in `data-n`. */
export type SlideElements = ReadonlyMap<number, Element>;

interface Numbered {
  slides: Slide[];
  /** The deck with numbers at what its footer shows. */
  deck: Deck;
  elements: SlideElements;
}

/**
 * Numbers the elements of slides, so that what is measured of a document can be traced to the tree: to positions in the
 * source, to images, and to what fences were drawn from.
 */
export function numberElements(deck: Deck, shown: readonly Slide[]): Numbered {
  const elements = new Map<number, Element>();
  const stamp = <Node extends ElementContent>(node: Node): Node => {
    if (node.type !== 'element') return node;
    elements.set(elements.size + 1, node);
    const n = elements.size;
    // What is drawn is found by its last attribute.
    const { dataInset, ...properties } = node.properties;
    return {
      ...node,
      properties: { ...properties, dataN: String(n), ...(dataInset !== undefined && { dataInset }) },
      children: node.children.map(stamp),
    };
  };
  const slides = shown.map((slide) => ({
    ...slide,
    content: slide.content.map(stamp),
    background: slide.background.map(stamp),
  }));
  return { slides, deck: { ...deck, footer: deck.footer.map(stamp), logo: deck.logo.map(stamp) }, elements };
}
