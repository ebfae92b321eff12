import type { BlockContent, DefinitionContent, ListItem, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { takeOpening } from './cards.ts';
import { becomeList, box, itemParts, onlyList, part, readComponent, refuseContent } from './component.ts';

const MOST = 8;
const EXPECTED = `a list of up to ${MOST} people, each with a name in bold, as in “- ![Portrait](ada.jpg) **Ada Lovelace** Engineer”`;

/** Reads `:::people`: round images of one size, with names and roles. */
export function people(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, []);
  const list = onlyList(read);
  const items = list?.children.map((item) => person(item, file));
  if (!items?.every((item) => item !== undefined) || items.length > MOST) return refuseContent(node, file, EXPECTED);
  becomeList(node, { read, items, className: [`people-${items.length}`] });
}

function person(item: ListItem, file: VFile): ListItem | undefined {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const { picture, words } = takeOpening(first.children);
  first.children = words;
  const { lead, rest, more } = itemParts({ ...item, children: words.length === 0 ? others : item.children }, file);
  const name = lead.map((one) => toString(one)).join('');
  if (name === '') return undefined;
  const [image] = picture;
  const shown = image?.type === 'paragraph' ? part('person-picture', image.children) : initialsOf(name);
  const about = more as (BlockContent | DefinitionContent)[];
  const lines = [
    part('person-name', lead),
    ...(rest.length > 0 ? [part('person-role', rest)] : []),
    ...(about.length > 0 ? [box('person-about', about)] : []),
  ];
  return { ...item, children: [shown, box('person-words', lines)] };
}

/** Replaces a missing image: the first letters of the first and the last name. The style sheet shows them. */
function initialsOf(name: string): Paragraph {
  const names = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = [...new Set([names[0], names.at(-1)])].map((word) => [...(word ?? '')][0] ?? '');
  const initials = part('person-picture', []);
  initials.data = {
    ...initials.data,
    hProperties: { className: ['person-picture', 'person-initials'], dataInitials: letters.join('').toUpperCase() },
  };
  return initials;
}
