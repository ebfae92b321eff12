import { lookOf, MISSING, type RenderContext, type Rendered } from './context.ts';
import type { CslDate, DateParts } from './item.ts';
import { ordinal, termText, type Locale } from './locale.ts';
import { joinRuns, plainRuns, withLook, type Run } from './runs.ts';
import { withCase } from './text-case.ts';
import type { XmlElement } from './xml-tree.ts';

type PartName = 'year' | 'month' | 'day';
/** A part of a date, and what is around it. */
interface DatePart {
  name: PartName;
  attributes: ReadonlyMap<string, string>;
  prefix: string;
  suffix: string;
}

/** Renders `<date>`: in the form of the language, or in the one that the style spells out. */
export function renderDate(element: XmlElement, context: RenderContext): Rendered {
  const variable = element.attributes.get('variable') ?? '';
  const date = context.item.dates.get(variable);
  if (!date || context.state.substituted.has(variable)) return MISSING;
  if (context.mode === 'sort') return { runs: [{ text: sortableDate(date) }], asked: true, filled: true };
  context.state.standIns?.add(variable);
  const suffix = variable === 'issued' ? takeYearSuffix(context) : '';
  if (date.parts.length === 0) {
    const text = date.literal ?? '';
    return { runs: withLook([{ text: text + suffix }], lookOf(element)), asked: true, filled: text !== '' };
  }
  const parts = partsOf(element, context.locale);
  const form = element.attributes.get('form') ?? '';
  const delimiter = element.attributes.get('delimiter') ?? context.locale.dates.get(form)?.attributes.get('delimiter');
  const runs = rangeOf(date, parts, { delimiter: delimiter ?? '', locale: context.locale, suffix });
  const cased = withCase(runs, element.attributes.get('text-case'), true);
  return { runs: withLook(cased, lookOf(element)), asked: true, filled: plainRuns(runs) !== '' };
}

/** Returns the letter that distinguishes works of a year, once per entry, unless the style places it itself. */
export function takeYearSuffix({ style, state, distinction }: RenderContext): string {
  if (style.writesYearSuffix || state.yearSuffixDone) return '';
  state.yearSuffixDone = true;
  return distinction.yearSuffix;
}

