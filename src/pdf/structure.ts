import { markArtifacts } from './artifacts.ts';
import type { ContentRole } from './marked-content.ts';
import { glyphCheck } from './glyph-check.ts';
import type { PdfFile } from './pdf-file.ts';
import { structureFaults } from './structure-faults.ts';
import { writeNoteIds, writeParents } from './structure-index.ts';
import { applyMarks } from './structure-marks.ts';
import { repairStructure } from './structure-repairs.ts';
import { eachStructureElement, isContent, readStructure, type StructureTree } from './structure-tree.ts';

/** Kinds of structure elements that PDF 1.7 does not know, and what they are there (ISO 32000-1, 14.8.4). */
const ROLES = '<</Em /Span\n/Strong /Span\n/Title /H1\n/Aside /Div\n/Sub /Span\n/FENote /Note>>';

/**
 * Says what Chromium leaves unsaid of a document's structure, as a PDF for everyone needs it (ISO 14289-1): what marked
 * elements are, which part of a list's item is its text, where cells are missing; and marks what is no content as an
 * artifact.
 *
 * @returns why the file is none for everyone all the same.
 */
export async function completeStructure(pdf: PdfFile): Promise<string[]> {
  const glyphs = glyphCheck(pdf);
  const tree = readStructure(pdf);
  const footers = tree ? applyMarks(tree) : [];
  const roles = rolesOf(tree);
  for (const { holder, mcid } of footers) roles.set(key(holder, mcid), 'footer');
  const decoration = new Set<number>();
  const { uses, written } = markArtifacts(pdf, {
    roleOf: (holder, mcid) => roles.get(key(holder, mcid)),
    onDecoration: (holder, mcid) => decoration.add(key(holder, mcid)),
    onContent: glyphs.look,
  });
  if (!tree) {
    await written;
    return ['it has no structure'];
  }
  eachStructureElement(tree.document, (element) => {
    if (!element.kids.some(isContent)) return;
    element.kids = element.kids.filter((kid) => !isContent(kid) || !decoration.has(key(kid.holder, kid.mcid)));
  });
  repairStructure(tree);
  tree.write();
  writeParents(pdf, tree);
  writeNoteIds(pdf, tree);
  pdf.extend(tree.rootId, { RoleMap: ROLES });
  numberCells(pdf);
  await written;
  const pages = new Set(pdf.pages());
  const isSeen = (holder: number): boolean => pages.has(holder) || uses.get(holder) === 1;
  return [...structureFaults(tree, isSeen), ...glyphs.faults()];
}

/** Pages have far fewer pieces of marked content. */
const MOST = 1_000_000;

function key(holder: number, mcid: number): number {
  return holder * MOST + mcid;
}

/** Of these, what is drawn is content. */
const SHOWN: Readonly<Record<string, ContentRole>> = {
  Figure: 'content',
  Formula: 'formula',
  Lbl: 'content',
  Code: 'code',
};

function rolesOf(tree: StructureTree | undefined): Map<number, ContentRole> {
  const roles = new Map<number, ContentRole>();
  if (!tree) return roles;
  eachStructureElement(tree.document, (element) => {
    const role = SHOWN[element.type];
    if (role === undefined || (element.type === 'Figure' && !element.entries.has('Alt'))) return;
    eachStructureElement(element, ({ kids }) => {
      for (const kid of kids) if (isContent(kid)) roles.set(key(kid.holder, kid.mcid), role);
    });
  });
  return roles;
}

/**
 * The browser counts table cells as long as it lives, and calls them `node00001234`; here they begin at nought. Names
 * keep their length and order, so the trees they are sorted in hold.
 */
function numberCells(pdf: PdfFile): void {
  const ids = [...pdf.objects()].flatMap(([id, source]) => (source.includes('(node') ? [id] : []));
  const numbers = ids.flatMap((id) => pdf.read(id).match(/\(node\d{8}\)/g) ?? []);
  const ranks = new Map([...new Set(numbers)].toSorted().map((number, rank) => [number, rank]));
  const rank = (number: string): string => `(node${String(ranks.get(number)).padStart(8, '0')})`;
  for (const id of ids) pdf.write(id, pdf.read(id).replace(/\(node\d{8}\)/g, rank));
}
