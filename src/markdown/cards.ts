import type { BlockContent, DefinitionContent, ListItem, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { plainText } from './plain-text.ts';
import {
  becomeList,
  box,
  itemParts,
  onlyList,
  part,
  readComponent,
  refuseContent,
  trimmed,
  type ReadComponent,
} from './component.ts';

type Block = BlockContent | DefinitionContent;

const MOST = 8;
/** Letters of titles and texts that are few. */
const [FEW_IN_TITLE, FEW_IN_TEXT] = [22, 42];
const EXPECTED = `a list of up to ${MOST} items, as in “- **Offline** One file”, or as many headings with text below them`;

/** Reads `:::cards`: panels of one height, each with an image or an icon, a title and a text. */
export function cards(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, []);
  const items = panels(read, file);
  if (!items || items.length === 0 || items.length > MOST) return refuseContent(node, file, EXPECTED);
  const few = items.length <= 4 && items.every(hasFewWords) ? ['cards-few'] : [];
  becomeList(node, { read, items, className: [`cards-${items.length}`, ...few] });
}

/** Tells whether a panel has hardly more than a title, which may be larger then. */
function hasFewWords({ children }: ListItem): boolean {
  const lettersIn = (name: string): number =>
    children.filter((child) => isPart(child, name)).reduce((sum, child) => sum + plainText(child).length, 0);
  const isPlain = children.every((child) => !isPart(child, 'card-picture'));
  return isPlain && lettersIn('card-title') <= FEW_IN_TITLE && lettersIn('card-text') <= FEW_IN_TEXT;
}

function isPart({ data }: Block, name: string): boolean {
  const { className } = data && 'hProperties' in data ? (data.hProperties ?? {}) : {};
  return Array.isArray(className) && className.includes(name);
}

/** Makes panels of the items of a list, or of headings with what follows each. */
export function panels(read: ReadComponent, file: VFile): ListItem[] | undefined {
  return onlyList(read)?.children.map((item) => ofItem(item, file)) ?? ofHeadings(read);
}

/** `- :icon[wifi-off] **Offline** One file` */
function ofItem(item: ListItem, file: VFile): ListItem {
  const [first, ...others] = item.children;
  const { picture, icon, words } = first?.type === 'paragraph' ? takeOpening(first.children) : NOTHING;
  if (first?.type === 'paragraph') first.children = words;
  // An image may be in a paragraph of its own.
  const blocks = first?.type === 'paragraph' && words.length === 0 ? others : item.children;
  const { lead, rest, more } = itemParts({ ...item, children: blocks }, file);
  const text: Block[] = [...(rest.length > 0 ? [paragraphOf(rest)] : []), ...more];
  return {
    ...item,
    children: [
      ...picture,
      ...icon,
      ...(lead.length > 0 ? [part('card-title', lead)] : []),
      ...(text.length > 0 ? [box('card-text', text)] : []),
    ],
  };
}

function paragraphOf(children: PhrasingContent[]): Block {
  const { position } = part('', children);
  return { type: 'paragraph', children, ...(position && { position }) };
}

/** `### Offline`, and text up to the next heading. */
function ofHeadings({ blocks }: ReadComponent): ListItem[] | undefined {
  if (blocks[0]?.type !== 'heading') return undefined;
  const { depth } = blocks[0];
  const items: ListItem[] = [];
  let text: Block[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading' || block.depth !== depth) {
      text.push(block);
      continue;
    }
    const { picture, icon, words } = takeOpening(block.children);
    block.children = words;
    block.data = { ...block.data, hProperties: { ...block.data?.hProperties, className: ['card-title'] } };
    text = [];
    const children: ListItem['children'] = [...picture, ...icon, block, box('card-text', text)];
    items.push({ type: 'listItem', spread: false, children, ...(block.position && { position: block.position }) });
  }
  return items.map(withPicture);
}

/** Below a heading, an image that comes first is on top. */
function withPicture(item: ListItem): ListItem {
  const text = item.children.at(-1);
  if (text?.type !== 'containerDirective') return item;
  const [first] = text.children;
  const image = first?.type === 'paragraph' && first.children.length === 1 ? first.children[0] : undefined;
  if (image?.type === 'image') {
    text.children.shift();
    item.children.unshift(part('card-picture', [image]));
  }
  if (text.children.length === 0) item.children.pop();
  return item;
}

interface Opening {
  picture: Block[];
  icon: Block[];
  words: PhrasingContent[];
}

const NOTHING: Opening = { picture: [], icon: [], words: [] };

function isIcon(node: PhrasingContent): boolean {
  return node.type === 'textDirective' && node.name === 'icon';
}

/** Takes an image and an icon off the beginning of words. */
export function takeOpening(children: readonly PhrasingContent[]): Opening {
  const opening: Opening = { picture: [], icon: [], words: trimmed(children) };
  for (let first = opening.words[0]; first; [first] = opening.words) {
    // It may be inside the link.
    const inner = first.type === 'link' ? first.children[0] : undefined;
    if (first.type === 'link' && inner && isIcon(inner)) {
      opening.icon.push(part('card-icon', [inner]));
      first.children = trimmed(first.children.slice(1)) as typeof first.children;
      break;
    }
    if (isIcon(first)) opening.icon.push(part('card-icon', [first]));
    else if (first.type === 'image' || first.type === 'imageReference')
      opening.picture.push(part('card-picture', [first]));
    else break;
    opening.words = trimmed(opening.words.slice(1));
  }
  return opening;
}
