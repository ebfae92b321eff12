import type { VFile } from 'vfile';
import type { Attributes } from '../model/attributes.ts';
import {
  COMPOSE,
  TONES,
  TRANSITIONS,
  type Background,
  type DeckMeta,
  type SlideSettings,
  type Tone,
} from '../model/deck.ts';
import { LAYOUT_NAMES, type Arrangement, type Layout } from '../model/layouts.ts';
import { isClaim, isKeyFigure } from '../model/statement-words.ts';
import { readDuration } from '../model/duration.ts';
import { directionOf, readLanguage } from '../model/languages.ts';
import { readBackground, readPanel, readScrim } from './background.ts';
import { isComputed, toneOn } from '../model/colours.ts';
import { plainText } from './plain-text.ts';
import { settingReader, type SettingReader } from './setting-reader.ts';
import { openingHeading } from './slide-attributes.ts';
import type { SlideNode } from './slide-node.ts';
import { hasAgenda } from './toc.ts';
import { isUnseen } from './unseen.ts';

/** Everything `{…}` behind a slide's heading may set. */
export const SLIDE_SETTINGS = [
  'layout',
  'theme',
  'tone',
  'background',
  'background-size',
  'background-position',
  'background-opacity',
  'scrim',
  'panel',
  'transition',
  'auto-animate',
  'duration',
  'numbers',
  'footer',
  'hidden',
  'uncounted',
  'incremental',
  'fit',
  'paginate',
  'grow',
  'compose',
  'check-off',
  'lang',
  'dir',
] as const;

/** Settings whose values are anything: what is wrong with them is found where they are used. */
type FreeSetting = 'theme' | 'check-off' | 'footer';
type SlideSetting = Exclude<(typeof SLIDE_SETTINGS)[number], FreeSetting>;

export interface ReadSettings {
  settings: SlideSettings;
  /** The id an author gave the slide. */
  id: string | undefined;
  /** The slide is a section divider by its shape or by its layout. */
  opensSection: boolean;
  /** The author chose no layout. */
  byShape: boolean;
  /** The author chose no layout, and it has none by its shape. */
  withoutLayout: boolean;
  /** The arrangement by its place in the talk. */
  composed?: Arrangement;
}

/** Reads a slide's settings off its attributes; unknown ones and bad values are messages at the slide. */
export function readSlideSettings(slide: SlideNode, meta: DeckMeta, file: VFile): ReadSettings {
  const { id, classes, values } = joined(slide.data.attributes);
  const place = openingHeading(slide) ?? slide;
  const read = settingReader(values, {
    file,
    place,
    what: 'slide setting',
    unknown: 'slide-setting',
    valueRule: (key: SlideSetting | FreeSetting) =>
      key === 'theme' || key === 'check-off' || key === 'footer' ? 'slide-setting' : `slide-${key}`,
  });
  read.refuseOthers(SLIDE_SETTINGS);
  const given = read.choice('layout', LAYOUT_NAMES);
  const compose = (read.choice('compose', COMPOSE) ?? meta.compose) === 'auto';
  const opensSection =
    given === 'section' || (given === undefined && isSectionDivider(slide) && !(compose && isStatement(slide)));
  const layout = given ?? layoutByShape(slide, { opensSection, compose });
  const background = readBackground(read);
  return {
    settings: {
      layout,
      classes,
      tone: read.choice('tone', TONES) ?? groundTone(background),
      theme: read.text('theme'),
      background,
      scrim: readScrim(read),
      panel: readPanel(read, layout, { file, place }),
      transition: read.choice('transition', TRANSITIONS),
      autoAnimate: read.flag('auto-animate', false),
      duration: read.parsed('duration', readDuration, 'a length such as 90s or 5m'),
      hidden: read.flag('hidden', false),
      uncounted: read.flag('uncounted', false),
      numbers: read.flag('numbers', layout !== 'cover'),
      footer: readFooter(read),
      incremental: read.flag('incremental', meta.incremental),
      fit: read.flag('fit', meta.fit),
      paginate: read.flag('paginate', meta.paginate),
      grow: read.flag('grow', meta.grow),
      compose,
      checkOff: (read.text('check-off') ?? '').split(/[\s,]+/).filter(Boolean),
      ...readWriting(read),
    },
    id,
    opensSection,
    byShape: given === undefined,
    withoutLayout: given === undefined && layout === 'default',
  };
}

