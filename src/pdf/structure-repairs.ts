import { adopt, eachStructureElement, isContent, isElement } from './structure-tree.ts';
import type { StructureElement, StructureKid, StructureTree } from './structure-tree.ts';

/** Adds what Chromium omits of lists, headings, tables and text, and drops what is empty. */
export function repairStructure(tree: StructureTree): void {
  prune(tree.document);
  const headings: StructureElement[] = [];
  eachStructureElement(tree.document, (element) => {
    if (element.type === 'L') makeItems(tree, element);
    else if (element.type === 'LI') addItemBody(tree, element);
    else if (element.type === 'Table') completeRows(tree, element);
    else if (/^H[1-6]$/.test(element.type)) headings.push(element);
    // A figure without a description is the place of one that has one.
    else if (element.type === 'Figure' && !element.entries.has('Alt')) element.type = 'Div';
  });
  nestHeadings(headings);
  wrapText(tree, tree.document);
}

/** Cells keep their place in a row, be they empty or not. */
const KEPT = new Set(['TD', 'TH', 'Document']);

function prune(element: StructureElement): boolean {
  element.kids = element.kids.filter((kid) => !isElement(kid) || prune(kid));
  return element.kids.length > 0 || KEPT.has(element.type);
}

/** Makes items of other content in a list. */
function makeItems(tree: StructureTree, list: StructureElement): void {
  const kids = list.kids.splice(0);
  for (const kid of kids) {
    if (isElement(kid) && (kid.type === 'LI' || kid.type === 'Caption')) list.kids.push(kid);
    else adopt(tree.add('LI', list, list.kids.length), [kid]);
  }
}

/** Makes the body of an item of its content besides the label. */
function addItemBody(tree: StructureTree, item: StructureElement): void {
  if (item.parent?.type !== 'L') {
    item.type = 'Div';
    return;
  }
  const isPart = (kid: StructureKid): boolean => isElement(kid) && (kid.type === 'Lbl' || kid.type === 'LBody');
  const rest = item.kids.filter((kid) => !isPart(kid));
  if (rest.length === 0) return;
  item.kids = item.kids.filter(isPart);
  adopt(tree.add('LBody', item, item.kids.length), rest);
}

/** No level is left out, and the first heading is of the first level (ISO 14289-1, 7.4.2). */
function nestHeadings(headings: readonly StructureElement[]): void {
  const above: number[] = [];
  for (const heading of headings) {
    const level = Number(heading.type.slice(1));
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    heading.type = `H${above.length}`;
  }
}

/** Every row reaches as far as the longest: HTML need not write cells at its end. */
function completeRows(tree: StructureTree, table: StructureElement): void {
  const rows = rowsOf(table);
  const lengths = rowLengths(rows);
  const width = Math.max(0, ...lengths);
  rows.forEach((row, index) => {
    for (let length = lengths[index] ?? 0; length < width; length += 1) tree.add('TD', row, row.kids.length);
  });
}

/** Returns the rows of a table. */
export function rowsOf(table: StructureElement): StructureElement[] {
  return table.kids
    .filter(isElement)
    .flatMap((kid) => (kid.type === 'TR' ? [kid] : /^T(?:Head|Body|Foot)$/.test(kid.type) ? rowsOf(kid) : []));
}

/** Counts the columns of each row, including cells that span from rows above. */
export function rowLengths(rows: readonly StructureElement[]): number[] {
  const taken = rows.map(() => new Set<number>());
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row.kids.filter(isElement)) {
      while (taken[index]?.has(column)) column += 1;
      const attributes = cell.entries.get('A') ?? '';
      const [down, across] = [numberIn(attributes, ROW_SPAN), numberIn(attributes, COLUMN_SPAN)];
      for (let y = index; y < Math.min(index + down, rows.length); y += 1) {
        for (let x = column; x < column + across; x += 1) taken[y]?.add(x);
      }
      column += across;
    }
  });
  return taken.map((columns) => columns.size);
}

const [ROW_SPAN, COLUMN_SPAN] = [/\/RowSpan (\d+)/, /\/ColSpan (\d+)/];

function numberIn(attributes: string, span: RegExp): number {
  return Number(span.exec(attributes)?.[1] ?? 1);
}

/** Elements that hold blocks. */
const GROUPS = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'NonStruct', 'BlockQuote', 'Aside', 'Note']);
const INLINE = new Set(['Span', 'Em', 'Strong', 'Sub', 'Link', 'Reference', 'Quote', 'Code', 'Figure', 'Formula']);
/** Elements that are not text, and may be alone. */
const ALONE = new Set(['Code', 'Figure', 'Formula']);

/** Text that is in no block becomes a paragraph. */
function wrapText(tree: StructureTree, group: StructureElement): void {
  const kids = group.kids.splice(0);
  let run: StructureKid[] = [];
  const endRun = (): void => {
    const [only, ...others] = run;
    const texts = run.some((kid) => isContent(kid) || (isElement(kid) && !standsAlone(kid)));
    if (!texts) adopt(group, run);
    else if (only && others.length === 0 && isElement(only) && only.type === 'NonStruct') {
      only.type = 'P';
      group.kids.push(only);
    } else adopt(tree.add('P', group, group.kids.length), run);
    run = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) {
      run.push(kid);
      continue;
    }
    endRun();
    group.kids.push(kid);
    if (isElement(kid) && GROUPS.has(kid.type)) wrapText(tree, kid);
  }
  endRun();
}

function isInline(kid: StructureKid): boolean {
  if (!isElement(kid)) return isContent(kid);
  return INLINE.has(kid.type) || (kid.type === 'NonStruct' && kid.kids.every(isInline));
}

/** Such as the box around an image or around code. */
function standsAlone({ type, kids }: StructureElement): boolean {
  return ALONE.has(type) || (type === 'NonStruct' && kids.every((kid) => isElement(kid) && standsAlone(kid)));
}
