import type { Emphasis, Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { lettersOf } from '../html/statement.ts';
import { plainText } from '../markdown/plain-text.ts';
import { openingHeading } from '../markdown/slide-attributes.ts';
import { takesPlace } from '../markdown/unseen.ts';
import type { DeckMeta } from '../model/deck.ts';
import { hasType } from '../model/walk.ts';
import { linesIn, type ReadSlide } from './closing-slide.ts';

/** Slides of a deck that has a cover, at least. */
const FEWEST = 3;
/** Blocks and lines below the title, and letters of the title and of each line. */
const [MOST_BLOCKS, MOST_LINES, TITLE, LINE] = [4, 5, 90, 90];

/**
 * Gives the first slide the layout `cover` where its author chose none, and it has a title and a few short lines: a
 * subtitle, who speaks, where and when.
 */
export function openTalk(slides: readonly ReadSlide[], meta: DeckMeta): void {
  for (const slide of slides) {
    const { opensSection, byShape, settings } = slide.read;
    if (opensSection && byShape && settings.compose) subtitle(slide);
  }
  const [first] = slides;
  if (!first || first.node.data.cover || slides.length < FEWEST || meta.positions.has('cover')) return;
  if (!isOpening(first) || isFirstSection(slides, meta)) return;
  first.read = { ...first.read, opensSection: false, withoutLayout: false, composed: 'cover' };
  first.read.settings = { ...first.read.settings, layout: 'cover', numbers: false };
  setTitles(first);
}

function isOpening({ node, read: { settings, byShape } }: ReadSlide): boolean {
  const { compose, autoAnimate, background, classes } = settings;
  if (!compose || !byShape || autoAnimate || background || classes.length > 0) return false;
  const heading = openingHeading(node);
  if (heading?.depth !== 1 || lettersOf(plainText(heading)) > TITLE) return false;
  const rest = node.children.filter((child) => child !== heading && takesPlace(child));
  const isTitled = rest.every(
    (child, index) =>
      (child.type === 'paragraph' || (child.type === 'heading' && index === 0)) &&
      !['image', 'imageReference', 'inlineMath', 'html'].some((type) => hasType(child, type)),
  );
  const lines = rest.flatMap(linesIn);
  return (
    isTitled &&
    rest.length <= MOST_BLOCKS &&
    lines.length <= MOST_LINES &&
    lines.every((line) => lettersOf(line) <= LINE)
  );
}

/** A title alone, with slides below it, is a section where others follow, or where sections are stacks. */
function isFirstSection([first, second, ...others]: readonly ReadSlide[], { stacks }: DeckMeta): boolean {
  const isAlone = first?.node.children.filter(takesPlace).length === 1;
  return isAlone && !second?.read.opensSection && (stacks || others.some(({ read }) => read.opensSection));
}

/** Makes a subtitle of the first line, and a byline of the others. */
function setTitles({ node }: ReadSlide): void {
  const rest = node.children.slice(1).filter((child) => child.type === 'paragraph' || child.type === 'heading');
  const [first] = rest;
  if (!first) return;
  const hasSubtitle = first.type === 'heading' || linesIn(first).length === 1;
  const byline = hasSubtitle ? rest.slice(1) : rest;
  const parts = byline.flatMap(({ children }) => linesOf(children));
  node.children = node.children.flatMap((child): RootContent[] => {
    if (child === first && hasSubtitle) return [paragraph('subtitle', first.children, first)];
    if (child === byline[0]) return [paragraph('byline', parts.map(part), byline[0])];
    return byline.some((other) => other === child) ? [] : [child];
  });
}

/** Makes a line of a smaller heading below that of a section. */
function subtitle({ node }: ReadSlide): void {
  node.children = node.children.map((child, index) =>
    index > 0 && child.type === 'heading' ? paragraph('subtitle', child.children, child) : child,
  );
}

function paragraph(name: string, children: PhrasingContent[], { position, data: own }: Paragraph | Heading): Paragraph {
  const { className, ...others } = own?.hProperties ?? {};
  const data = { hProperties: { ...others, className: [name, ...(Array.isArray(className) ? className : [])] } };
  return { type: 'paragraph', children, data, ...(position && { position }) };
}

/** The first one is a name, as a rule. */
function part(children: PhrasingContent[], index: number): Emphasis {
  const className = [index === 0 ? 'byline-author' : 'byline-event'];
  return { type: 'emphasis', children, data: { hName: 'span', hProperties: { className } } };
}

/** Cuts words where their author ended a line. */
function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    else
      child.value.split('\n').forEach((value, index) => {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ type: 'text', value });
      });
  }
  return lines.filter((line) => line.length > 0);
}
