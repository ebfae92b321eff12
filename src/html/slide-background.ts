import type { ElementContent } from 'hast';
import type { VFile } from 'vfile';
import type { Node } from 'unist';
import { assetUrl, type Background, type ImageAsset } from '../model/deck.ts';
import type { DeckFiles } from '../model/deck-files.ts';
import { fail } from '../model/messages.ts';
import { backgroundStyle } from './background-position.ts';
import { element, text } from './elements.ts';
import { missingBackdrop } from './missing.ts';

export interface SlideBackgroundOptions {
  files: DeckFiles;
  onAsset: (asset: ImageAsset) => void;
  file: VFile;
  /** The slide, for messages. */
  place: Node;
}

/** What `background=` of a slide shows: a colour or gradient, a picture, a film, or a page of the web. */
export async function slideBackground(
  background: Background,
  options: SlideBackgroundOptions,
): Promise<ElementContent[]> {
  const { value, kind, opacity, position, size } = background;
  const dim = opacity < 1 ? `;opacity:${opacity}` : '';
  if (kind === 'paint') {
    const style = `background:${value} ${position} / ${size === 'cover' ? 'auto' : size}${dim}`;
    return [element('div', { className: ['backdrop'], style: isColour(value) ? `background:${value}${dim}` : style })];
  }
  if (kind === 'page') return [pageOf(value, dim)];
  const { files, onAsset, file, place } = options;
  const loaded = await files.load(value);
  if ('problem' in loaded) {
    fail(file, `Unexpected background “${value}”: ${loaded.problem}`, { place, ruleId: loaded.ruleId });
    return [missingBackdrop({ name: value, problem: loaded.problem, alt: '' })];
  }
  onAsset(loaded);
  const src = assetUrl(loaded.id);
  const style = `${backgroundStyle(background, loaded)}${dim}`;
  if (loaded.mediaType.startsWith('image/')) {
    return [element('img', { className: ['backdrop'], src, alt: '', style })];
  }
  const film = { className: ['backdrop'], src, muted: true, loop: true, playsInline: true, preload: 'auto' };
  return [element('video', { ...film, dataAutoplay: '', dataOnly: 'deck', ariaHidden: 'true', style })];
}

function isColour(value: string): boolean {
  return !/gradient\(/i.test(value);
}

/** Nothing is loaded before the slide is shown; on paper the page is its address. */
function pageOf(address: string, dim: string): ElementContent {
  const link = element('a', { href: address, className: ['backdrop-address'], dataOnly: 'pdf handout' }, [
    text(address),
  ]);
  return element(
    'div',
    { className: ['backdrop', 'backdrop-page'], dataPage: address, ...(dim && { style: dim.slice(1) }) },
    [link],
  );
}
