import { readMark } from './marks.ts';
import { pdfText, readPdfText } from './pdf-text.ts';
import { adopt, isContent, isElement } from './structure-tree.ts';
import type { ContentKid, StructureElement, StructureKid, StructureTree } from './structure-tree.ts';

/** Types of elements that are what their mark says, and nothing more. */
const TYPES = {
  abbreviation: 'Span',
  formula: 'Formula',
  note: 'Note',
  reference: 'Reference',
  span: 'Span',
  word: 'Span',
} as const;

/**
 * Gives elements that are marked the type that they are marked for, and takes running footers out of the structure.
 *
 * @param elements - all elements of the tree.
 * @returns the content of running footers.
 */
export function applyMarks(tree: StructureTree, elements: readonly StructureElement[]): ContentKid[] {
  const footers: ContentKid[] = [];
  for (const element of elements) {
    const alt = element.type === 'Figure' ? element.entries.get('Alt') : undefined;
    const marking = alt === undefined ? undefined : readMark(readPdfText(alt));
    if (marking === undefined) continue;
    const { mark, text } = marking;
    element.entries.delete('Alt');
    if (mark === 'footer') footers.push(...takeOut(element));
    else if (mark === 'terms') listTerms(tree, element);
    else if (mark === 'term' || mark === 'meaning') element.type = 'NonStruct';
    else element.type = TYPES[mark];
    if (mark === 'formula') element.entries.set('Alt', pdfText(text || ' '));
    if (mark === 'abbreviation') element.entries.set('E', pdfText(text));
    if (mark === 'note') nameNote(element);
    if (mark === 'word') element.entries.set('ActualText', pdfText(text));
  }
  return footers;
}

/** Leaves of a footer only its links, which have to be in the structure. */
function takeOut(footer: StructureElement): ContentKid[] {
  const links: StructureElement[] = [];
  const content: ContentKid[] = [];
  const collect = (element: StructureElement): void => {
    for (const kid of element.kids) {
      if (isContent(kid)) content.push(kid);
      else if (isElement(kid)) {
        if (kid.type === 'Link') links.push(kid);
        else collect(kid);
      }
    }
  };
  collect(footer);
  footer.type = 'Div';
  footer.kids = [];
  adopt(footer, links);
  return content;
}

/** A list's items are notes: the list is a group of them. */
function nameNote(note: StructureElement): void {
  const { parent } = note;
  note.entries.set('ID', `(note${String(note.id).padStart(8, '0')})`);
  if (parent?.type !== 'L') return;
  parent.type = 'Div';
  parent.entries.delete('A');
}

/** Terms become labels of items, and what they mean the items' bodies. */
function listTerms(tree: StructureTree, list: StructureElement): void {
  const kids = list.kids.splice(0);
  list.type = 'L';
  let item: StructureElement | undefined;
  for (const kid of kids) {
    const mark = markOf(kid);
    const wanted = mark === 'term' ? 'Lbl' : 'LBody';
    const begins = item === undefined || (wanted === 'Lbl' && has(item, 'LBody'));
    if (begins) item = tree.add('LI', list, list.kids.length);
    if (item === undefined) continue;
    const known = item.kids.filter(isElement).find(({ type }) => type === wanted);
    adopt(known ?? tree.add(wanted, item, item.kids.length), [kid]);
  }
}

function has(item: StructureElement, type: string): boolean {
  return item.kids.some((kid) => isElement(kid) && kid.type === type);
}

function markOf(kid: StructureKid): string | undefined {
  const alt = isElement(kid) ? kid.entries.get('Alt') : undefined;
  return alt === undefined ? undefined : readMark(readPdfText(alt))?.mark;
}
