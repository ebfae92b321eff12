import { builtinStyle } from '../../src/citations/builtin-styles.ts';
import type { Citation, Cite } from '../../src/citations/citation.ts';
import { readStyle, type CslStyle } from '../../src/citations/csl-style.ts';
import { formatDeck } from '../../src/citations/format-deck.ts';
import { readItem, type CslItem } from '../../src/citations/item.ts';
import type { Run } from '../../src/citations/runs.ts';

/** Formatted text with its looks as Markdown has them. */
function marked(runs: readonly Run[]): string {
  return runs
    .map(({ text, italic, bold, raised, smallCaps }) => {
      if (raised === 'sup') return `^${text}^`;
      if (smallCaps) return `{${text}}`;
      if (bold) return `**${text}**`;
      return italic ? `*${text}*` : text;
    })
    .join('');
}

/** Entries of CSL-JSON by their ids. */
function itemsOf(entries: readonly Record<string, unknown>[]): Map<string, CslItem> {
  return new Map(entries.map((entry) => [String(entry['id']), readItem(String(entry['id']), entry)]));
}

export function cite(key: string, given: Partial<Cite> = {}): Cite {
  return { key, prefix: '', suffix: '', locator: '', label: 'page', withoutAuthor: false, ...given };
}

/** A style by its name, or by what it holds. */
function styleOf(source: string): CslStyle {
  const style = readStyle(builtinStyle(source) ?? source);
  if ('problem' in style) throw new Error(style.problem);
  return style;
}

/** A style that is nothing but what is tested. */
export function smallStyle(citation: string, rest = '', attributes = ''): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" ${attributes}>${rest}${citation}</style>`;
}

interface Shown {
  citations: string[];
  entries: string[];
}

/** What citations and the list of references say. */
export function shown(
  style: string,
  entries: readonly Record<string, unknown>[],
  citations: readonly (readonly Cite[] | Citation)[],
  lang = 'en',
): Shown {
  const formatted = formatDeck({
    style: styleOf(style),
    lang,
    items: itemsOf(entries),
    citations: citations.map((one) => ('cites' in one ? one : { cites: one, narrative: false })),
    uncited: [],
  });
  return {
    citations: formatted.citations.map(({ authors, runs }) =>
      [marked(authors), marked(runs)].filter(Boolean).join(' '),
    ),
    entries: formatted.entries.map(({ margin, runs }) => [marked(margin), marked(runs)].filter(Boolean).join(' ')),
  };
}

const person = (family: string, given: string): Record<string, string> => ({ family, given });
const year = (...parts: number[]): unknown => ({ 'date-parts': [parts] });

/** An article, a book, a paper, a chapter, a page of the web and a thesis. */
export const ENTRIES: readonly Record<string, unknown>[] = [
  {
    id: 'article',
    type: 'article-journal',
    title: 'On moving bodies',
    author: [person('Einstein', 'Albert')],
    issued: year(1905, 6, 30),
    'container-title': 'Annalen der Physik',
    volume: '17',
    issue: '10',
    page: '891-921',
    DOI: '10.1002/andp.1',
  },
  {
    id: 'book',
    type: 'book',
    title: 'The TeXbook',
    author: [person('Knuth', 'Donald E.')],
    issued: year(1984),
    publisher: 'Addison-Wesley',
    'publisher-place': 'Reading, MA',
    edition: '2',
  },
  {
    id: 'second',
    type: 'book',
    title: 'Literate Programming',
    author: [person('Knuth', 'Donald E.')],
    issued: year(1984),
    publisher: 'CSLI',
  },
  {
    id: 'paper',
    type: 'paper-conference',
    title: 'Attention is all you need',
    author: ['Vaswani', 'Shazeer', 'Parmar', 'Uszkoreit'].map((family) => person(family, 'Ann B.')),
    issued: year(2017),
    'container-title': 'Advances in NeurIPS',
    page: '5998–6008',
  },
  {
    id: 'chapter',
    type: 'chapter',
    title: 'A chapter in "a book"',
    author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, person('Smith', 'Jean-Luc')],
    editor: [person('Editor', 'Ann')],
    issued: year(2001),
    'container-title': 'The book of things',
    publisher: 'ACM',
    page: '12-18',
  },
  { id: 'page', type: 'webpage', title: 'Reveal', URL: 'https://revealjs.com', accessed: year(2026, 2, 3) },
];
