import { plainText } from '../markdown/plain-text.ts';
import type { Origin, SlideNode } from '../markdown/slide-node.ts';
import { readSlideSettings, toneComputedGrounds, type ReadSettings } from '../markdown/slide-settings.ts';
import { hasAgenda } from '../markdown/toc.ts';
import type { SectionPlace } from '../model/deck.ts';
import type { AgendaEntry } from '../model/hast-data.ts';
import { fail } from '../model/messages.ts';
import { uiWords } from '../model/ui-words.ts';
import { brokenSlide } from './broken-slide.ts';
import { closeTalk } from './closing-slide.ts';
import type { FoundSlides, SourceSlide } from './deck-source.ts';
import { countSlides } from './number-deck.ts';
import type { DeckFront } from './read-front.ts';
import { openTalk } from './opening-slide.ts';
import { resolveReferences } from './resolve-references.ts';
import type { SlideChain } from './to-content.ts';

/** The slides of a deck as they are written, and what they go through. */
export interface DeckSource extends Omit<FoundSlides, 'fences'> {
  front: DeckFront;
  chain: SlideChain;
}

/** A slide that is shown, and its place in the deck. */
export interface Placed extends SourceSlide {
  read: ReadSettings;
  id: string;
  title: string;
  /** The slide that opens its section. */
  opener: Placed | undefined;
  number: number | undefined;
}

/** Returns the visible slides and their places. A deck without any gets a slide with a message. */
export async function placedSlides(source: DeckSource): Promise<Placed[]> {
  const shown = await placeSlides(source.slides, source);
  return shown.length > 0 ? shown : placeSlides([emptySlide(source)], source);
}

/** Says why a deck has no slides: the error that was reported already, or a new one about just that. */
function emptySlide({ front: { file }, slides }: DeckSource): SourceSlide {
  const origin: Origin = { file, definitions: { links: new Map(), footnotes: new Map() } };
  const fatal = file.messages.find((message) => message.fatal === true);
  if (fatal) return { node: brokenSlide(fatal.reason, undefined), origin };
  const reason = `The deck is empty, expected at least ${slides.length > 0 ? 'one slide that is not hidden' : 'one slide'}`;
  fail(file, reason, { place: undefined, ruleId: 'deck-empty' });
  return { node: brokenSlide(reason, undefined), origin };
}

/** Ids, numbers and sections of all slides are known before the first is compiled: agendas need them. */
async function placeSlides(found: readonly SourceSlide[], source: DeckSource): Promise<Placed[]> {
  const { meta } = source.front;
  const { shared } = source.chain;
  const shown = found
    .map((slide) => ({ ...slide, read: readSlideSettings(slide.node, meta, slide.origin.file) }))
    .filter(({ read }) => !read.settings.hidden);
  openTalk(shown, meta);
  closeTalk(shown);
  await toneComputedGrounds(shown.map(({ read }) => read.settings));
  // What authors chose goes first: a made id never takes it from them.
  const chosen = shown.map(({ node, read, origin }) =>
    read.id ? shared.ids.claim(read.id, origin.file, node) : undefined,
  );
  const counted = await countSlides(shown, source);
  if (counted) resolveReferences(shown, counted, false);
  let opener: Placed | undefined;
  let number = 0;
  const placed = shown.map(({ node, origin, read }, index) => {
    const title = slideTitle(node);
    if (!read.settings.uncounted) number += 1;
    const placed: Placed = {
      node,
      origin,
      read,
      title,
      id:
        chosen[index] ??
        shared.ids.make(node.data.cover ? uiWords(meta.lang).cover : withoutPart(title, node), `slide-${index + 1}`),
      opener,
      number: read.settings.uncounted ? undefined : number,
    };
    if (read.opensSection) {
      opener = placed;
      placed.opener = placed;
    }
    return placed;
  });
  if (counted) resolveReferences(placed, counted, true);
  return placed;
}

/** Tells whether a slide is a cover or an agenda, which an agenda does not list. */
function isFrame({ node, read }: Placed): boolean {
  return ['cover', 'agenda'].includes(read.settings.layout) || hasAgenda(node);
}

/**
 * Lists sections; where there are none, the slides that have titles. An agenda that ends a section marks the next one as
 * current, every other the one that it is in.
 */
export function agendaOf(all: readonly Placed[], slide: Placed): AgendaEntry[] {
  const sections = titledSections(all);
  const entries = sections.length > 0 ? sections : all.filter((entry) => entry.title && !isFrame(entry));
  const at = all.indexOf(slide);
  const next = entries.findIndex((entry) => entry === all[at + 1]);
  const own = entries.findIndex((entry) => entry === slide.opener);
  // The agenda that opens the talk marks nothing.
  const current = next > 0 && slide.opener !== slide ? next : own;
  return entries.map(({ id, title }, index) => ({ id, title, current: index === current, done: index < current }));
}

/** Counts the sections of a deck that has several. */
export function sectionPlaces(all: readonly Placed[]): Map<Placed, SectionPlace> {
  const sections = titledSections(all);
  if (sections.length < 2) return new Map();
  return new Map(sections.map((slide, index) => [slide, { number: index + 1, count: sections.length }]));
}

function titledSections(all: readonly Placed[]): Placed[] {
  return all.filter(({ read, title }) => read.opensSection && title);
}

/** Its own name is that of the whole. */
function withoutPart(title: string, { data: { part = '' } }: SlideNode): string {
  return part !== '' && title.endsWith(part) ? title.slice(0, -part.length) : title;
}

function slideTitle(node: SlideNode): string {
  const heading = node.children.find(({ type }) => type === 'heading');
  return heading ? plainText(heading) : '';
}
