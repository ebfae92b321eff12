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
}

/** Renders a cite; `firstNamesAs` says what stands for its names. */
export type RenderCite = (cite: Cite, extra: Partial<RenderContext>) => { runs: Run[]; names: Run[]; number: number };

/** Formats a citation without the authors that stand in the sentence. */
export function citationRuns(cites: readonly Cite[], area: StyleArea, render: RenderCite): Run[] {
  const { layout, options } = area;
  const rendered = cites.map((cite): RenderedCite => {
    const { runs, names, number } = render(cite, cite.withoutAuthor ? { firstNamesAs: '' } : {});
    return { cite, runs, number, names: plainRuns(names) };
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
    const written = group.map((one, index) => {
      if (index === 0 || !collapses || one.cite.withoutAuthor) return framed(one);
      const { runs } = render(one.cite, { firstNamesAs: '' });
      return framed({ ...one, runs });
    });
    return joinRuns(written, group.length > 1 && collapses ? within : delimiter);
  });
  return joinRuns(parts, options.get('after-collapse-delimiter') ?? delimiter);
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
