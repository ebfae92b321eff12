import type { FootnoteDefinition, Nodes, PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Citation, Cite } from '../citations/citation.ts';
import { StyleLimitError } from '../citations/context.ts';
import type { CslStyle } from '../citations/csl-style.ts';
import {
  formatDeck,
  usesNumbers,
  type FormatOptions,
  type FormattedCitation,
  type FormattedDeck,
} from '../citations/format-deck.ts';
import type { CslItem } from '../citations/item.ts';
import { readLocator } from '../citations/read-locator.ts';
import { referenceNodes } from '../citations/reference-list.ts';
import { plainRuns, type Run } from '../citations/runs.ts';
import { withCase } from '../citations/text-case.ts';
import { runsToMdast } from '../citations/to-mdast.ts';
import type { WrittenCite } from '../model/citation.ts';
import { nearestName } from '../model/did-you-mean.ts';
import { fail, warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { collectCitations, collectLists, type PlacedCitation, type PlacedList } from './collect-citations.ts';
import type { SourceSlide } from './deck-source.ts';
import { listReferences } from './list-references.ts';
import { defaultStyle, loadBibliography, loadStyle } from './load-citations.ts';
import type { DeckFront } from './read-front.ts';

/** Slides whose citations have their text, and the files that were read for them. */
export interface CitedSlides {
  slides: SourceSlide[];
  read: VFile[];
}

/** Gives the citations of a deck their text, and its slides the list of references: their order is that of the whole deck. */
export async function citeDeck(slides: SourceSlide[], front: DeckFront): Promise<CitedSlides> {
  const read: VFile[] = [];
  const lists = collectLists(slides);
  if (!front.meta.bibliography) {
    for (const { node, slide } of lists) {
      const reason = '“::references” has no bibliography to list; add “bibliography: refs.bib” to the front matter';
      warn(slide.origin.file, reason, { place: node, ruleId: 'citation-bibliography' });
    }
    return { slides, read };
  }
  const items = await loadBibliography(front, read);
  const style = await loadStyle(front, read);
  const placed = collectCitations(slides);
  for (const citation of placed) reportUnknown(citation, items);
  const { lang } = front.meta;
  const ownLang = front.meta.positions.has('lang') ? lang : (style.defaultLang ?? lang);
  const all = lists.some(({ node }) => node.data?.hProperties?.['dataReferences'] === 'all');
  const citations = placed.map(({ node }): Citation => ({
    narrative: node.narrative,
    cites: node.cites.filter(({ key }) => items.has(key)).map((cite) => citeOf(cite, lang)),
  }));
  const formatted = format(
    { style, lang: ownLang, items, citations, uncited: all ? [...items.keys()] : [] },
    front,
    read,
  );
  reportUnlisted(style, placed, lists);
  const listed = new Set(lists.length > 0 ? formatted.entries.map(({ key }) => key) : []);
  for (const [index, citation] of placed.entries()) {
    fill(citation, { style, items, listed, index, formatted: formatted.citations[index] });
  }
  for (const { node } of slides) for (const child of [...node.children, ...node.data.notes]) closeUp(child);
  const references = referenceNodes(formatted.entries, citedAt(citations));
  return { slides: listReferences(slides, lists, { references, size: front.meta.size }), read };
}

function reportUnknown({ node, origin }: PlacedCitation, items: ReadonlyMap<string, CslItem>): void {
  for (const { key, position } of node.cites) {
    if (items.has(key)) continue;
    const near = nearestName(key, items.keys());
    const advice = near ? `did you mean “${near}”?` : `add it to the bibliography, or write “\\@${key}” for text`;
    // Keys differ by a digit: no guess is certain enough to be written into the deck.
    fail(origin.file, `Unknown citation key “${key}”; ${advice}`, { place: position, ruleId: 'citation-key' });
  }
}

function citeOf({ key, prefix, rest, withoutAuthor }: WrittenCite, lang: string): Cite {
  return { key, prefix, withoutAuthor, ...readLocator(rest, lang) };
}

/** Formats with the style of the deck, or with the default one where that never ends. */
function format(options: FormatOptions, { file, meta }: DeckFront, read: readonly VFile[]): FormattedDeck {
  try {
    return formatDeck(options);
  } catch (error) {
    if (!(error instanceof StyleLimitError)) throw error;
    const written = read.find(({ path }) => /\.csl$/i.test(path ?? ''));
    const reason = `The citation style cannot be used: ${error.message}`;
    fail(written ?? file, reason, { place: written ? undefined : meta.positions.get('csl'), ruleId: 'citation-style' });
    return formatDeck({ ...options, style: defaultStyle() });
  }
}

/** Numbers say nothing without the list that they count. */
function reportUnlisted(style: CslStyle, [first]: readonly PlacedCitation[], lists: readonly PlacedList[]): void {
  if (!first || lists.length > 0 || !usesNumbers(style.citation.layout, style)) return;
  const reason = 'Citations are numbers, but no slide lists what they stand for; add a slide with “::references”';
  warn(first.origin.file, reason, { place: first.node, ruleId: 'citation-list' });
}

function citationId(index: number): string {
  return `cite:${index + 1}`;
}

function citedAt(citations: readonly Citation[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [index, { cites }] of citations.entries()) {
    for (const key of new Set(cites.map((cite) => cite.key))) {
      const known = places.get(key);
      if (known) known.push(citationId(index));
      else places.set(key, [citationId(index)]);
    }
  }
  return places;
}

interface Filling {
  style: CslStyle;
  items: ReadonlyMap<string, CslItem>;
  /** Keys of entries that a slide lists. */
  listed: ReadonlySet<string>;
  index: number;
  formatted: FormattedCitation | undefined;
}

/** Puts the text of a citation into its node, or into a footnote where the style requires one. */
function fill({ node, origin, inFootnote }: PlacedCitation, { style, items, listed, index, formatted }: Filling): void {
  const id = citationId(index);
  const unknown = node.cites.filter(({ key }) => !items.has(key));
  const { authors = [], runs = [] } = formatted ?? {};
  const asNote = style.inNotes && !inFootnote && runs.length > 0;
  // A note is a sentence.
  const content = runsToMdast(asNote ? withCase(runs, 'capitalize-first', false) : runs, listed);
  if (asNote) origin.definitions.footnotes.set(id, footnote(id, content));
  const cited: PhrasingContent[] = asNote
    ? [{ type: 'footnoteReference', identifier: id, label: id }]
    : style.inNotes && runs.length > 0
      ? content.map(withoutStop)
      : content;
  const broken = unknown.length > 0 ? [brokenCite(unknown, cited.length > 0)] : [];
  const gap = authors.length > 0 && cited.length > 0 && !asNote && !isRaised(runs);
  node.children = [
    ...runsToMdast(authors, listed),
    ...(gap ? [{ type: 'text' as const, value: ' ' }] : []),
    ...cited,
    ...broken,
  ];
  node.data = { hName: 'span', hProperties: { id, className: ['citation'] } };
  node.raised = authors.length === 0 && (asNote || (isRaised(runs) && /^\d/.test(plainRuns(runs))));
}

/** Takes away blanks before raised numbers. */
function closeUp(root: Nodes): void {
  walk<Nodes>(root, (parent) => {
    if (!('children' in parent)) return;
    for (const [index, child] of parent.children.entries()) {
      const before = parent.children[index - 1];
      if (child.type === 'citation' && child.raised && before?.type === 'text') before.value = before.value.trimEnd();
    }
  });
}

function footnote(id: string, content: PhrasingContent[]): FootnoteDefinition {
  return {
    type: 'footnoteDefinition',
    identifier: id,
    label: id,
    children: [{ type: 'paragraph', children: content }],
  };
}

/** A sentence in a note of its own is part of another sentence here. */
function withoutStop(node: PhrasingContent, index: number, all: readonly PhrasingContent[]): PhrasingContent {
  return node.type === 'text' && index === all.length - 1 ? { ...node, value: node.value.replace(/\.$/, '') } : node;
}

function isRaised(runs: readonly Run[]): boolean {
  return plainRuns(runs) !== '' && runs.every(({ raised }) => raised === 'sup');
}

/** Shows unknown keys on the slide, so that the author notices them. */
function brokenCite(unknown: readonly WrittenCite[], behind: boolean): PhrasingContent {
  const value = `${behind ? ' ' : ''}[?${unknown.map(({ key }) => key).join('; ?')}]`;
  const data = { hName: 'span', hProperties: { className: ['citation-unknown'] } };
  return { type: 'strong', children: [{ type: 'text', value }], data };
}
