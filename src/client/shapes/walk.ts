import { formulaBlock, drawingBlock, mediaBlock, pictureBlock } from './leaves.ts';
import type { Measured, MeasuredBox, MeasuredText } from './measured.ts';
import { codeBlock } from './code.ts';
import { common } from './common.ts';
import type { Page } from './page.ts';
import { paintOf } from './paint.ts';
import { paragraphOf } from './paragraphs.ts';
import { pseudoBlocks } from './pseudo-elements.ts';
import { isInline } from './styles.ts';
import { tableBlock } from './table.ts';

/** Measures what an element shows, in reading order. */
export function blocksOf(page: Page, element: Element): Measured[] {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return [];
  const leaf = leafOf(page, element);
  if (leaf) return leaf;
  const paint = style.display === 'contents' ? undefined : paintOf(page, element, style);
  const inner = [
    ...pseudoBlocks(page, element, '::before'),
    ...partsOf(page, element),
    ...pseudoBlocks(page, element, '::after'),
  ];
  const isGroup = element.hasAttribute('data-component');
  if (!paint && !isGroup) return inner;
  const box: MeasuredBox = { ...common(page, element, style), kind: 'box', paint, blocks: inner };
  return paint || inner.length > 0 ? [box] : [];
}

function leafOf(page: Page, element: Element): Measured[] | undefined {
  switch (element.localName) {
    case 'table':
      return tableBlock(page, element, partsOf);
    case 'svg':
      return drawingBlock(page, element);
    case 'img':
      return pictureBlock(page, element);
    case 'pre':
      return codeBlock(page, element);
    case 'video':
    case 'audio':
    case 'iframe':
    case 'canvas':
      return mediaBlock(page, element);
    default:
      if (element.matches('.media-card[data-kind="video"], .media-card[data-kind="audio"]'))
        return mediaBlock(page, element);
      return element.matches('.math') ? formulaBlock(page, element) : undefined;
  }
}

/** Measures an element's children: what is in a line is one paragraph, up to the next block. */
export function partsOf(page: Page, element: Element): Measured[] {
  const parts: Measured[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    const text = line.length > 0 ? textOf(page, element, line) : [];
    parts.push(...text);
    line = [];
  };
  for (const child of element.childNodes) {
    if (
      child instanceof Text ? child.data.trim() !== '' || line.length > 0 : child instanceof Element && isInline(child)
    ) {
      line.push(child);
    } else if (child instanceof Element) {
      endLine();
      parts.push(...blocksOf(page, child));
    }
  }
  endLine();
  return parts;
}

function textOf(page: Page, element: Element, line: readonly Node[]): Measured[] {
  const paragraph = paragraphOf(page, element, line);
  if (!paragraph) return [];
  const style = getComputedStyle(element);
  const text: MeasuredText = {
    ...common(page, element, style),
    box: paragraph.box,
    kind: 'text',
    paragraphs: [paragraph],
  };
  const icons = line.flatMap((node) => (node instanceof Element ? iconsIn(node) : []));
  return [text, ...icons.flatMap((icon) => leafOf(page, icon) ?? [])];
}

/** Icons and small images between words are shapes; the words leave room for them. */
function iconsIn(element: Element): Element[] {
  if (element.matches('.inline-math')) return [];
  return element.matches('svg, img') ? [element] : [...element.children].flatMap(iconsIn);
}
