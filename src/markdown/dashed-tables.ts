import type { ThematicBreak } from 'mdast';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';

/** Dashes below each column, as in `-----  ---------`. */
const COLUMNS = /^ {0,3}-{2,}(?: {1,99}-{2,})+ *$/;

/**
 * Reports a line of dashes in a table of Pandoc's, which CommonMark reads as a thematic break: the table ends up on two
 * slides.
 *
 * @returns whether it did.
 */
export function reportDashedTable(node: ThematicBreak, file: VFile): boolean {
  const { start, end } = node.position ?? {};
  const written = start ? String(file).slice(start.offset, end?.offset) : '';
  if (!COLUMNS.test(written)) return false;
  const reason = `Unexpected “${written.trim().slice(0, 40)}”, read as the end of a slide: expected a table as “| a | b |” with “| --- | --- |” below its heads`;
  warn(file, reason, { place: node, ruleId: 'foreign-syntax' });
  return true;
}