/** Returns a text whose order is that of the dates. */
function sortableDate({ parts, literal = '' }: CslDate): string {
  const digits = parts.map(([year, month = 0, day = 0]) => {
    // Years before the common era count backwards.
    const shown = year < 0 ? `0${String(10_000 + year).padStart(5, '0')}` : `1${String(year).padStart(5, '0')}`;
    return `${shown}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
  });
  return digits.length > 0 ? digits.join('-') : literal;
}

/** Parts that `date-parts` names. */
const SHOWN: ReadonlyMap<string, readonly PartName[]> = new Map<string, readonly PartName[]>([
  ['year', ['year']],
  ['year-month', ['year', 'month']],
]);

function partsOf(element: XmlElement, locale: Locale): DatePart[] {
  const form = element.attributes.get('form');
  const own = element.children.filter(({ name }) => name === 'date-part');
  if (form === undefined) return own.flatMap(writtenPart);
  const shown = SHOWN.get(element.attributes.get('date-parts') ?? '');
  const fitting = (part: DatePart): boolean => shown?.includes(part.name) ?? true;
  const pattern = locale.dates.get(form)?.children.flatMap(writtenPart) ?? patternOf(form, locale);
  return pattern.filter(fitting).map((part) => {
    const override = own.find((child) => child.attributes.get('name') === part.name);
    const attributes = new Map([...part.attributes, ...(override?.attributes ?? [])]);
    return Object.assign({}, part, { attributes });
  });
}

function writtenPart({ attributes }: XmlElement): DatePart[] {
  const name = attributes.get('name');
  if (name !== 'year' && name !== 'month' && name !== 'day') return [];
  return [{ name, attributes, prefix: attributes.get('prefix') ?? '', suffix: attributes.get('suffix') ?? '' }];
}

const patterns = new Map<string, DatePart[]>();

/** The order of a language and what it puts between. Asking the platform takes a millisecond. */
function patternOf(form: string, locale: Locale): DatePart[] {
  const key = `${locale.lang} ${form}`;
  const pattern = patterns.get(key) ?? platformPattern(form, locale);
  patterns.set(key, pattern);
  return pattern;
}

function platformPattern(form: string, { lang }: Locale): DatePart[] {
  const month = form === 'numeric' ? '2-digit' : 'long';
  const day = form === 'numeric' ? '2-digit' : 'numeric';
  const format = new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month,
    day,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });
  const parts: DatePart[] = [];
  const attributes = new Map(form === 'numeric' ? [['form', 'numeric-leading-zeros']] : []);
  for (const { type, value } of format.formatToParts(Date.UTC(2001, 10, 22))) {
    const last = parts.at(-1);
    if (type === 'year' || type === 'month' || type === 'day')
      parts.push({ name: type, attributes, prefix: '', suffix: '' });
    else if (last) last.suffix += value;
  }
  return parts;
}

function rangeOf(date: CslDate, parts: readonly DatePart[], form: DateForm): Run[] {
  const [start, end] = date.parts;
  if (!start) return [];
  const dash =
    parts.find(({ attributes }) => attributes.has('range-delimiter'))?.attributes.get('range-delimiter') ?? '–';
  if (!end) return dateRuns(start, date, parts, form);
  const same = (index: number): boolean => start[index] === end[index];
  // What both days share is written once, with the last one.
  const shared = !same(0) ? 0 : !same(1) ? 1 : 2;
  const left = parts.filter(({ name }) => (name === 'year' ? shared < 1 : name === 'month' ? shared < 2 : true));
  const first = dateRuns(start, { ...date, parts: [start] }, left, { ...form, suffix: '' });
  const last = dateRuns(end, { ...date, parts: [end] }, parts, form);
  return plainRuns(first) === '' || plainRuns(first) === plainRuns(last)
    ? last
    : [...trimmedEnd(first), { text: dash }, ...last];
}

function trimmedEnd(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => (index === runs.length - 1 ? { ...run, text: withoutEnd(run.text) } : run));
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

interface DateForm {
  delimiter: string;
  locale: Locale;
  suffix: string;
}

function dateRuns(
  day: DateParts,
  date: CslDate,
  parts: readonly DatePart[],
  { delimiter, locale, suffix }: DateForm,
): Run[] {
  const written = parts.map((part) => {
    const text = partText(day, date, part, locale);
    if (text === '') return [];
    const letter = part.name === 'year' ? suffix : '';
    const stripped = part.attributes.get('strip-periods') === 'true' ? text.replaceAll('.', '') : text;
    const runs = withLook([{ text: stripped + letter }], lookOf(part));
    const cased = withCase(runs, part.attributes.get('text-case'), true);
    return joinRuns([[{ text: part.prefix }], cased, [{ text: part.suffix }]], '');
  });
  const runs = joinRuns(written, delimiter);
  // The day that is not known leaves no comma behind.
  const last = written.findLastIndex((part) => part.length > 0);
  return last === parts.length - 1 ? runs : trimmedEnd(runs);
}

function partText([year, month, day]: DateParts, { season }: CslDate, part: DatePart, locale: Locale): string {
  const form = part.attributes.get('form') ?? (part.name === 'day' ? 'numeric' : 'long');
  if (part.name === 'year') return yearText(year, form, locale);
  if (part.name === 'month') {
    if (month === undefined) return season === undefined ? '' : (termText(locale, `season-0${season}`) ?? '');
    if (form.startsWith('numeric')) return form === 'numeric' ? String(month) : String(month).padStart(2, '0');
    return monthText(month, form, day !== undefined, locale);
  }
  if (day === undefined) return '';
  if (form === 'ordinal') return ordinal(locale, day);
  return form === 'numeric-leading-zeros' ? String(day).padStart(2, '0') : String(day);
}

function yearText(year: number, form: string, locale: Locale): string {
  if (year < 0) return `${-year}${termText(locale, 'bc') ?? ' BC'}`.replace(/(\d)(\p{L})/u, '$1 $2');
  return form === 'short' ? String(year % 100).padStart(2, '0') : String(year);
}

const months = new Map<string, string>();

function monthText(month: number, form: string, withDay: boolean, locale: Locale): string {
  const own = termText(locale, `month-${String(month).padStart(2, '0')}`, form);
  if (own !== undefined) return own;
  const key = [locale.lang, month, form, withDay].join(' ');
  const text = months.get(key) ?? platformMonth(month, form, withDay, locale);
  months.set(key, text);
  return text;
}

function platformMonth(month: number, form: string, withDay: boolean, locale: Locale): string {
  const style = form === 'short' ? 'short' : 'long';
  const day = withDay ? 'numeric' : undefined;
  const parts = new Intl.DateTimeFormat(locale.lang, {
    month: style,
    day,
    timeZone: 'UTC',
    calendar: 'gregory',
  }).formatToParts(Date.UTC(2001, month - 1, 22));
  const text = parts.find(({ type }) => type === 'month')?.value ?? '';
  // English has a full stop behind months that are cut short.
  return style === 'short' && locale.lang.startsWith('en') && month !== 5 ? `${text.slice(0, 3)}.` : text;
}
