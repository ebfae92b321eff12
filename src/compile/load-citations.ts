import type { VFile } from 'vfile';
import { readBibliography } from '../citations/bibliography.ts';
import { builtinStyle, BUILTIN_STYLES, DEFAULT_STYLE } from '../citations/builtin-styles.ts';
import type { CitationFault } from '../citations/citation.ts';
import { readStyle, type CslStyle } from '../citations/csl-style.ts';
import type { CslItem } from '../citations/item.ts';
import { filesOf } from '../model/deck-files.ts';
import { nearestName } from '../model/did-you-mean.ts';
import { fail, warn } from '../model/messages.ts';
import type { RuleId } from '../model/rule-ids.ts';
import type { DeckFront } from './read-front.ts';

/** Reads the bibliography files of a deck; what is wrong in them is a message at its place there. */
export async function loadBibliography({ file, meta }: DeckFront, read: VFile[]): Promise<Map<string, CslItem>> {
  const items = new Map<string, CslItem>();
  for (const name of meta.bibliography ?? []) {
    const found = await openFile(name, 'bibliography', file, meta.positions);
    if (!found) continue;
    read.push(found);
    const { items: own, faults } = await readBibliography(name, String(found.value), items);
    for (const [key, item] of own) items.set(key, item);
    report(faults, found, 'bibliography-entry');
  }
  return items;
}

async function openFile(
  name: string,
  key: 'bibliography' | 'csl',
  file: VFile,
  positions: DeckFront['meta']['positions'],
): Promise<VFile | undefined> {
  const found = await filesOf(file).text(name);
  if (!('problem' in found)) return found;
  const reason = `Cannot use the ${key} “${name}”: ${found.problem}`;
  fail(file, reason, { place: positions.get(key), ruleId: found.ruleId });
  return undefined;
}

function report(faults: readonly CitationFault[], file: VFile, ruleId: RuleId): void {
  for (const { problem, place } of faults) {
    const reason = problem.charAt(0).toUpperCase() + problem.slice(1);
    warn(file, reason, { place: place && { ...place }, ruleId });
  }
}

/** Reads the style of a deck: a built-in one by its name, or a CSL file. Where it cannot be read, the default one is in. */
export async function loadStyle(front: DeckFront, read: VFile[]): Promise<CslStyle> {
  const { file, meta } = front;
  const { csl = DEFAULT_STYLE, positions } = meta;
  const builtin = builtinStyle(csl);
  if (builtin !== undefined) return usable(builtin);
  const place = positions.get('csl');
  if (!/\.csl$/i.test(csl)) {
    const near = nearestName(csl, BUILTIN_STYLES);
    const advice = near
      ? `did you mean “${near}”?`
      : `expected the path of a .csl file, or ${BUILTIN_STYLES.join(', ')}`;
    fail(file, `Unknown citation style “${csl}”; ${advice}`, { place, ruleId: 'citation-style' });
    return defaultStyle();
  }
  const found = await openFile(csl, 'csl', file, positions);
  if (!found) return defaultStyle();
  read.push(found);
  const style = readStyle(String(found.value));
  if (!('problem' in style)) return style;
  fail(found, `The citation style cannot be used: ${style.problem}`, { place: style.place, ruleId: 'citation-style' });
  return defaultStyle();
}

/** Returns the style of decks that name none. */
export function defaultStyle(): CslStyle {
  return usable(builtinStyle(DEFAULT_STYLE) ?? '');
}

function usable(source: string): CslStyle {
  const style = readStyle(source);
  if ('problem' in style) throw new Error(`a built-in citation style: ${style.problem}`);
  return style;
}
