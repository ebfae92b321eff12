import type { StyleArea } from './csl-style.ts';
import { NO_DISTINCTION, type Distinction } from './context.ts';

/** Renders how an entry is cited, as text. */
export type CiteText = (key: string, distinction: Distinction) => string;

/** Authors of a work are seldom more than these; beyond, letters tell works apart. */
const MOST_NAMES = 8;
/** Entries that are rendered to tell a group of them apart. */
const MOST_TRIES = 600;

/**
 * Finds what tells entries apart that would be cited alike: more names, given names, what the style has for such entries,
 * and letters behind the year, as far as the style wants each.
 *
 * @param keys - in the order of the list, which the letters follow.
 */
export function disambiguate(
  keys: readonly string[],
  { options }: StyleArea,
  citeText: CiteText,
): Map<string, Distinction> {
  const wants = (name: string): boolean => options.get(name) === 'true';
  const found = new Map<string, Distinction>();
  const tries = [
    ...triesFor(wants('disambiguate-add-names'), wants('disambiguate-add-givenname')),
    { condition: true },
  ];
  const byText = (group: readonly string[], distinction: Distinction): string[][] => [
    ...Map.groupBy(group, (key) => citeText(key, distinction)).values(),
  ];
  const split = (group: readonly string[], distinction: Distinction, from: number): void => {
    if (group.length < 2) {
      for (const key of group) found.set(key, distinction);
      return;
    }
    // Trying takes time for each of them: letters tell many apart.
    const last = Math.min(tries.length, from + Math.ceil(MOST_TRIES / group.length));
    for (let index = from; index < last; index += 1) {
      const tried = { ...distinction, ...tries[index] };
      const parts = byText(group, tried);
      if (parts.length < 2) continue;
      for (const part of parts) split(part, tried, index + 1);
      return;
    }
    for (const [index, key] of group.entries()) {
      const yearSuffix = wants('disambiguate-add-year-suffix') ? letters(index) : '';
      found.set(key, { ...distinction, yearSuffix });
    }
  };
  for (const group of byText(keys, NO_DISTINCTION)) split(group, NO_DISTINCTION, 0);
  return found;
}

/** Ways to distinguish citations, the smallest first. */
function triesFor(addNames: boolean, addGiven: boolean): Partial<Distinction>[] {
  const extras = Array.from({ length: addNames ? MOST_NAMES : 1 }, (_, extraNames) => extraNames);
  const places = addGiven ? Array.from({ length: MOST_NAMES }, (_, givenAt) => givenAt) : [];
  return [
    ...extras.slice(1).map((extraNames) => ({ extraNames })),
    ...extras.flatMap((extraNames) =>
      (['initials', 'full'] as const).flatMap((given) => places.map((givenAt) => ({ extraNames, given, givenAt }))),
    ),
  ];
}

/** a to z, then aa. */
function letters(index: number): string {
  const rest = index >= 26 ? letters(Math.floor(index / 26) - 1) : '';
  return rest + String.fromCodePoint(97 + (index % 26));
}
