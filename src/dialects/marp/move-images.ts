import type { Image, Nodes, RootContent } from 'mdast';
import type { DialectSource } from '../../model/dialect.ts';
import { walk } from '../../model/walk.ts';
import { quoted, rangeOf } from '../slides.ts';
import { backgroundSize, isColour, readImageWords, type ImageWords } from './images.ts';
import { inkOf, type DeckLook } from '../common/deck-look.ts';
import { wholeLine, type MarpSlide } from './slides.ts';

interface Found {
  image: Image;
  words: ImageWords;
}

/** Turns what Marp reads in the brackets of images into attributes and settings. */
export function moveImages(slide: MarpSlide, source: DialectSource, look: DeckLook): void {
  const backgrounds: Found[] = [];
  for (const node of slide.nodes) {
    walk<Nodes>(node, (image) => {
      if (image.type !== 'image') return;
      const words = readImageWords(image.alt ?? '');
      if (words.isBackground) backgrounds.push({ image, words });
      else moveInline({ image, words }, slide, { source, look });
    });
  }
  const shown = backgrounds.filter(({ image, words }) => {
    if (!isColour(image.url)) return true;
    slide.settings.values.set('background', image.url);
    removeImage({ image, words }, slide, source);
    return false;
  });
  const beside = shown.filter(({ words }) => words.side !== undefined);
  if (beside.length > 0) moveBeside(shown, slide, { source, look });
  else moveBehind(shown, slide, { source, look });
}

interface Context {
  source: DialectSource;
  look: DeckLook;
}

/** An image in the text: its size, its look, and the words that describe it. */
function moveInline({ image, words }: Found, slide: MarpSlide, { source, look }: Context): void {
  const range = rangeOf(image);
  if (isColour(image.url)) {
    look.rules.add(`.slide.ink-${image.url.replace(/\W/g, '')}`, inkOf(image.url));
    slide.settings.classes.add(`ink-${image.url.replace(/\W/g, '')}`);
    removeImage({ image, words }, slide, source);
    return;
  }
  const classes = words.words.filter((word) => look.mentions(word));
  const others = words.words.filter((word) => !classes.includes(word) && word !== 'center');
  const attributes = [
    ...classes.map((name) => `.${name}`),
    ...(words.width === undefined || words.width === 'auto' ? [] : [`width=${quoted(inPx(words.width))}`]),
    ...(words.height === undefined || words.height === 'auto' ? [] : [`height=${quoted(inPx(words.height))}`]),
  ];
  if (words.filters.length > 0) attributes.push(`.${look.filterClass('.slide img', words.filters)}`);
  if (attributes.length === 0 && words.words.length === others.length) return;
  const alt = altRange(image, source.text);
  if (alt) source.replace(alt, others.join(' '));
  source.insert(range.end, attributes.length > 0 ? `{${attributes.join(' ')}}` : '');
  source.report('changed', range, { what: `![${image.alt ?? ''}]`, advice: `attributes, {${attributes.join(' ')}}` });
}

/** Units of the window mean the slide, which is 1280 px wide and 720 px high. */
function inPx(length: string): string {
  const [, number, unit] = /^([\d.]+)(vw|vh)$/.exec(length) ?? [];
  return number === undefined ? length : `${Math.round((Number(number) / 100) * (unit === 'vw' ? 1280 : 720))}px`;
}

/** Images behind the slide: one is its background; several share it. */
function moveBehind(found: readonly Found[], slide: MarpSlide, { source, look }: Context): void {
  const [first, ...others] = found;
  if (!first) return;
  const { values, classes } = slide.settings;
  const { words, image } = first;
  if (others.length > 0) {
    moveSeveral(found, slide, { source, look });
    return;
  }
  removeImage(first, slide, source);
  values.set('background', image.url);
  const size = backgroundSize(words);
  if (size !== undefined) values.set('background-size', size);
  const opacity = words.filters.find((filter) => filter.startsWith('opacity('));
  const rest = words.filters.filter((filter) => filter !== opacity);
  if (opacity !== undefined) values.set('background-opacity', opacityOf(opacity));
  if (rest.length > 0) classes.add(look.filterClass('.backdrop', rest));
  source.report('changed', rangeOf(image), { what: `![${image.alt ?? ''}]`, advice: 'the background of the slide' });
}

