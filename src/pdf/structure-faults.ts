import { rowLengths, rowsOf } from './structure-repairs.ts';
import { isContent, isElement, type StructureElement } from './structure-tree.ts';

/** Allowed parents and children of structure elements (ISO 14289-1, 7.2, 7.5, 7.6; ISO 32000-1, 14.8.4). */
const INSIDE: Readonly<Record<string, RegExp>> = {
  L: /^(?:LI|Caption)$/,
  LI: /^(?:Lbl|LBody)$/,
  Table: /^(?:TR|THead|TBody|TFoot|Caption)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TFoot: /^TR$/,
  TR: /^(?:TH|TD)$/,
};
const WITHIN: Readonly<Record<string, RegExp>> = {
  LI: /^L$/,
  LBody: /^LI$/,
  TR: /^(?:Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
  THead: /^Table$/,
  TBody: /^Table$/,
  TFoot: /^Table$/,
};

/**
 * Returns the problems that keep a structure from being accessible after all repairs.
 *
 * @param elements - all of them.
 * @param isSeen - whether a page, or a form, is there once and not as a mask (7.20).
 */
export function structureFaults(elements: readonly StructureElement[], isSeen: (holder: number) => boolean): string[] {
  const faults = new Set<string>();
  for (const element of elements) {
    const { type, kids, parent } = element;
    const allowed = INSIDE[type];
    const misplaced = kids.some((kid) =>
      isElement(kid) ? allowed && !allowed.test(kid.type) : allowed && isContent(kid),
    );
    if (misplaced || (WITHIN[type] && !WITHIN[type].test(parent?.type ?? ''))) {
      faults.add(
        /^[TC]/.test(type) ? 'a table has something between its cells' : 'a list has something between its items',
      );
    }
    if (type === 'Table') {
      const rows = rowsOf(element);
      if (new Set(rowLengths(rows)).size > 1) faults.add('the rows of a table are of different lengths');
      const isHeader = (kid: { type?: string }): boolean => kid.type === 'TH';
      if (!rows.some((row) => row.kids.filter(isElement).some(isHeader))) faults.add('a table has no header cells');
    }
    if (kids.some((kid) => isContent(kid) && !isSeen(kid.holder))) faults.add('text is part of a mask');
  }
  return [...faults];
}
