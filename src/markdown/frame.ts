import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { PICTURE_ATTRIBUTES } from '../model/picture-attributes.ts';
import { inline, part, readComponent, refuseContent } from './component.ts';
import { become } from './directive.ts';

const KINDS = ['browser', 'window', 'phone'] as const;
type Kind = (typeof KINDS)[number];

/** Reads `:::frame{browser url="example.org"}`: an image, a video or a page as if on a screen. */
export function frame(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, [...KINDS, 'url', 'title', 'ratio']);
  const { settings, blocks } = read;
  const [shown, ...more] = blocks.flatMap(shownIn);
  if (!shown || more.length > 0) {
    refuseContent(node, file, 'one image, video or page, as in “![Description](screen.png)”');
    return;
  }
  const kind = KINDS.find((known) => settings.flag(known, false)) ?? 'browser';
  const ratio = settings.parsed('ratio', readRatio, PICTURE_ATTRIBUTES.ratio.expected);
  const words = (kind === 'browser' ? settings.text('url') : undefined) ?? settings.text('title') ?? '';
  become(node, 'div', {
    common: read.common,
    ...read.stepping,
    className: ['frame'],
    dataComponent: 'frame',
    dataFrame: kind,
    ...(ratio !== undefined && { dataRatio: ratio }),
  });
  node.children = [...barOf(kind, words), shown] as ContainerDirective['children'];
}

function readRatio(text: string): number | undefined {
  const [declaration = ''] = PICTURE_ATTRIBUTES.ratio.read(text) ?? [];
  return declaration ? Number(declaration.slice(declaration.indexOf(':') + 1)) : undefined;
}

/** Phones have no bar. */
function barOf(kind: Kind, words: string): Nodes[] {
  if (kind === 'phone') return [];
  const dots = inline('span', { className: ['frame-dots'] }, []);
  const shown = words.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  const label = kind === 'browser' ? { className: ['frame-url'], dir: 'ltr' } : { className: ['frame-title'] };
  const name = shown || kind === 'browser' ? [inline('span', label, [{ type: 'text', value: shown }])] : [];
  return [part('frame-bar', [dots, ...name])];
}

/** Returns what blocks show; whatever else there is counts as well. */
function shownIn(block: Nodes): Nodes[] {
  return block.type === 'paragraph' && block.children.every((child) => child.type === 'text' && !child.value.trim())
    ? []
    : isShown(block)
      ? [block]
      : [block, block];
}

function isShown(block: Nodes): boolean {
  if (block.type === 'leafDirective') return block.name === 'video' || block.name === 'embed';
  if (block.type !== 'paragraph') return false;
  const [only, ...more] = block.children;
  if (!only || more.length > 0) return false;
  return (
    only.type === 'image' ||
    only.type === 'imageReference' ||
    (only.type === 'link' && only.children[0]?.type === 'image')
  );
}
