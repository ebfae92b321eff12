import type { ElementContent } from 'hast';
import type { VFile } from 'vfile';
import type { Node } from 'unist';
import { assetUrl } from '../model/asset-url.ts';
import type { Background } from '../model/deck.ts';
import { filesOf, type LoadedAsset } from '../model/deck-files.ts';
import { fail } from '../model/messages.ts';
import { backgroundStyle } from './background-position.ts';
import { element, text } from './elements.ts';
import { missingBackdrop } from './missing.ts';

export interface SlideBackground {
  content: ElementContent[];
  /** The file that it shows. */
  image?: LoadedAsset;
}

/**
 * Makes what `background=` of a slide shows: a colour or gradient, an image, a video, or a page of the web.
 *
 * @param place - the slide, for messages.
 */
export async function slideBackground(background: Background, file: VFile, place: Node): Promise<SlideBackground> {
  const { value, kind, opacity, position, size } = background;
  const dim = opacity < 1 ? `;opacity:${opacity}` : '';
  if (kind === 'paint') {
    const style = `background:${value} ${position} / ${size === 'cover' ? 'auto' : size}${dim}`;
    const shown = isColour(value) ? `background:${value}${dim}` : style;
    return { content: [element('div', { className: ['backdrop'], style: shown })] };
  }
  if (kind === 'page') return { content: [pageOf(value, dim)] };
  const loaded = await filesOf(file).load(value);
  if ('problem' in loaded) {
    fail(file, `Cannot show the background “${value}”: ${loaded.problem}`, { place, ruleId: loaded.ruleId });
    return { content: [missingBackdrop({ name: value, problem: loaded.problem, alt: '' })] };
  }
  const src = assetUrl(loaded.id);
  const style = `${backgroundStyle(background, loaded)}${dim}`;
  if (loaded.mediaType.startsWith('image/')) {
    return { content: [element('img', { className: ['backdrop'], src, alt: '', style })], image: loaded };
  }
  const film = { className: ['backdrop'], src, muted: true, loop: true, playsInline: true, preload: 'auto' };
  const video = element('video', { ...film, dataAutoplay: '', dataOnly: 'deck', ariaHidden: 'true', style });
  return { content: [video], image: loaded };
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