/** Reads the footer of a slide: text, or false for none. */
function readFooter(read: SettingReader<'footer'>): string | undefined {
  const given = read.text('footer');
  return given === 'false' ? '' : given;
}

function layoutByShape(
  slide: SlideNode,
  { opensSection, compose }: { opensSection: boolean; compose: boolean },
): Layout {
  if (slide.data.cover) return 'cover';
  if (opensSection) return 'section';
  const [first, ...others] = slide.children;
  const isAgenda = first?.type === 'heading' && others.length === 1 && others.every(hasAgenda);
  return compose && isAgenda ? 'agenda' : 'default';
}

/** Letters follow the colour behind them, where the theme's own colour is not seen any more. */
function groundTone(background: Background | undefined): Tone | undefined {
  return isOpaquePaint(background) ? toneOn(background.value) : undefined;
}

function isOpaquePaint(background: Background | undefined): background is Background {
  return background?.kind === 'paint' && background.opacity > 0.8;
}

/**
 * Gives slides the tone for colours that have to be computed, such as `oklch(…)` and `color-mix(…)`. Slides with plain
 * colours load nothing for it.
 */
export async function toneComputedGrounds(slides: readonly SlideSettings[]): Promise<void> {
  for (const settings of slides) {
    const { tone, background } = settings;
    if (tone || !isOpaquePaint(background) || !isComputed(background.value)) continue;
    const { hexOf, readColour } = await import('../model/css-colour.ts');
    const colour = readColour(background.value);
    settings.tone = colour && (colour.alpha ?? 1) > 0.8 ? toneOn(hexOf(colour)) : undefined;
  }
}

function readWriting(read: SettingReader<'lang' | 'dir'>): Pick<SlideSettings, 'lang' | 'dir'> {
  const lang = read.parsed('lang', readLanguage, 'a language tag such as en or pt-BR');
  return { lang, dir: read.choice('dir', ['ltr', 'rtl'] as const) ?? (lang ? directionOf(lang) : undefined) };
}

/** Of the same setting the last one counts. */
function joined(all: Attributes[]): Attributes {
  const together: Attributes = { classes: [], values: new Map() };
  for (const { id, classes, values } of all) {
    if (id) together.id = id;
    together.classes.push(...classes);
    for (const [key, value] of values) together.values.set(key, value);
  }
  return together;
}

/** Tells whether a slide holds only an h1, at most one paragraph or smaller heading, and an agenda. */
export function isSectionDivider(slide: SlideNode): boolean {
  const [heading, paragraph, ...more] = slide.children.filter(
    (node) =>
      node.type !== 'definition' &&
      node.type !== 'footnoteDefinition' &&
      !isUnseen(node) &&
      !(node.type === 'leafDirective' && node.name === 'toc'),
  );
  if (heading?.type !== 'heading' || heading.depth !== 1 || more.length > 0 || slide.data.cover) return false;
  return (
    paragraph === undefined ||
    ((paragraph.type === 'paragraph' || paragraph.type === 'heading') &&
      plainText(paragraph) !== '' &&
      !hasImage(paragraph.children))
  );
}

/** Tells whether what looks like a section says something by itself: a sentence, or a figure with a line below it. */
function isStatement(slide: SlideNode): boolean {
  const heading = openingHeading(slide);
  const hasLine = slide.children.some(({ type }) => type === 'paragraph');
  const words = heading ? plainText(heading) : '';
  return hasLine ? isKeyFigure(words) && !/^\p{N}{4}$/u.test(words.trim()) : isClaim(words);
}

function hasImage(children: { type: string }[]): boolean {
  return children.some(({ type }) => type === 'image' || type === 'imageReference');
}
