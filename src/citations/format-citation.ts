import type { Citation, Cite } from './citation.ts';
import { lookOf, type RenderContext } from './context.ts';
import type { StyleArea } from './csl-style.ts';
import { joinRuns, plainRuns, withLook, type Run } from './runs.ts';

/** A cite that is rendered. */
interface RenderedCite {
  cite: Cite;
  runs: Run[];
  number: number;
  /** Names it would be grouped by. */
  names: string;
  /** Letter behind its year. */
  letter: string;
}

/** Renders a cite; `firstNamesAs` says what stands for its names. */
export type RenderCite = (
  cite: Cite,
  extra: Partial<RenderContext>,
) => { runs: Run[]; names: Run[]; number: number; letter: string };

/** Formats a citation without the authors that are in the sentence. */
export function citationRuns(cites: readonly Cite[], area: StyleArea, render: RenderCite): Run[] {
  const { layout, options } = area;
  const rendered = cites.map((cite): RenderedCite => {
    const { names, ...rest } = render(cite, cite.withoutAuthor ? { firstNamesAs: '' } : {});
    return { cite, names: plainRuns(names), ...rest };
  });
  const delimiter = layout.attributes.get('delimiter') ?? '';
  const collapse = options.get('collapse');
  const runs =
    collapse === 'citation-number'
      ? withRanges(rendered, delimiter, options.get('after-collapse-delimiter') ?? delimiter)
      : collapse?.startsWith('year') || options.has('cite-group-delimiter')
        ? grouped(rendered, area, render)
        : joinRuns(rendered.map(framed), delimiter);
  if (plainRuns(runs) === '') return [];
  const prefix = [{ text: layout.attributes.get('prefix') ?? '' }];
  const suffix = [{ text: layout.attributes.get('suffix') ?? '' }];
  return withLook(joinRuns([prefix, runs, suffix], ''), lookOf(layout));
}

/** Puts the author's own words around a cite. */
function framed({ cite, runs }: RenderedCite): Run[] {
  const { prefix, suffix } = cite;
  const before = prefix === '' || /\s$/.test(prefix) ? prefix : `${prefix} `;
  const after = suffix === '' || /^[\s,;:.]/.test(suffix) ? suffix : ` ${suffix}`;
  return joinRuns([[{ text: before }], withLook(runs, { cite: cite.key }), [{ text: after }]], '');
}

/** Writes three and more numbers that follow each other as a range. */
function withRanges(rendered: readonly RenderedCite[], delimiter: string, after: string): Run[] {
  const plain = ({ cite, number }: RenderedCite): boolean =>
    number > 0 && cite.locator === '' && cite.prefix === '' && cite.suffix === '';
  const runs: Run[] = [];
  let ranged = false;
  for (let index = 0; index < rendered.length;) {
    let end = index;
    while (follows(rendered[end], rendered[end + 1], plain)) end += 1;
    const isRange = end - index >= 2;
    const group = rendered.slice(index, isRange ? end + 1 : index + 1);
    const [first, last] = [group[0], group.at(-1)];
    const part = !first || !last ? [] : isRange ? [...framed(first), { text: '–' }, ...framed(last)] : framed(first);
    runs.push(...(runs.length > 0 ? [{ text: ranged ? after : delimiter }] : []), ...part);
    ranged = isRange;
    index += group.length;
  }
  return runs;
}

function follows(
  one: RenderedCite | undefined,
  other: RenderedCite | undefined,
  plain: (cite: RenderedCite) => boolean,
): boolean {
  return one !== undefined && other !== undefined && plain(one) && plain(other) && other.number === one.number + 1;
}

/** Writes the names of works by the same authors once. */
function grouped(rendered: readonly RenderedCite[], { layout, options }: StyleArea, render: RenderCite): Run[] {
  const delimiter = layout.attributes.get('delimiter') ?? '';
  const within = options.get('cite-group-delimiter') ?? ', ';
  const collapses = options.get('collapse')?.startsWith('year') ?? false;
  // Words of the author's own keep a cite where it is.
  const groups = [
    ...Map.groupBy(rendered, (one) => (one.names === '' || one.cite.prefix ? one.cite : one.names)).values(),
  ];
  const parts = groups.map((group) => {
    if (!collapses || group.length < 2)
      return joinRuns(group.map(framed), options.get('cite-group-delimiter') ?? delimiter);
    const bare = group.map((one, index) =>
      index === 0 || one.cite.withoutAuthor ? one : { ...one, runs: render(one.cite, { firstNamesAs: '' }).runs },
    );
    const years = options.get('collapse') === 'year' ? bare.map((one) => [one]) : byYear(bare);
    const letters = {
      delimiter: options.get('year-suffix-delimiter') ?? delimiter,
      ranges: options.get('collapse') === 'year-suffix-ranged',
    };
    return joinRuns(
      years.map((year) => yearRuns(year, letters)),
      within,
    );
  });
  return joinRuns(parts, options.get('after-collapse-delimiter') ?? delimiter);
}

/** Groups of works that differ in the letter behind their year alone. */
function byYear(cites: readonly RenderedCite[]): RenderedCite[][] {
  const groups: RenderedCite[][] = [];
  let last: string | undefined;
  for (const one of cites) {
    const plain = one.letter !== '' && one.cite.locator === '' && one.cite.suffix === '' && one.cite.prefix === '';
    const text = plainRuns(one.runs);
    const year = plain && text.endsWith(one.letter) ? text.slice(0, -one.letter.length).split(/\s/).at(-1) : undefined;
    if (year === undefined || year !== last) groups.push([]);
    groups.at(-1)?.push(one);
    last = year;
  }
  return groups;
}

/** Writes a year once, with all of its letters. */
function yearRuns(year: readonly RenderedCite[], { delimiter, ranges }: { delimiter: string; ranges: boolean }): Run[] {
  const [first] = year;
  if (!first) return [];
  const rest = year.slice(1);
  const last = rest.at(-1);
  const isRow = year.every(({ letter }, index) => letter.charCodeAt(0) === first.letter.charCodeAt(0) + index);
  const letterOf = ({ letter, cite }: RenderedCite): Run => ({ text: letter, cite: cite.key });
  if (ranges && isRow && last && year.length > 2) return [...framed(first), { text: '–' }, letterOf(last)];
  return [...framed(first), ...rest.flatMap((one) => [{ text: delimiter }, letterOf(one)])];
}

/** Formats the authors of a citation that is part of a sentence, and the citation itself. */
export function narrativeRuns(
  { cites }: Citation,
  area: StyleArea,
  { render, authors }: { render: RenderCite; authors: Run[] },
): { authors: Run[]; citation: Run[] } {
  const [first, ...others] = cites;
  if (!first) return { authors: [], citation: [] };
  const bare: Cite = { ...first, withoutAuthor: true, prefix: '' };
  const citation = citationRuns([bare, ...others], area, (cite, extra) =>
    render(cite === bare ? first : cite, cite === bare ? { ...extra, firstNamesAs: '' } : extra),
  );
  const linked = withLook(authors, { cite: first.key });
  return { authors: [...(first.prefix ? [{ text: `${first.prefix} ` }] : []), ...linked], citation };
}
