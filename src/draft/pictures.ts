import type { Image, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Block, LeftOutImage } from './article.ts';
import { linesOf } from './paragraph-parts.ts';

/** Signs of builds and downloads, which say nothing about the article. */
const BADGE = /shields\.io|badge|travis-ci|codecov|coveralls|circleci|opencollective|\bhits?\b.*\.svg/i;

/** Lists the images among words, inside of links and emphasis as well. */
export function imagesIn(nodes: readonly PhrasingContent[]): Image[] {
  return nodes.flatMap((one) => (one.type === 'image' ? [one] : 'children' in one ? imagesIn(one.children) : []));
}

/** Tells how a deck has an image: from a file beside it, not at all, or, as badges and images without an address, without a word. */
export function kindOfPicture({ url }: Image): 'file' | 'missing' | 'none' {
  if (url.trim() === '') return 'none';
  if (!/^(?:[a-z][a-z+.-]*:|\/)/i.test(url)) return 'file';
  return BADGE.test(url) || /^data:/i.test(url) ? 'none' : 'missing';
}

export function leftOutImage({ alt, url, position }: Image): LeftOutImage {
  return { alt: alt?.trim() ?? '', url, line: position?.start.line ?? 1 };
}

/** Writes what is left of an image as a remark in the deck. */
export function pictureRemark({ alt, url }: LeftOutImage): string {
  return `image of the article: ${alt === '' ? '' : `“${alt}”, `}${url}`;
}

/** Lists blocks inside of items and quotations that have no sentences: they get slides of their own. */
export function shownInside(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (node.type === 'code' || node.type === 'math' || node.type === 'table' || node.type === 'image') return [node];
    return 'children' in node ? shownInside(node.children) : [];
  });
}

/** Makes the paragraph that has an image alone. */
export function pictureNode(image: Image): Paragraph {
  return { type: 'paragraph', children: [image], ...(image.position && { position: image.position }) };
}

/** Makes a block without words. */
export function emptyBlock(kind: Block['kind'], node: RootContent): Block {
  return { kind, node, lines: linesOf(node), title: undefined, lead: [], sentences: [], items: [], ordered: false };
}
