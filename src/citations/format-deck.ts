import type { Citation, Cite } from './citation.ts';
import { lookOf, MOST_STEPS, newState, NO_DISTINCTION, type Distinction, type RenderContext } from './context.ts';
import type { CslStyle } from './csl-style.ts';
import { disambiguate } from './disambiguate.ts';
import { citationRuns, narrativeRuns, type RenderCite } from './format-citation.ts';
import type { CslItem } from './item.ts';
import { localeOf } from './locale.ts';
import { citePlaces } from './positions.ts';
import { renderElement } from './render-element.ts';
import { joinRuns, plainRuns, tidyRuns, withLook, type Run } from './runs.ts';
import { sortEntries } from './sort-entries.ts';
import { parseXml, type XmlElement } from './xml-tree.ts';

/** A citation as it is shown. */
export interface FormattedCitation {
  /** Names that are part of the sentence; none elsewhere. */
  authors: Run[];
  /** The rest, which may be in a note. */
  runs: Run[];
}

/** An entry of the list of references. */
export interface FormattedEntry {
  key: string;
  /** The number before it, where the style sets it off. */
  margin: Run[];
  runs: Run[];
}

export interface FormattedDeck {
  /** In the order of the citations. */
  citations: FormattedCitation[];
  entries: FormattedEntry[];
}

export interface FormatOptions {
  style: CslStyle;
  /** BCP 47 tag of the words and dates. */
  lang: string;
  /** Entries by key; those that are cited are among them. */
  items: ReadonlyMap<string, CslItem>;
  /** All citations of a deck, in its order. */
  citations: readonly Citation[];
  /** Entries that are listed without being cited. */
  uncited: readonly string[];
}

/**
 * Formats the citations of a deck and its list of references.
 *
 * @throws StyleLimitError where the style never ends.
 */
export function formatDeck(options: FormatOptions): FormattedDeck {
  const { style, lang, items, citations, uncited } = options;
  const locale = localeOf(lang, style.locales);
  const budget = { left: MOST_STEPS * (10 + citations.length + items.size) };
  const cited = citations.flatMap(({ cites }) => cites.map(({ key }) => key));
  const order = [...new Set([...cited, ...uncited])].filter((key) => items.has(key));
  const numbers = new Map(order.map((key, index) => [key, index + 1]));
  const distinctions = new Map<string, Distinction>();
  const listArea = style.bibliography ?? style.citation;
  const contextOf = (key: string, extra: Partial<RenderContext>): RenderContext => ({
    style,
    locale,
    area: style.citation,
    mode: 'citation',
    item: items.get(key) ?? { key, type: '', texts: new Map(), names: new Map(), dates: new Map() },
    number: numbers.get(key) ?? 0,
    locator: '',
    label: 'page',
    position: 'first',
    nearNote: false,
    distinction: distinctions.get(key) ?? NO_DISTINCTION,
    firstNamesAs: undefined,
    inSentence: false,
    sortNames: new Map(),
    render: renderElement,
    state: newState(budget),
    ...extra,
  });
  const listed = sortEntries(order, style.bibliography?.sort ?? [], (key, extra) =>
    contextOf(key, { ...extra, area: listArea }),
  );
  for (const [index, key] of listed.entries()) numbers.set(key, index + 1);
  const citeText = (key: string, distinction: Distinction): string =>
    plainRuns(renderElement(style.citation.layout, contextOf(key, { distinction })).runs);
  const writtenByNumber = usesNumbers(style.citation.layout, style);
  if (!writtenByNumber) {
    for (const [key, found] of disambiguate(listed, style.citation, citeText)) distinctions.set(key, found);
  }
  return {
    citations: formatCitations(citations, style, contextOf),
    entries: formatEntries(listed, style, (key, extra) =>
      contextOf(key, { ...extra, mode: 'bibliography', area: listArea }),
    ).map((entry) => tidyEntry(entry, locale.punctuationInQuote)),
  };
}

type ContextOf = (key: string, extra: Partial<RenderContext>) => RenderContext;

/** Tells whether a style cites by numbers. */
export function usesNumbers(element: XmlElement, style: CslStyle, seen: Set<XmlElement> = new Set()): boolean {
  if (element.attributes.get('variable') === 'citation-number') return true;
  if (seen.has(element)) return false;
  seen.add(element);
  const macro = style.macros.get(element.attributes.get('macro') ?? '');
  const inner = [...element.children, ...(macro ? [macro] : [])];
  return inner.some((child) => usesNumbers(child, style, seen));
}

