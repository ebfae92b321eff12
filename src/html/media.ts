import type { Element, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { assetUrl } from '../model/asset-url.ts';
import { filesOf, type AssetProblem } from '../model/deck-files.ts';
import { markImpure } from '../model/hast-data.ts';
import { fail, warn } from '../model/messages.ts';
import { eachElement } from '../model/walk.ts';
import { hasClass } from './elements.ts';
import { asFigure, keepLow, takeCaption, type Figure } from './figures.ts';
import { asWritten, makeMissing } from './missing.ts';
import { sizePicture } from './picture-size.ts';

export interface MediaOptions {
  /** Width of the slides in px. */
  slideWidth: number;
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
 * Takes the files that slides show into the deck: their addresses become `assetUrl`s and images get their size. A file
 * that cannot be shown is an error where it is named, and a placeholder. An image alone in its paragraph becomes a block
 * of its own, with a caption where it has a title.
 */
export const media: Plugin<[MediaOptions], Root> = ({ slideWidth }) => {
  return async (tree, file) => {
    const pending: Promise<Unshown | undefined>[] = [];
    const players: [Element, Parents][] = [];
    const figures = new Map<Element, Figure>();
    eachElement(tree, (element, parent) => {
      if (element.tagName === 'img') takeSource(element, file);
      delete element.properties['srcSet'];
      const figure = element.tagName === 'p' ? asFigure(element) : undefined;
      if (figure) {
        figures.set(figure.image, figure);
        takeCaption(figure.figure, parent);
      }
      for (const [tagName, attribute] of SOURCES) {
        const src = element.properties[attribute];
        if (element.tagName !== tagName || typeof src !== 'string') continue;
        pending.push(place(element, attribute, src));
      }
      if (element.tagName === 'video' || element.tagName === 'audio') players.push([element, parent]);
    });
    if (pending.length > 0) markImpure(tree);
    const unshown = (await Promise.all(pending)).filter((one) => one !== undefined);
    for (const one of unshown) showMissing(one, file);
    for (const [player, parent] of players) withoutSource(player, parent, unshown);

    async function place(element: Element, attribute: string, src: string): Promise<Unshown | undefined> {
      const loaded = await filesOf(file).load(src);
      if ('problem' in loaded) return { ...loaded, element, attribute, src };
      tree.data?.findings?.images.push(loaded);
      element.properties[attribute] = assetUrl(loaded.id);
      if (element.tagName !== 'img') return undefined;
      const figure = figures.get(element);
      const height = sizePicture(element, figure?.holder ?? element, loaded, slideWidth);
      if (figure) keepLow(figure, height);
      return undefined;
    }
  };
};

/** A file that cannot be shown, and what should have shown it. */
/** The last of several sources stands for all: it is the largest, as a rule. */
function takeSource(image: Element, file: VFile): void {
  const { src, srcSet } = image.properties;
  if (typeof src === 'string') return;
  const last =
    typeof srcSet === 'string' ? /^[^\s,]+/.exec(srcSet.slice(srcSet.lastIndexOf(', ') + 1).trim())?.[0] : undefined;
  if (last !== undefined) image.properties['src'] = last;
  else warn(file, '<img> has no src= and is shown empty; add src=', { place: image, ruleId: 'html-element' });
}

interface Unshown extends AssetProblem {
  element: Element;
  attribute: string;
  src: string;
}

function showMissing({ element, attribute, src, problem, ruleId }: Unshown, file: VFile): void {
  const reason = `Cannot show “${asWritten(src)}”: ${problem}`;
  const place = element.position;
  // The picture of a film stands on its card as well.
  const reported = file.messages.some(
    (known) => known.reason === reason && known.line === (place?.start.line ?? undefined),
  );
  if (!reported) fail(file, reason, { place, ruleId });
  delete element.properties[attribute];
  if (element.tagName === 'img') makeMissing(element, { name: src, problem, alt: altOf(element) });
}

/** A video or sound that has nothing to play, and its card on paper, are one placeholder. */
function withoutSource(player: Element, parent: Parents, unshown: readonly Unshown[]): void {
  const sources = player.children.filter((child) => child.type === 'element' && child.tagName === 'source');
  if ([player, ...sources].some((node) => 'properties' in node && node.properties['src'] !== undefined)) return;
  const lost = unshown.find(({ element, attribute }) => attribute === 'src' && [player, ...sources].includes(element));
  const { src: name = player.tagName, problem = 'no file is named' } = lost ?? {};
  const card = parent.children[parent.children.indexOf(player as never) + 1];
  if (card?.type === 'element' && hasClass(card, 'media-card'))
    parent.children.splice(parent.children.indexOf(card as never), 1);
  makeMissing(player, { name, problem, alt: altOf(player) });
}

function altOf({ properties: { alt, ariaLabel } }: Element): string {
  return ([alt, ariaLabel].find((label) => typeof label === 'string') as string) ?? '';
}
