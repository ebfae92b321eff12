import type { CitationFault } from './citation.ts';
import { readItem, type CslItem } from './item.ts';
import { readBibtex, type ReadBibliography } from './read-bibtex.ts';

/** A bibliography file that is read. */
export interface Bibliography {
  items: Map<string, CslItem>;
  faults: CitationFault[];
}

/** Reads a bibliography: CSL-JSON where the name ends in `.json`, else BibTeX. @param known - keys of other files */
export async function readBibliography(
  name: string,
  source: string,
  known: ReadonlyMap<string, unknown>,
): Promise<Bibliography> {
  const { entries, faults } = await readEntries(name, source);
  const items = new Map<string, CslItem>();
  for (const { key, value, place } of entries) {
    if (items.has(key) || known.has(key)) {
      faults.push({ problem: `duplicate entry “${key}”: the first one is used; remove or rename this one`, place });
    } else items.set(key, readItem(key, value));
  }
  return { items, faults };
}

async function readEntries(name: string, source: string): Promise<ReadBibliography> {
  if (!/\.json$/i.test(name)) return readBibtex(source);
  const { readCslJson } = await import('./read-csl-json.ts');
  return readCslJson(source);
}