/** How a sentence names the authors where a style has only numbers or notes. */
const SENTENCE_NAMES = parseXml(
  '<names variable="author"><name form="short" and="text" et-al-min="3" et-al-use-first="1" delimiter-precedes-last="contextual" delimiter-precedes-et-al="contextual"/><substitute><names variable="editor"/><text variable="title"/></substitute></names>',
);

function formatCitations(citations: readonly Citation[], style: CslStyle, contextOf: ContextOf): FormattedCitation[] {
  const { citation: area } = style;
  const distance = Number(area.options.get('near-note-distance'));
  const places = citePlaces(citations, distance > 0 ? distance : undefined);
  const render: RenderCite = (cite, extra) => {
    const { key, locator, label } = cite;
    const context = contextOf(key, { locator, label, ...places.get(cite), ...extra });
    const { runs } = renderElement(area.layout, context);
    const { number, state, distinction } = context;
    return { runs, names: state.firstNames ?? [], number, letter: distinction.yearSuffix };
  };
  const tidy = (runs: Run[], key: string): Run[] => tidyRuns(runs, contextOf(key, {}).locale);
  return citations.map((citation) => {
    const cites = sorted(citation, style, contextOf);
    const key = cites[0]?.key ?? '';
    if (!citation.narrative) {
      const runs = citationRuns(cites, area, render);
      // Some styles cite by nothing but names.
      const whole = plainRuns(runs) === '' ? cites.map((cite) => ({ ...cite, withoutAuthor: false })) : undefined;
      return { authors: [], runs: tidy(whole ? citationRuns(whole, area, render) : runs, key) };
    }
    const context = contextOf(key, { inSentence: true });
    renderElement(area.layout, context);
    const own = style.inNotes ? undefined : context.state.firstNames;
    const names = 'problem' in SENTENCE_NAMES ? [] : renderElement(SENTENCE_NAMES, contextOf(key, {})).runs;
    const { authors, citation: rest } = narrativeRuns({ ...citation, cites }, area, { render, authors: own ?? names });
    return { authors: tidy(authors, key), runs: tidy(rest, key) };
  });
}

/** Sorts the cites of a citation as the style says, unless words of the author's own are between. */
function sorted({ cites, narrative }: Citation, { citation: area }: CslStyle, contextOf: ContextOf): readonly Cite[] {
  if (narrative || area.sort.length === 0 || cites.slice(1).some(({ prefix }) => prefix !== '')) return cites;
  const order = sortEntries(
    cites.map(({ key }) => key),
    area.sort,
    (key, extra) => contextOf(key, extra),
  );
  return cites.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key));
}

function formatEntries(
  listed: readonly string[],
  { bibliography: area }: CslStyle,
  contextOf: ContextOf,
): FormattedEntry[] {
  if (!area) return [];
  const { layout, options } = area;
  const [head, ...rest] = layout.children;
  const setOff = options.has('second-field-align') || head?.attributes.get('display') === 'left-margin';
  const instead = options.get('subsequent-author-substitute');
  const suffix = [{ text: layout.attributes.get('suffix') ?? '' }];
  const prefix = [{ text: layout.attributes.get('prefix') ?? '' }];
  let before: string | undefined;
  return listed.map((key) => {
    const render = (extra: Partial<RenderContext>): { names: string; entry: FormattedEntry } => {
      const context = contextOf(key, extra);
      const margin = setOff && head ? renderElement(head, context).runs : [];
      const main = renderElement(setOff && head ? { ...layout, children: rest } : layout, context);
      const runs = withLook(joinRuns([prefix, main.runs, suffix], ''), lookOf(layout));
      return { names: plainRuns(context.state.firstNames ?? []), entry: { key, margin, runs } };
    };
    const { names, entry } = render({});
    const same = instead !== undefined && names !== '' && names === before;
    before = names;
    return same ? render({ firstNamesAs: instead }).entry : entry;
  });
}

function tidyEntry({ key, margin, runs }: FormattedEntry, punctuationInQuote: boolean): FormattedEntry {
  const options = { punctuationInQuote };
  return { key, margin: trimmed(tidyRuns(margin, options)), runs: trimmed(tidyRuns(runs, options)) };
}

function trimmed(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs;
}
