import { lookOf, type RenderContext } from './context.ts';
import type { Look } from './runs.ts';
import { childOf, type XmlElement } from './xml-tree.ts';

/** How the names of a list are written. */
export interface NameOptions {
  form: 'long' | 'short' | 'count';
  and: 'text' | 'symbol' | undefined;
  delimiter: string;
  etAlMin: number;
  etAlFirst: number;
  /** The last name is shown behind an ellipsis. */
  etAlLast: boolean;
  /** Tells whether the delimiter is before the last of so many names. */
  precedesLast: (count: number) => boolean;
  precedesEtAl: (shown: number) => boolean;
  /** Behind each initial; given names are whole where there is none. */
  initializeWith: string | undefined;
  /** Given names become initials; else only those that are initials already take `initializeWith`. */
  initialize: boolean;
  hyphen: boolean;
  sortOrder: 'first' | 'all' | undefined;
  sortSeparator: string;
  /** Particles as in “van” are behind the given name where the family name comes first. */
  demote: boolean;
  family: NamePart;
  given: NamePart;
}

interface NamePart {
  look: Look;
  textCase: string | undefined;
  prefix: string;
  suffix: string;
}

/** Attributes that have another name where `<style>`, `<citation>` and `<bibliography>` have them. */
const OUTER: ReadonlyMap<string, string> = new Map([
  ['form', 'name-form'],
  ['delimiter', 'name-delimiter'],
]);

/** Reads the options of `<name>`, which come from all that is around it. */
export function nameOptions(names: XmlElement, context: RenderContext): NameOptions {
  const { area, style, sortNames, distinction, position } = context;
  const name = childOf(names, 'name');
  const option = (key: string): string | undefined => {
    const outer = OUTER.get(key) ?? key;
    return name?.attributes.get(key) ?? area.options.get(outer) ?? style.options.get(outer);
  };
  const later = position !== 'first' && context.mode === 'citation';
  const count = (key: string, sortKey: string, missing: number): number => {
    const subsequent = later ? option(`et-al-subsequent-${key.replace('et-al-', '')}`) : undefined;
    const written = Number(sortNames.get(sortKey) ?? subsequent ?? option(key));
    return Number.isFinite(written) && written > 0 ? written : missing;
  };
  const given = distinction.given;
  const form = option('form');
  const delimiter = option('delimiter') ?? ', ';
  const last = option('delimiter-precedes-last') ?? 'contextual';
  const etAl = option('delimiter-precedes-et-al') ?? 'contextual';
  const sortOrder = option('name-as-sort-order');
  const and = option('and');
  const demote = style.options.get('demote-non-dropping-particle') ?? 'display-and-sort';
  return {
    form: form === 'count' ? 'count' : form === 'short' && given === 'none' ? 'short' : 'long',
    and: and === 'symbol' && !context.inSentence ? and : and === undefined ? undefined : 'text',
    delimiter,
    etAlMin: count('et-al-min', 'names-min', Infinity),
    etAlFirst: count('et-al-use-first', 'names-use-first', 1),
    etAlLast: (sortNames.get('names-use-last') ?? option('et-al-use-last')) === 'true',
    precedesLast: (total) =>
      last === 'always' ||
      (last === 'contextual' && total > 2) ||
      (last === 'after-inverted-name' && sortOrder === 'all'),
    precedesEtAl: (shown) => etAl === 'always' || (etAl === 'contextual' && shown > 1),
    initializeWith: given === 'full' ? undefined : option('initialize-with'),
    initialize: option('initialize') !== 'false',
    hyphen: style.options.get('initialize-with-hyphen') !== 'false',
    // Names are sorted by family name.
    sortOrder: context.mode === 'sort' ? 'all' : sortOrder === 'first' || sortOrder === 'all' ? sortOrder : undefined,
    sortSeparator: option('sort-separator') ?? ', ',
    demote: demote === 'display-and-sort' || (demote === 'sort-only' && context.mode === 'sort'),
    family: partOf(name, 'family'),
    given: partOf(name, 'given'),
  };
}

function partOf(name: XmlElement | undefined, which: string): NamePart {
  const part = name?.children.find((child) => child.name === 'name-part' && child.attributes.get('name') === which);
  return {
    look: { ...(name && lookOf(name)), ...(part && lookOf(part)) },
    textCase: part?.attributes.get('text-case'),
    prefix: part?.attributes.get('prefix') ?? '',
    suffix: part?.attributes.get('suffix') ?? '',
  };
}
