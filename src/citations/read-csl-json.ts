import { isRecord } from './item.ts';
import type { BibliographyEntry, ReadBibliography } from './read-bibtex.ts';

/** Reads CSL-JSON: a list of entries, as reference managers export it, or an object that holds one as `items`. */
export async function readCslJson(source: string): Promise<ReadBibliography> {
  const { parseTree, printParseErrorCode, getNodeValue } = await import('jsonc-parser');
  const errors: { error: number; offset: number; length: number }[] = [];
  const tree = parseTree(source, errors, { disallowComments: true });
  const pointAt = (offset: number): { line: number; column: number } => {
    const before = source.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  };
  const [broken] = errors;
  if (broken) {
    const problem = `the file is not valid JSON (${printParseErrorCode(broken.error)})`;
    return { entries: [], faults: [{ problem, place: pointAt(broken.offset) }] };
  }
  const items =
    tree?.type === 'object' ? tree.children?.find(({ children }) => children?.[0]?.value === 'items') : undefined;
  const list = tree?.type === 'array' ? tree : items?.children?.[1];
  if (list?.type !== 'array') {
    return { entries: [], faults: [{ problem: 'expected a list of entries as in CSL-JSON', place: undefined }] };
  }
  const read: ReadBibliography = { entries: [], faults: [] };
  let [line, last] = [1, 0];
  for (const node of list.children ?? []) {
    line += source.slice(last, node.offset).split('\n').length - 1;
    last = node.offset;
    const place = { line, column: node.offset - source.lastIndexOf('\n', node.offset - 1) };
    const value: unknown = getNodeValue(node);
    const key = isRecord(value) ? keyOf(value) : undefined;
    if (key === undefined) read.faults.push({ problem: 'an entry has no “id”', place });
    else if (isRecord(value)) read.entries.push({ key, value, place } satisfies BibliographyEntry);
  }
  return read;
}

function keyOf({ 'citation-key': chosen, id }: Readonly<Record<string, unknown>>): string | undefined {
  const key = [chosen, id].find((one) => (typeof one === 'string' && one.trim() !== '') || typeof one === 'number');
  return key === undefined ? undefined : String(key).trim();
}
