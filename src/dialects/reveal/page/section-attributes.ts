import { readSeparator, type Separator } from '../separators.ts';

/** Returns the separators in the attributes of a section, as reveal.js has them; none make it one slide. */
export function sectionSeparators(attributes: ReadonlyMap<string, string>): Separator[] {
  const horizontal = attributes.get('data-separator');
  const vertical = attributes.get('data-separator-vertical') ?? attributes.get('data-vertical');
  const own = [horizontal ?? '\\r?\\n---\\r?\\n', ...(vertical === undefined ? [] : [vertical])];
  return own.flatMap((written) => readSeparator(written) ?? []);
}

/** Returns the mark of notes in the attributes of a section. */
export function sectionNotes(attributes: ReadonlyMap<string, string>): string | undefined {
  return attributes.get('data-separator-notes') ?? attributes.get('data-notes');
}
