import { conditionHolds } from './condition.ts';
import { DEEPEST, lookOf, MISSING, NOTHING, StyleLimitError, type RenderContext, type Rendered } from './context.ts';
import { ordinal, termText } from './locale.ts';
import { isNumeric, isPlural, pageRanges, roman } from './numbers.ts';
import { renderDate, takeYearSuffix } from './render-date.ts';
import { renderNames } from './render-names.ts';
import { joinRuns, plainRuns, readMarkup, withLook, type Run } from './runs.ts';
import { withCase } from './text-case.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * Renders an element of a style for an entry.
 *
 * @throws StyleLimitError where the style never ends, or takes too long.
 */
export function renderElement(element: XmlElement, context: RenderContext): Rendered {
  const { state } = context;
  state.budget.left -= 1;
  if (state.budget.left < 0) throw new StyleLimitError('it takes too long; use a simpler style');
  if (state.depth > DEEPEST) throw new StyleLimitError('its macros use each other without end');
  state.depth += 1;
  try {
    return affixed(element, rendered(element, context));
  } finally {
    state.depth -= 1;
  }
}

function rendered(element: XmlElement, context: RenderContext): Rendered {
  switch (element.name) {
    case 'text':
      return renderText(element, context);
    case 'number':
      return renderNumber(element, context);
    case 'label':
      return renderLabel(element, context);
    case 'date':
      return renderDate(element, context);
    case 'names':
      return renderNames(element, context);
    default:
      return renderGroup(element, context);
  }
}

/** Puts prefix and suffix around what is not empty. */
function affixed(element: XmlElement, result: Rendered): Rendered {
  const prefix = element.attributes.get('prefix') ?? '';
  const suffix = element.attributes.get('suffix') ?? '';
  if ((prefix === '' && suffix === '') || plainRuns(result.runs) === '') return result;
  // A layout's own affixes go around all citations.
  if (element.name === 'layout') return result;
  const [before, after] = [[{ text: prefix }], [{ text: suffix }]];
  // Addresses stay one with what makes them addresses, as in `https://doi.org/…`.
  const link = prefix.includes('://') ? result.runs[0]?.href : undefined;
  return { ...result, runs: joinRuns([link ? withLook(before, { href: link }) : before, result.runs, after], '') };
}

/** Renders elements side by side. A group whose variables are all empty shows nothing. */
function renderGroup(element: XmlElement, context: RenderContext): Rendered {
  const parts = chosen(element.children, context).map((child) => renderElement(child, context));
  // A layout's own delimiter is between citations.
  const delimiter = element.name === 'group' ? (element.attributes.get('delimiter') ?? '') : '';
  const result = together(parts, delimiter);
  if (element.name === 'group' && result.asked && !result.filled) return MISSING;
  return { ...result, runs: withLook(result.runs, element.name === 'layout' ? {} : lookOf(element)) };
}

function together(parts: readonly Rendered[], delimiter: string): Rendered {
  return {
    runs: joinRuns(
      parts.map(({ runs }) => runs),
      delimiter,
    ),
    asked: parts.some(({ asked }) => asked),
    filled: parts.some(({ filled }) => filled),
  };
}

/** Elements with the chosen branches of `<choose>` in its place: they take part in the group around it. */
function chosen(elements: readonly XmlElement[], context: RenderContext): XmlElement[] {
  return elements.flatMap((element) => {
    if (element.name !== 'choose') return [element];
    const branch = element.children.find((one) => one.name === 'else' || conditionHolds(one, context));
    return branch ? chosen(branch.children, context) : [];
  });
}

function renderText(element: XmlElement, context: RenderContext): Rendered {
  const { attributes } = element;
  const variable = attributes.get('variable');
  if (variable !== undefined) {
    const runs = variableRuns(variable, attributes.get('form'), context);
    // Most works need no letter, and a group is not empty for that.
    if (runs.length === 0) return variable === 'year-suffix' ? NOTHING : MISSING;
    return { runs: shaped(runs, element, context), asked: true, filled: true };
  }
  const macro = context.style.macros.get(attributes.get('macro') ?? '');
  if (macro) {
    const result = renderGroup(macro, context);
    return { ...result, runs: shaped(result.runs, element, context) };
  }
  const term = attributes.get('term');
  const text =
    term === undefined
      ? (attributes.get('value') ?? '')
      : (termText(context.locale, term, attributes.get('form'), attributes.get('plural') === 'true') ?? '');
  if (text === '') return NOTHING;
  const letter = term === 'no date' ? takeYearSuffix(context) : '';
  const written = letter === '' ? text : `${text}-${letter}`;
  return { runs: shaped([{ text: written }], element, context), asked: false, filled: false };
}

