import type { DialectSource, SourceRange } from '../../model/dialect.ts';
import type { LineSlide } from '../common/line-slides.ts';
import type { SourceLine } from '../common/scan-lines.ts';
import type { DeckLook } from '../common/deck-look.ts';

interface Picture extends SourceRange {
  address: string;
  /** Words in the brackets, in lower case. */
  words: Set<string>;
  /** Words that say nothing to Deckset. */
  alt: string;
  percent: string | undefined;
  line: SourceLine;
}

const IMAGE = /!\[([^\]\n]{0,200})\]\(([^()\n]{1,500}(?:\([^()\n]{0,100}\)[^()\n]{0,200})?)\)/g;
const WORDS = new Set('inline left right fit fill original filtered autoplay loop mute hide corner-radius'.split(' '));
const FILM = /\.(?:mp4|mov|m4v|webm|ogv)$/i;
const SOUND = /\.(?:mp3|m4a|wav|ogg)$/i;

/** Turns images of a slide into those of Lectern: without `inline` they are behind or beside the text. */
export function movePictures(slide: LineSlide, source: DialectSource, look: DeckLook): void {
  const backgrounds: Picture[] = [];
  for (const line of slide.lines) {
    if (line.isCode || line.isComment || !line.text.includes('![')) continue;
    for (const picture of picturesIn(line)) {
      const { words, address } = picture;
      if (/^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//i.test(address)) movePage(picture, source);
      else if (FILM.test(address) || SOUND.test(address)) moveFilm(picture, source);
      else if (words.has('inline')) moveInline(picture, slide, source);
      else backgrounds.push(picture);
    }
  }
  if (backgrounds.length > 0) moveBackgrounds(backgrounds, slide, { source, look });
}

function picturesIn(line: SourceLine): Picture[] {
  const text = line.text.replace(/`[^`\n]{1,400}`/g, (code) => ' '.repeat(code.length));
  return [...text.matchAll(IMAGE)].map(({ 0: whole, 1: alt = '', 2: address = '', index }) => {
    const all = alt.split(/[\s,]+/).filter(Boolean);
    return {
      start: line.start + index,
      end: line.start + index + whole.length,
      address: address.trim(),
      words: new Set(all.map((word) => word.toLowerCase())),
      alt: all.filter((word) => !WORDS.has(word.toLowerCase()) && !/^[\d.]{1,6}%$/.test(word)).join(' '),
      percent: all.find((word) => /^[\d.]{1,6}%$/.test(word)),
      line,
    };
  });
}

/** Spaces in an address are for Deckset only. */
function written(address: string): string {
  return /\s/.test(address) && !/^\S+\s+["']/.test(address) ? `<${address}>` : address;
}

function attribute(address: string): string {
  return `"${address.replaceAll('"', '%22')}"`;
}

/** Gives a block lines of its own. */
function ownLines({ line, start, end }: Picture, text: string, source: DialectSource): void {
  const before = source.text.slice(line.start, start).trim() === '' ? '' : '\n\n';
  const after = source.text.slice(end, line.end).trim() === '' ? '' : '\n\n';
  source.replace({ start, end }, `${before}${text}${after}`);
}

function movePage(picture: Picture, source: DialectSource): void {
  ownLines(picture, `::embed{src=${attribute(picture.address)}}`, source);
  source.report('changed', picture, { what: 'a video of the web', advice: 'a card, “::embed”' });
}

function moveFilm(picture: Picture, source: DialectSource): void {
  const { words, address } = picture;
  const flags = ['autoplay', 'loop'].filter((flag) => words.has(flag));
  if (words.has('mute') || words.has('autoplay')) flags.push('muted');
  const name = SOUND.test(address) ? 'audio' : 'video';
  const settings = [`src=${attribute(address)}`, ...flags].join(' ');
  ownLines(picture, `::${name}{${settings}}`, source);
  source.report('changed', picture, { what: `![${[...words].join(' ')}]`, advice: `“::${name}”` });
}

function moveInline(picture: Picture, { lines }: LineSlide, source: DialectSource): void {
  const { address, alt, percent, line, start, end } = picture;
  const share = percent === undefined ? undefined : Number.parseFloat(percent);
  const size = share !== undefined && share < 100 ? `{width=${share}%}` : '';
  source.replace({ start, end }, `![${alt}](${written(address)})${size}`);
  source.report('changed', picture, { what: `![${[...picture.words].join(' ')}]`, advice: 'an image in the text' });
  // A line of images below a line of words is a block.
  const isAlone = line.text.replace(IMAGE, '').trim() === '';
  if (!isAlone || start !== line.start + line.text.indexOf('![')) return;
  const index = lines.indexOf(line);
  const [before, after] = [lines[index - 1], lines[index + 1]];
  if (before && isText(before)) source.insert(line.start, '\n');
  if (after && isText(after)) source.insert(line.next, '\n');
}

function isText({ text, isCode }: SourceLine): boolean {
  return !isCode && text.trim() !== '' && text.replace(IMAGE, '').trim() !== '';
}

function moveBackgrounds(
  pictures: readonly Picture[],
  slide: LineSlide,
  { source, look }: { source: DialectSource; look: DeckLook },
): void {
  const { values, classes } = slide.settings;
  for (const picture of pictures) {
    const rest = picture.line.text.replace(IMAGE, '').trim();
    source.remove(rest === '' ? { start: picture.line.start, end: picture.line.next } : picture);
  }
  const [first] = pictures;
  if (!first) return;
  const side = pictures.flatMap(({ words }) => ['left', 'right'].filter((word) => words.has(word)))[0];
  const what = `![${[...first.words].join(' ')}]`;
  if (pictures.length === 1 && side === undefined) {
    values.set('background', first.address);
    const size = sizeOf(first);
    if (size !== undefined) values.set('background-size', size);
    source.report('changed', first, { what, advice: 'the background of the slide' });
    return;
  }
  values.set('layout', side === undefined ? 'image-full' : `image-${side}`);
  if (side === undefined) values.set('panel', 'none');
  if (side !== undefined) {
    classes.add('image-50');
    look.rules.add('.slide.image-50', '--deck-image-width: calc(var(--deck-width) * 0.5)');
  }
  const beside = side === undefined ? pictures : pictures.filter(({ words }) => words.has(side));
  if (beside.length > 1) {
    classes.add('images-beside');
    look.several();
  }
  const lines = beside.map((picture) => {
    const size = sizeOf(picture);
    return `![${picture.alt}](${written(picture.address)})${size === undefined ? '' : `{.${look.sizeClass(size)}}`}`;
  });
  source.insert(slide.end, `\n:::image\n${lines.join('\n\n')}\n:::\n\n`);
  source.report('changed', first, { what, advice: 'the image of the layout, “:::image”' });
  const others = pictures.filter((picture) => !beside.includes(picture));
  for (const picture of others)
    source.report('lost', picture, { what: picture.address, advice: 'a layout has images on one side; choose one' });
}

function sizeOf({ words, percent }: Picture): string | undefined {
  return percent ?? (words.has('fit') ? 'contain' : undefined);
}
