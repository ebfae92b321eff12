import type { RenderContext } from './context.ts';
import { isDateVariable, isNameVariable } from './item.ts';
import { plainRuns } from './runs.ts';
import type { XmlElement } from './xml-tree.ts';

/** Creates what an entry is sorted with. */
type ContextOf = (key: string, extra: Pick<RenderContext, 'mode' | 'sortNames'>) => RenderContext;

/** Sorts entries by the keys of a style; equal ones stay in their order, and what has no value comes last. */
export function sortEntries(
  entries: readonly string[],
  sort: readonly XmlElement[],
  contextOf: ContextOf,
): readonly string[] {
  if (sort.length === 0) return entries;
  const sortNames = sort.map(
    ({ attributes }) => new Map([...attributes].filter(([name]) => name.startsWith('names-'))),
  );
  const rows = entries.map((entry) => {
    const values = sort.map((key, index) => {
      const context = contextOf(entry, { mode: 'sort', sortNames: sortNames[index] ?? new Map() });
      return { text: keyText(key, context), compare: context.locale.compare };
    });
    return { entry, values };
  });
  const down = sort.map(({ attributes }) => attributes.get('sort') === 'descending');
  const sorted = rows.toSorted((one, other) => {
    for (const [index, { text, compare }] of one.values.entries()) {
      const against = other.values[index]?.text ?? '';
      if (text === against) continue;
      if (text === '' || against === '') return text === '' ? 1 : -1;
      const order = compare(text, against);
      if (order !== 0) return down[index] ? -order : order;
    }
    return 0;
  });
  return sorted.map(({ entry }) => entry);
}

function keyText({ attributes, place }: XmlElement, context: RenderContext): string {
  const macro = context.style.macros.get(attributes.get('macro') ?? '');
  const variable = attributes.get('variable') ?? '';
  const element = (name: string): XmlElement => ({
    name,
    attributes: new Map([['variable', variable]]),
    children: [],
    text: '',
    place,
  });
  const kind = isNameVariable(variable) ? 'names' : isDateVariable(variable) ? 'date' : 'text';
  const { runs } = context.render(macro ?? element(kind), context);
  // Marks and articles in quotation marks count for nothing.
  return plainRuns(runs)
    .replace(/^[\s"'“”‘’«»„([]+/, '')
    .trim();
}
