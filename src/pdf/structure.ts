import { markArtifacts } from './artifacts.ts';
import type { ContentRole } from './marked-content.ts';
import { glyphCheck } from './glyph-check.ts';
import type { PdfFile } from './pdf-file.ts';
import { structureFaults } from './structure-faults.ts';
import { writeNoteIds, writeParents } from './structure-index.ts';
import { applyMarks } from './structure-marks.ts';
import { repairStructure } from './structure-repairs.ts';
import { isContent, readStructure, structureElements } from './structure-tree.ts';
import type { StructureElement, StructureKid } from './structure-tree.ts';

/** Kinds of structure elements that PDF 1.7 does not know, and what they are there (ISO 32000-1, 14.8.4). */
const ROLES = '<</Em /Span\n/Strong /Span\n/Title /H1\n/Aside /Div\n/Sub /Span\n/FENote /Note>>';

export interface CompletedStructure {
  /** Why the file is none for everyone all the same. */
  faults: string[];
  /** Object numbers of the fonts of all that is drawn. */
  fonts: Iterable<number>;
}

/**
 * Adds what Chromium omits of a document's structure, as a PDF for everyone needs it (ISO 14289-1): what marked
 * elements are, which part of a list's item is its text, where cells are missing; and marks what is no content as an
 * artifact.
 */
export function completeStructure(pdf: PdfFile): CompletedStructure {
  const glyphs = glyphCheck(pdf);
  const tree = readStructure(pdf);
  const read = tree ? structureElements(tree.document) : [];
  const footers = tree ? applyMarks(tree, read) : [];
  const roles = rolesOf(read);
  for (const { holder, mcid } of footers) roles.set(key(holder, mcid), 'footer');
  const decoration = new Set<number>();
  const uses = markArtifacts(pdf, {
    roleOf: (holder, mcid) => roles.get(key(holder, mcid)),
    onDecoration: (holder, mcid) => decoration.add(key(holder, mcid)),
    onContent: glyphs.look,
  });
  const fonts = glyphs.fonts();
  if (!tree) return { faults: ['it has no structure'], fonts };
  const isDecoration = (kid: StructureKid): boolean => isContent(kid) && decoration.has(key(kid.holder, kid.mcid));
  for (const element of read) {
    if (element.kids.some(isDecoration)) element.kids = element.kids.filter((kid) => !isDecoration(kid));
  }
  repairStructure(tree);
  tree.write();
  const elements = structureElements(tree.document);
  writeParents(pdf, tree.rootId, elements);
  writeNoteIds(pdf, tree.rootId, elements);
  pdf.extend(tree.rootId, { RoleMap: ROLES });
  numberCells(pdf, tree.rootId, elements);
  const pages = new Set(pdf.pages());
  const isSeen = (holder: number): boolean => pages.has(holder) || uses.get(holder) === 1;
  return { faults: [...structureFaults(elements, isSeen), ...glyphs.faults()], fonts };
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

function rolesOf(elements: readonly StructureElement[]): Map<number, ContentRole> {
  const roles = new Map<number, ContentRole>();
  for (const element of elements) {
    const says = element.type === 'Span' ? element.entries.get('ActualText') : undefined;
    const role = SHOWN[element.type];
    if (says === undefined && role === undefined) continue;
    if (element.type === 'Figure' && !element.entries.has('Alt')) continue;
    const content = structureElements(element).flatMap(({ kids }) => kids.filter(isContent));
    content.forEach(({ holder, mcid }, index) => {
      roles.set(key(holder, mcid), says === undefined ? role : { says: index === 0 && says !== '()' ? says : NOTHING });
    });
  }
  return roles;
}

/** A text of which readers see nothing. Chrome's and Edge's viewers pass over an empty one, and take what is drawn. */
const NOTHING = '( )';

/**
 * The browser counts table cells as long as it lives, and calls them `node00001234`; here they begin at nought. Names
 * keep their length and order, so the trees they are sorted in hold.
 */
function numberCells(pdf: PdfFile, root: number, elements: readonly StructureElement[]): void {
  const cells = elements.filter(({ type }) => type === 'TD' || type === 'TH').map(({ id }) => id);
  const ids = [...cells, ...nameTree(pdf, /\/IDTree (\d+) 0 R/.exec(pdf.read(root))?.[1])];
  const numbers = ids.flatMap((id) => pdf.read(id).match(CELL) ?? []);
  const ranks = new Map([...new Set(numbers)].toSorted().map((number, rank) => [number, rank]));
  const rank = (number: string): string => `(node${String(ranks.get(number)).padStart(8, '0')})`;
  for (const id of ids) {
    const source = pdf.read(id);
    if (source.includes('(node')) pdf.write(id, source.replace(CELL, rank));
  }
}

const CELL = /\(node\d{8}\)/g;

/** Object numbers of a tree of names (ISO 32000-1, 7.9.6). */
function nameTree(pdf: PdfFile, root: string | undefined): number[] {
  if (root === undefined) return [];
  const kids = /\/Kids \[([^\]]*)\]/.exec(pdf.read(Number(root)))?.[1] ?? '';
  return [Number(root), ...[...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => nameTree(pdf, kid))];
}
