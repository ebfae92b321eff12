import type { ElementContent } from 'hast';
import { hasClass } from '../html/elements.ts';
import { scrimOver } from '../html/scrim.ts';
import { assetUrl } from '../model/asset-url.ts';
import type { Size, SlideSettings } from '../model/deck.ts';
import type { LoadedAsset } from '../model/deck-files.ts';
import { eachElement } from '../model/walk.ts';

/** A slide whose words may be on an image. */
export interface Veilable {
  settings: SlideSettings;
  content: readonly ElementContent[];
  /** What lies behind the content. */
  background: readonly ElementContent[];
  /** The image or video of `background=`. */
  behind: LoadedAsset | undefined;
  /** Images of the content. */
  images: readonly LoadedAsset[];
  /** Of the slides. */
  size: Size;
}

/** Adds a scrim to what lies behind a slide, where words are on an image. */
export async function veilBackground(slide: Veilable): Promise<ElementContent[]> {
  const { settings, content, background, behind, size } = slide;
  if (content.length === 0) return [...background];
  const { size: fit = 'cover', position = 'center' } = settings.background ?? {};
  const picture = behind ?? (settings.panel === 'none' ? pictureIn(slide) : undefined);
  const scrim = picture && (await scrimOver({ picture, size: fit, position, slide: size }, settings.scrim));
  return scrim ? [...background, scrim] : [...background];
}

/** Returns the image that a layout has put up to the edges of the slide. */
function pictureIn({ background, images }: Veilable): LoadedAsset | undefined {
  const place = background.find((node) => node.type === 'element' && hasClass(node, 'slide-image'));
  let src: unknown;
  if (place?.type === 'element')
    eachElement({ type: 'root', children: [place] }, (element) => {
      if (element.tagName === 'img' || element.tagName === 'video') src ??= element.properties['src'];
    });
  return images.find(({ id }) => assetUrl(id) === src);
}
