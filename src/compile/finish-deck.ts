import { resolveInternalLinks } from '../html/internal-links.ts';
import { linkCitations } from '../html/cited-at.ts';
import type { VFile } from 'vfile';
import type { Deck, DeckMeta, ImageAsset, Slide } from '../model/deck.ts';
import { hasPolls } from '../model/poll.ts';
import type { CompiledSlide } from './compile-slides.ts';
import type { DeckSource } from './place-slides.ts';
import { compileFooter, compileLogo, withPlate } from './footer.ts';
import { unusedDefinitions } from './unused-definitions.ts';

/** Few decks have polls, and no others load what places them. */
async function withPolls(slides: Slide[], sources: readonly VFile[]): Promise<Slide[]> {
  if (!hasPolls(sources)) return slides;
  return (await import('../html/place-polls.ts')).placePolls(slides);
}

/** Few decks have slides whose parts move. */
async function withMoving(slides: Slide[], { size }: DeckMeta): Promise<Slide[]> {
  if (!slides.some(({ settings }) => settings.autoAnimate)) return slides;
  return (await import('../html/size-moving.ts')).sizeMoving(slides, size);
}

/** Makes a deck of compiled slides: links between them lead somewhere, and footer and logo go with them. */
export async function finishDeck(source: DeckSource, compiled: readonly CompiledSlide[]): Promise<Deck> {
  const { front, chain, included } = source;
  const footer = await compileFooter(source);
  const logoFiles = await withPlate(front.meta.logo, front.file);
  const logo = await compileLogo(logoFiles, source);
  if (chain.kept !== undefined)
    (await import('./take-back-advice.ts')).takeBackAdvice(compiled.map(({ slide }) => slide));
  if (front.meta.bibliography) linkCitations(compiled.map(({ slide }) => slide));
  const images = new Map<string, ImageAsset>();
  for (const part of [...compiled, footer.findings, logo.findings]) {
    for (const image of part.images) if (!images.has(image.id)) images.set(image.id, image);
  }
  const slides = resolveInternalLinks(
    compiled.map(({ slide }) => slide),
    chain.shared.ids,
  );
  return {
    meta: { ...front.meta, logo: logoFiles },
    slides: await withMoving(await withPolls(slides, [front.file, ...included]), front.meta),
    images: new Map([...images].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    rawMarkup: chain.shared.rawMarkup,
    footer: footer.content,
    logo: logo.content,
    included,
    unusedDefinitions: unusedDefinitions(source.slides),
  };
}