/** The value of a variable with its markup; nothing where it has none. */
function variableRuns(variable: string, form: string | undefined, context: RenderContext): Run[] {
  const { state, distinction, style, locale } = context;
  const dash = termText(locale, 'page-range-delimiter') ?? '–';
  if (variable === 'citation-number') return context.number > 0 ? [{ text: String(context.number) }] : [];
  if (variable === 'year-suffix') {
    const written = state.yearSuffixDone || distinction.yearSuffix === '';
    state.yearSuffixDone = true;
    return written ? [] : [{ text: distinction.yearSuffix }];
  }
  if (variable === 'locator') {
    return context.locator === '' ? [] : [{ text: pageRanges(context.locator, undefined, dash) }];
  }
  if (state.substituted.has(variable)) return [];
  const value = textOf(variable, form, context);
  if (value === undefined) return [];
  state.standIns?.add(variable);
  if (variable === 'page') return [{ text: pageRanges(value, style.options.get('page-range-format'), dash) }];
  const address = addressOf(variable, value);
  return address === undefined ? readMarkup(withMarks(value, context)) : [{ text: value, href: address }];
}

function textOf(variable: string, form: string | undefined, context: RenderContext): string | undefined {
  const { texts } = context.item;
  const short = form === 'short' ? (texts.get(`${variable}-short`) ?? shortForm(variable, context)) : undefined;
  return short ?? texts.get(variable) ?? firstPage(variable, context);
}

/** Straight apostrophes and quotation marks become those of the language. */
function withMarks(text: string, { locale }: RenderContext): string {
  if (!/["']/.test(text) || text.includes('<')) return text;
  const [open, close] = locale.quotes;
  return text
    .replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’')
    .replace(/"([^"]+)"/g, (_, inside: string) => open + inside + close);
}

function shortForm(variable: string, { item }: RenderContext): string | undefined {
  return variable === 'container-title' ? item.texts.get('journalAbbreviation') : undefined;
}

function firstPage(variable: string, { item }: RenderContext): string | undefined {
  return variable === 'page-first' ? /^\p{L}*\d+/u.exec(item.texts.get('page') ?? '')?.[0] : undefined;
}

function addressOf(variable: string, text: string): string | undefined {
  if (variable === 'URL') return /^https?:\/\//i.test(text) ? text : undefined;
  if (variable === 'DOI') return `https://doi.org/${encodeURI(text.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''))}`;
  return undefined;
}

/** Gives runs the case, the quotation marks and the look that an element asks for. */
function shaped(runs: readonly Run[], element: XmlElement, context: RenderContext): Run[] {
  const { attributes } = element;
  const { locale, item } = context;
  const english = /^en\b/i.test(item.texts.get('language') ?? locale.lang);
  const stripped =
    attributes.get('strip-periods') === 'true'
      ? runs.map((run) => ({ ...run, text: run.text.replaceAll('.', '') }))
      : runs;
  const looked = withLook(withCase(stripped, attributes.get('text-case'), english), lookOf(element));
  if (attributes.get('quotes') !== 'true') return looked;
  const [open, close, innerOpen, innerClose] = locale.quotes;
  const inner = looked.map((run) => {
    const text = run.text.replace(/(^|[\s([])"/g, `$1${innerOpen}`).replaceAll('"', innerClose);
    return Object.assign({}, run, { text: text.replaceAll('“', innerOpen).replaceAll('”', innerClose) });
  });
  return [{ text: open }, ...inner, { text: close }];
}

function renderNumber(element: XmlElement, context: RenderContext): Rendered {
  const { attributes } = element;
  const variable = attributes.get('variable') ?? '';
  const runs = variableRuns(variable, undefined, context);
  if (runs.length === 0) return MISSING;
  const text = plainRuns(runs);
  const form = attributes.get('form') ?? 'numeric';
  const shown = /^\d+$/.test(text) ? numberIn(form, Number(text), context) : undefined;
  const numeric = isNumeric(text) ? rangesIn(text) : undefined;
  const value = shown ?? numeric;
  return { runs: shaped(value === undefined ? runs : [{ text: value }], element, context), asked: true, filled: true };
}

function rangesIn(text: string): string {
  const ends = text.split(/--|[–—-]/);
  return ends.map((end) => end.trim()).join('–');
}

function numberIn(form: string, number: number, { locale }: RenderContext): string | undefined {
  if (form === 'roman') return roman(number);
  if (form === 'long-ordinal') {
    const word = termText(locale, `long-ordinal-${String(number).padStart(2, '0')}`);
    if (word !== undefined) return word;
  }
  return form.endsWith('ordinal') ? ordinal(locale, number) : undefined;
}

function renderLabel(element: XmlElement, context: RenderContext): Rendered {
  const { attributes } = element;
  const variable = attributes.get('variable') ?? '';
  const value = plainRuns(variableRuns(variable, undefined, context));
  if (value === '') return NOTHING;
  const term = variable === 'locator' ? context.label : variable;
  const counts = variable.startsWith('number-of-');
  const plural = attributes.get('plural') ?? 'contextual';
  const many = plural === 'always' || (plural === 'contextual' && (counts ? Number(value) > 1 : isPlural(value)));
  const text = termText(context.locale, term, attributes.get('form'), many) ?? '';
  return text === '' ? NOTHING : { runs: shaped([{ text }], element, context), asked: false, filled: false };
}
