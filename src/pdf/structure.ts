import { markArtifacts } from './artifacts.ts';
import type { ContentRole } from './marked-content.ts';
import { glyphCheck } from './glyph-check.ts';
import type { PdfFile } from './pdf-file.ts';
import { numberCells } from './number-cells.ts';
import { structureFaults } from './structure-faults.ts';
import { writeNoteIds, writeParents } from './structure-index.ts';
import { applyMarks } from './structure-marks.ts';
import { repairStructure } from './structure-repairs.ts';
import { isContent, readStructure, structureElements } from './structure-tree.ts';
import type { StructureElement, StructureKid } from './structure-tree.ts';

/** Kinds of structure elements that PDF 1.7 lacks, and their names there (ISO 32000-1, 14.8.4). */
const ROLES = '<</Em /Span\n/Strong /Span\n/Title /H1\n/Aside /Div\n/Sub /Span\n/FENote /Note>>';

export interface CompletedStructure {
  /** Reasons why the file is still not accessible. */
  faults: string[];
  /** Object numbers of the fonts of all that is drawn. */
  fonts: Iterable<number>;
}

/**
 * Adds what Chromium omits of a document's structure, as an accessible PDF needs it (ISO 14289-1): the roles of marked
 * elements, the text of list items, missing cells; and marks everything but content as an artifact.
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
