import type { Element, ElementContent, Root } from 'hast';
import { eachElement } from '../model/walk.ts';
import { hasClass } from './elements.ts';

/** Elements within a line. */
const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark picture q s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const BOXES = ['column', 'cell', 'only', 'steps'];

/**
 * Makes paragraphs of images, and of words beside them, that are in raw HTML right on the slide or in the box of a
 * directive. Both set their children below each other and as wide as they are themselves.
 */
export function gatherLoosePictures(tree: Root): void {
  tree.children = gathered(tree.children as ElementContent[]);
  eachElement(tree, (found) => {
    if (isBox(found)) found.children = gathered(found.children);
  });
}

function isBox(element: Element): boolean {
  return element.properties['dataSlot'] !== undefined || BOXES.some((name) => hasClass(element, name));
}

function gathered(children: ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (run.some(isPicture)) blocks.push(paragraphOf(run));
    else blocks.push(...run);
    run = [];
  };
  for (const child of children) {
    if (isInline(child)) run.push(child);
    else {
      close();
      blocks.push(child);
    }
  }
  close();
  return blocks;
}

function paragraphOf(run: ElementContent[]): Element {
  const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: run };
  const [start, end] = [run.find(({ position }) => position), run.findLast(({ position }) => position)];
  if (start?.position && end?.position) {
    paragraph.position = { start: start.position.start, end: end.position.end };
  }
  return paragraph;
}

function isPicture(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return ['img', 'picture'].includes(node.tagName) || (INLINE.has(node.tagName) && node.children.some(isPicture));
}

function isInline(node: ElementContent): boolean {
  if (node.type === 'text') return true;
  if (node.type !== 'element' || !INLINE.has(node.tagName) || isPlaced(node)) return false;
  return node.children.every(isInline);
}

/** Elements that an author places by a style stay there. */
function isPlaced({ properties }: Element): boolean {
  return /(?:position\s*:\s*(?:absolute|fixed)|float\s*:|display\s*:\s*(?!inline))/i.test(
    String(properties['style'] ?? ''),
  );
}
