import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { assetUrl, type ImageAsset } from '../model/deck.ts';
import type { AssetProblem, LoadAsset, LoadedAsset } from '../model/deck-files.ts';
import { fail } from '../model/messages.ts';
import { eachElement } from '../model/walk.ts';

export interface MediaOptions {
  load: LoadAsset;
  /** Receives every file shown. */
  onAsset: (asset: ImageAsset) => void;
}

const SOURCES: [element: string, attribute: string][] = [
  ['img', 'src'],
  ['video', 'src'],
  ['video', 'poster'],
  ['audio', 'src'],
  ['source', 'src'],
  ['track', 'src'],
];

/**
 * Takes the files that slides show into the deck: their addresses become `assetUrl`s and pictures get their size. A file
 * that cannot be shown is an error where it is named. An image alone in its paragraph becomes a block of its own, with
 * a caption where it has a title.
 */
export const media: Plugin<[MediaOptions], Root> = ({ load, onAsset }) => {
  return async (tree, file) => {
    const pending: Promise<void>[] = [];
    eachElement(tree, (element) => {
      delete element.properties['srcSet'];
      for (const [tagName, attribute] of SOURCES) {
        const src = element.properties[attribute];
        if (element.tagName !== tagName || typeof src !== 'string') continue;
        pending.push(place(element, attribute, src));
      }
      if (element.tagName === 'p') asFigure(element);
    });
    await Promise.all(pending);

    async function place(element: Element, attribute: string, src: string): Promise<void> {
      const loaded = await load(src);
      if ('problem' in loaded) {
        delete element.properties[attribute];
        report(element, src, loaded, file);
      } else {
        onAsset(loaded);
        element.properties[attribute] = assetUrl(loaded.id);
        if (element.tagName === 'img') setSize(element, loaded);
      }
    }
  };
};

function report(element: Element, src: string, { problem, ruleId }: AssetProblem, file: VFile): void {
  fail(file, `Unexpected address “${src}”: ${problem}`, { place: element.position, ruleId });
}

function setSize(element: Element, { width, height }: LoadedAsset): void {
  const { properties } = element;
  if (!width || !height || properties['width'] !== undefined || properties['height'] !== undefined) return;
  properties['width'] = width;
  properties['height'] = height;
}

function asFigure(paragraph: Element): void {
  const shown = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const only = shown[0];
  if (shown.length !== 1 || only?.type !== 'element') return;
  const image = only.tagName === 'a' && only.children.length === 1 ? only.children[0] : only;
  if (image?.type !== 'element' || image.tagName !== 'img') return;
  paragraph.tagName = 'figure';
  paragraph.properties = { className: ['media'] };
  paragraph.children = [only];
  const { title } = image.properties;
  if (typeof title !== 'string' || !title) return;
  delete image.properties['title'];
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: title }],
  };
  paragraph.children.push(caption);
}
