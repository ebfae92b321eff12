import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { addClass, hasClass, isHeading } from '../html/elements.ts';
import { scrimOver, toneOver } from '../html/scrim.ts';
import { lettersOf } from '../html/statement.ts';
import { assetUrl } from '../model/asset-url.ts';
import type { Size, SlideSettings } from '../model/deck.ts';
import type { Layout } from '../model/layouts.ts';
import type { LoadedAsset } from '../model/deck-files.ts';
import { eachElement } from '../model/walk.ts';

/** A slide whose words may be on an image. */
export interface Veilable {
  settings: SlideSettings;
  content: readonly ElementContent[];
  /** Elements behind the content. */
  background: readonly ElementContent[];
  /** The image or video of `background=`. */
  behind: LoadedAsset | undefined;
  /** Images of the content. */
  images: readonly LoadedAsset[];
  /** Of the slides. */
  size: Size;
}

/** Adds a scrim to what lies behind a slide, where words are on an image, and gives the slide the tone that suits it. */
export async function veilBackground(slide: Veilable): Promise<ElementContent[]> {
  const { settings, content, background, behind, size } = slide;
  if (content.length === 0) return [...background];
  const { size: fit = 'cover', position = 'center' } = settings.background ?? {};
  const picture = behind ?? (settings.panel === 'none' ? pictureIn(slide) : undefined);
  const veiled = picture && { picture, size: fit, position, slide: size };
  // Letters follow the image behind them, where their author leaves that open.
  if (veiled && settings.scrim === 'auto') settings.tone ??= await toneOver(veiled);
  const scrim = veiled && (await scrimOver(veiled, settings.scrim));
  if (!scrim) return [...background];
  const reach =
    settings.scrim === 'auto' && TITLED.has(settings.layout) ? reachOf(content, settings.layout) : undefined;
  if (reach) addClass(scrim, `scrim-${reach}`);
  return [...background, scrim];
}

/** Layouts of a title, which has one side of an image. */
const TITLED = new Set<Layout>(['cover', 'section', 'end']);
/** Letters of the longest word of a title, and of all of it, that have room in a part of the slide. */
const REACHES = [
  { reach: 'narrow', word: 10, title: 24 },
  { reach: 'half', word: 13, title: 44 },
] as const;
/** Titles of covers are larger. */
const COVER = 1.5;

/** Returns how far a scrim reaches, as far as the title does; `undefined` where that is as far as it may. */
function reachOf(content: readonly ElementContent[], layout: Layout): 'narrow' | 'half' | undefined {
  const [heading, ...others] = content.filter((node) => node.type === 'element');
  if (!heading || !isHeading(heading) || !others.every(({ tagName }) => tagName === 'p')) return undefined;
  const title = toString(heading).trim();
  const letters = lettersOf(title) * (layout === 'cover' ? COVER : 1);
  const longest = Math.max(...title.split(/[\s-]+/).map(lettersOf));
  return REACHES.find(({ word, title: most }) => longest <= word && letters <= most)?.reach;
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
