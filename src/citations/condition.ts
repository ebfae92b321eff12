import type { RenderContext } from './context.ts';
import { isDateVariable, isNameVariable } from './item.ts';
import { isNumeric } from './numbers.ts';
import type { XmlElement } from './xml-tree.ts';

/** A test of `<if>` for one of the values that an attribute lists. */
type Test = (value: string, context: RenderContext) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  type: (value, { item }) => item.type === value,
  variable: hasValue,
  'is-numeric': (value, { item, locator, number }) => {
    if (value === 'citation-number') return number > 0;
    const text = value === 'locator' ? locator : item.texts.get(value);
    return text !== undefined && isNumeric(text);
  },
  'is-uncertain-date': (value, { item }) => item.dates.get(value)?.circa === true,
  locator: (value, { locator, label }) => locator !== '' && label === value.replace('sub verbo', 'sub-verbo'),
  position: isAt,
  disambiguate: (value, { distinction }) => (value === 'true') === distinction.condition,
};

/** Tells whether the conditions of `<if>` or `<else-if>` hold. */
export function conditionHolds({ attributes }: XmlElement, context: RenderContext): boolean {
  const match = attributes.get('match') ?? 'all';
  const results = [...attributes].flatMap(([name, values]) => {
    const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
    if (!test) return [];
    return values
      .split(/\s+/)
      .filter(Boolean)
      .map((value) => test(value, context));
  });
  if (match === 'any') return results.some(Boolean);
  return match === 'none' ? !results.some(Boolean) : results.every(Boolean);
}

function hasValue(variable: string, { item, locator, number, distinction }: RenderContext): boolean {
  if (variable === 'locator') return locator !== '';
  if (variable === 'citation-number') return number > 0;
  if (variable === 'year-suffix') return distinction.yearSuffix !== '';
  if (isNameVariable(variable)) return item.names.has(variable);
  return isDateVariable(variable) ? item.dates.has(variable) : item.texts.has(variable);
}

function isAt(value: string, { position, nearNote, mode }: RenderContext): boolean {
  if (mode === 'bibliography') return false;
  if (value === 'near-note') return nearNote;
  if (value === 'subsequent') return position !== 'first';
  if (value === 'ibid') return position === 'ibid' || position === 'ibid-with-locator';
  return value === position;
}