function opacityOf(filter: string): string {
  const value = filter.slice('opacity('.length, -1);
  const number = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  return String(Number.isFinite(number) ? Math.min(Math.max(number, 0), 1) : 1);
}

/** Several images behind a slide are a row, or a column, as large as the slide. */
function moveSeveral(found: readonly Found[], slide: MarpSlide, { source, look }: Context): void {
  slide.settings.values.set('layout', 'image-full');
  slide.settings.values.set('panel', 'none');
  placeSlot(found, slide, { source, look });
}

/** Images on one side fill it up to the edges. */
function moveBeside(found: readonly Found[], slide: MarpSlide, { source, look }: Context): void {
  const { values, classes } = slide.settings;
  const side = found.findLast(({ words }) => words.side)?.words.side ?? 'right';
  const share = found.map(({ words }) => words.share).findLast((one) => one !== undefined) ?? '50%';
  const isLeft = (side === 'left') !== look.isMirrored;
  values.set('layout', isLeft ? 'image-left' : 'image-right');
  const name = `image-${Math.round(Number.parseFloat(share))}`;
  classes.add(name);
  look.rules.add(`.slide.${name}`, `--deck-image-width: calc(var(--deck-width) * ${Number.parseFloat(share) / 100})`);
  placeSlot(found, slide, { source, look });
}

/** Puts images into the place that the layout has for one. */
function placeSlot(found: readonly Found[], slide: MarpSlide, { source, look }: Context): void {
  const [first] = found;
  if (!first) return;
  const lines = found.map(({ image, words }) => {
    const size = backgroundSize(words);
    const names = [
      ...(size === undefined ? [] : [look.sizeClass(size)]),
      ...(words.filters.length > 0 ? [look.filterClass('.slide img', words.filters)] : []),
    ];
    return `![${words.words.join(' ')}](${addressOf(image, source.text)})${names.length > 0 ? `{${names.map((name) => `.${name}`).join(' ')}}` : ''}`;
  });
  if (found.length > 1) {
    slide.settings.classes.add(found.some(({ words }) => words.vertical) ? 'images-below' : 'images-beside');
    look.several();
  }
  for (const one of found) removeImage(one, slide, source);
  slide.slot = `\n\n:::image\n${lines.join('\n\n')}\n:::\n\n`;
  for (const { image } of found)
    source.report('changed', rangeOf(image), {
      what: `![${image.alt ?? ''}]`,
      advice: 'the image of the layout, “:::image”',
    });
}

/** The address between the parentheses, as it is written. */
function addressOf(image: Image, text: string): string {
  const { start, end } = rangeOf(image);
  const alt = altRange(image, text);
  return alt ? text.slice(alt.end + 2, end - 1) || image.url : text.slice(start, end);
}

/** Where the text between the brackets of an image is. */
function altRange(image: Image, text: string): { start: number; end: number } | undefined {
  const { start, end } = rangeOf(image);
  const source = text.slice(start, end);
  const length = /^!\[((?:[^[\]\\]|\\[\s\S]|\[[^[\]]*\])*)\]\(/.exec(source)?.[1]?.length;
  return length === undefined ? undefined : { start: start + 2, end: start + 2 + length };
}

/** Takes an image off the text, with its paragraph where nothing else is in it. */
function removeImage({ image }: Found, slide: MarpSlide, source: DialectSource): void {
  const range = rangeOf(image);
  const paragraph = slide.nodes.find((node) => isOnlyBackgrounds(node, image));
  if (paragraph) {
    source.remove(wholeLine(source.text, rangeOf(paragraph)));
    slide.gone.add(paragraph);
    return;
  }
  const rest = /^[ \t]+/.exec(source.text.slice(range.end, range.end + 20))?.[0].length ?? 0;
  source.remove({ start: range.start, end: Math.min(range.end + rest, slide.end) });
}

function isOnlyBackgrounds(node: RootContent, image: Image): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.includes(image) &&
    node.children.every((child) =>
      child.type === 'image' ? isSetting(child) : child.type === 'text' && child.value.trim() === '',
    )
  );
}

/** Tells whether an image is a setting of its slide, and nothing in its text. */
function isSetting({ alt, url }: Image): boolean {
  return isColour(url) || readImageWords(alt ?? '').isBackground;
}
