import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { addClass, element, text } from './elements.ts';
import { shapeOf } from './picture-rows.ts';
import { isInline, withoutParagraph } from './points.ts';
import { lettersOf } from './statement.ts';

/** People, and rows with an image each, at most. */
const [FEWEST, MOST_PEOPLE, MOST_ROWS] = [2, 8, 6];
/** Letters of a name; of what is said about up to four people, and about more; of a row. */
const [NAME, ABOUT, ABOUT_MANY, ROW] = [36, 90, 48, 130];
/** People in a row who have room for more words, and letters of names that are on one line there. */
const [FEW, SHORT_NAME] = [4, 17];
/** Slides that are less wide, as a share of 16:9, have pairs in two rows. */
const NARROW = 0.9;
/** Width by height of images that a circle shows enough of. */
const [NARROWEST, WIDEST] = [0.55, 1.6];

export interface PictureListOptions {
  /** Addresses of images that can be enlarged. */
  vectors: ReadonlySet<string>;
  /** Addresses of photographs. */
  photos: ReadonlySet<string>;
  /** Width by height of the slide as a share of 16:9. */
  breadth: number;
  /** The page is higher than wide. */
  upright: boolean;
}

/** An item that begins with an image. */
export interface PictureItem {
  item: Element;
  /** The image, or the link around it. */
  picture: Element;
  image: Element;
  words: ElementContent[];
}

/** Returns the items of a list where each begins with an image that has no size of its own. */
function pictureItems(list: Element): PictureItem[] | undefined {
  if ((list.tagName !== 'ul' && list.tagName !== 'ol') || 'className' in list.properties) return undefined;
  const items = list.children.filter((child) => child.type === 'element').map(pictureItem);
  return items.length >= FEWEST && items.every((item) => item !== undefined) ? items : undefined;
}

function pictureItem(item: Element): PictureItem | undefined {
  const children = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first, second] = children;
  // An image in a paragraph of its own is a figure.
  const isApart = first?.type === 'element' && first.tagName === 'figure' && second?.type === 'element';
  if (isApart && (children.length !== 2 || second.tagName !== 'p')) return undefined;
  const [picture, ...rest] = isApart ? [...first.children, ...second.children] : withoutParagraph(item);
  if (picture?.type !== 'element') return undefined;
  const image = picture.tagName === 'a' && picture.children.length === 1 ? picture.children[0] : picture;
  if (image?.type !== 'element' || image.tagName !== 'img') return undefined;
  if ((image.properties['style'] ?? image.properties['className']) !== undefined) return undefined;
  const words = withoutOpening(rest);
  return words.every(isInline) && !words.some(hasImage) ? { item, picture, image, words } : undefined;
}

function hasImage(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(hasImage));
}

/** Returns words without what parts them from an image or a name before them. */
export function withoutOpening(words: readonly ElementContent[]): ElementContent[] {
  const [first, ...more] = words;
  if (first?.type === 'element' && first.tagName === 'br') return withoutOpening(more);
  if (first?.type !== 'text') return [...words];
  const value = first.value.replace(/^\s*(?:[:,–—|]|-{1,3}(?=\s))?\s*/u, '');
  return value === '' ? withoutOpening(more) : [{ ...first, value }, ...more];
}

/** Returns a list of people as round images of one size, with names and what is said of them; `undefined` for others. */
export function asPeople(list: Element, options: PictureListOptions): Element | undefined {
  const items = list.tagName === 'ul' ? pictureItems(list) : undefined;
  if (!items || items.length > MOST_PEOPLE || !arePortraits(items, options)) return undefined;
  const people = asPersons(items);
  if (!people) return undefined;
  const made = element('ul', { ...list.properties, dataComponent: 'people', role: 'list' }, people);
  if (list.position) made.position = list.position;
  addClass(made, ...classesOf(items, options));
  return made;
}

