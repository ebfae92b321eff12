import type { Image, ImageReference, Link, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { readComponent, refuseContent } from './component.ts';
import { become } from './directive.ts';

const MOST = 24;
/** Looks of logos: as their files have them, or all of them in one colour. */
const LOOKS = ['plain'] as const;

/** Reads `:::gallery{rows=2}`: images in rows of one width, with their titles below them. */
export function gallery(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, ['rows']);
  const rows = read.settings.parsed('rows', readRows, 'a number from 1 to 4');
  const pictures = picturesIn(read.blocks);
  if (!pictures) {
    refuseContent(node, file, `up to ${MOST} images, as in “![Description](photo.jpg "Caption")”`);
    return;
  }
  become(node, 'div', {
    common: read.common,
    ...read.stepping,
    className: ['gallery'],
    dataComponent: 'gallery',
    ...(rows !== undefined && { dataRows: rows }),
  });
  node.children = pictures.map((picture) => paragraphOf(picture));
}

/** Reads `:::logos{plain}`: images of equal weight, whatever their shapes. */
export function logos(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, [...LOOKS]);
  const plain = read.settings.flag('plain', false);
  const pictures = picturesIn(read.blocks);
  if (!pictures) {
    refuseContent(node, file, `up to ${MOST} images, as in “![Name](logo.svg)”`);
    return;
  }
  become(node, 'ul', {
    common: read.common,
    ...read.stepping,
    className: ['logos', ...(plain ? ['logos-plain'] : [])],
    dataComponent: 'logos',
    role: 'list',
  });
  Object.assign(node, {
    type: 'list',
    ordered: false,
    spread: false,
    children: pictures.map((picture) => itemOf(picture)),
  });
}

function readRows(text: string): number | undefined {
  return /^[1-4]$/.test(text) ? Number(text) : undefined;
}

function paragraphOf(picture: Picture, tagName?: string): Paragraph {
  return {
    type: 'paragraph',
    children: [picture],
    ...(tagName && { data: { hName: tagName } }),
    ...(picture.position && { position: picture.position }),
  };
}

function itemOf(picture: Picture): ListItem {
  const children = [paragraphOf(picture, 'span')];
  return { type: 'listItem', spread: false, children, ...(picture.position && { position: picture.position }) };
}

type Picture = Image | ImageReference | Link;

/** Returns the images that blocks are made of: in paragraphs, or as items of a list. `undefined` where there is more. */
function picturesIn(blocks: readonly Nodes[]): Picture[] | undefined {
  const found = blocks.flatMap((block): (PhrasingContent | undefined)[] => {
    if (block.type === 'paragraph') return block.children.filter((child) => !isBlank(child));
    if (block.type !== 'list') return [undefined];
    return block.children.flatMap((item) => picturesIn(item.children) ?? [undefined]);
  });
  if (found.length === 0 || found.length > MOST) return undefined;
  const pictures = found.filter((child): child is Picture => child !== undefined && isPicture(child));
  return pictures.length === found.length ? pictures : undefined;
}

function isPicture(node: PhrasingContent): boolean {
  if (node.type === 'link') return node.children.length === 1 && node.children.every(isPicture);
  return node.type === 'image' || node.type === 'imageReference';
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