/** Returns items as images with names and what is said of them; `undefined` where those are too long. */
export function asPersons(items: readonly PictureItem[]): Element[] | undefined {
  const most = items.length > FEW ? ABOUT_MANY : ABOUT;
  const people = items.map((one) => person(one, most));
  return people.every((one) => one !== undefined) && people.length <= MOST_PEOPLE ? people : undefined;
}

/** Returns the classes of so many people. */
export function classesOf(items: readonly PictureItem[], options: PictureListOptions): string[] {
  const areShort = items.every(({ words: [name] }) => name && lettersOf(lettersIn(name)) <= SHORT_NAME);
  return [
    'people',
    `people-${items.length}`,
    ...(items.length <= FEW && areShort ? ['people-short'] : []),
    ...(items.length === FEW && options.breadth < NARROW && !options.upright ? ['people-pairs'] : []),
  ];
}

/** Tells whether images are of people: photographs that are not wide, or other images of dots beside names. */
function arePortraits(items: readonly PictureItem[], { vectors, photos }: PictureListOptions): boolean {
  const address = ({ image }: PictureItem): string => String(image.properties['src']);
  const shapes = items.map(({ image }) => shapeOf(element('figure', {}, [image])) ?? 1);
  if (shapes.some((shape) => shape < NARROWEST || shape > WIDEST)) return false;
  if (items.some((item) => vectors.has(address(item)))) return false;
  return (
    items.every(({ words: [name] }) => name !== undefined && isFullName(toString(name))) ||
    (items.every((item) => photos.has(address(item))) && shapes.every((shape) => shape <= 1.1))
  );
}

/** Tells whether words can be a first and a last name. */
export function isFullName(words: string): boolean {
  const names = words.trim().split(/\s+/);
  return names.length > 1 && names.length < 6 && [names[0], names.at(-1)].every((name) => /^\p{Lu}/u.test(name ?? ''));
}

function person({ item, picture, words }: PictureItem, most: number): Element | undefined {
  const [name, ...others] = words;
  const about = withoutOpening(others);
  if (name?.type !== 'element' || !isBold(name)) return undefined;
  if (lettersOf(toString(name)) > NAME || lettersOf(about.map(lettersIn).join('')) > most) return undefined;
  const lines = [
    element('div', { className: ['person-name'] }, [name]),
    ...(about.length > 0 ? [element('div', { className: ['person-role'] }, about)] : []),
  ];
  const made = element('li', { ...item.properties }, [
    element('div', { className: ['person-picture'] }, [picture]),
    element('div', { className: ['person-words'] }, lines),
  ]);
  if (item.position) made.position = item.position;
  return made;
}

export function isBold({ tagName, children }: Element): boolean {
  const [only, ...more] = children;
  return (
    tagName === 'strong' ||
    (tagName === 'a' && more.length === 0 && only?.type === 'element' && only.tagName === 'strong')
  );
}

export function lettersIn(node: ElementContent): string {
  return 'value' in node ? node.value : toString(node);
}

/** Returns a list as rows with a square image each, beside what it shows; `undefined` for others. */
export function asPictureRows(list: Element, { vectors, photos }: PictureListOptions): Element | undefined {
  const items = pictureItems(list);
  if (!items || items.length > MOST_ROWS) return undefined;
  const letters = items.map(({ words }) => lettersOf(words.map(lettersIn).join('')));
  if (letters.some((count) => count === 0 || count > ROW)) return undefined;
  const rows = items.map(({ item, picture, image, words }) => {
    const lead = element('span', { className: ['point-lead'] }, [picture]);
    // Logos and icons are shown whole.
    const src = String(image.properties['src']);
    if (vectors.has(src) || !photos.has(src)) addClass(lead, 'whole');
    const row = element('li', { ...item.properties }, [
      lead,
      text(' '),
      element('span', { className: ['point-rest'] }, words),
    ]);
    if (item.position) row.position = item.position;
    return row;
  });
  const style = `--points:${items.length}`;
  const made = element(list.tagName, { ...list.properties, dataComponent: 'points', role: 'list', style }, rows);
  if (list.position) made.position = list.position;
  addClass(made, 'points', 'points-pictures');
  return made;
}
