import { lookOf, MISSING, NO_DISTINCTION, type RenderContext, type Rendered } from './context.ts';
import { isNameVariable, type CslItem, type CslName } from './item.ts';
import { termText } from './locale.ts';
import { nameOptions, type NameOptions } from './name-options.ts';
import { nameText } from './name-text.ts';
import { joinRuns, plainRuns, withLook, type Run } from './runs.ts';
import { withCase } from './text-case.ts';
import { childOf, type XmlElement } from './xml-tree.ts';

/**
 * Renders `<names>`: names of persons, or what the style substitutes for them.
 *
 * @param outer - the element that this one stands in for, whose form it takes where it has none.
 */
export function renderNames(element: XmlElement, context: RenderContext, outer?: XmlElement): Rendered {
  const { item, state, firstNamesAs } = context;
  const form = element.children.some(({ name }) => name !== 'substitute') || !outer ? element : outer;
  const variables = variablesOf(element).filter(
    (variable) => !state.substituted.has(variable) && !state.standIns?.has(variable),
  );
  const found = merged(variables, item, context).map(({ names, role }) => ({
    runs: withLabel(names, role, form, context),
    role,
  }));
  const delimiter = form.attributes.get('delimiter') ?? inherited(context, 'names-delimiter') ?? ', ';
  let runs = joinRuns(
    found.map((part) => part.runs),
    delimiter,
  );
  if (plainRuns(runs) === '') {
    const instead = substitute(element, context);
    if (!instead) return MISSING;
    runs = instead.runs;
  } else {
    runs = withLook(runs, lookOf(element));
    for (const { role } of found) state.standIns?.add(role);
  }
  if (outer) return { runs, asked: true, filled: true };
  const first = state.firstNames === undefined;
  state.firstNames ??= runs;
  if (!first || firstNamesAs === undefined) return { runs, asked: true, filled: true };
  return firstNamesAs === '' ? MISSING : { runs: [{ text: firstNamesAs }], asked: true, filled: true };
}

function inherited({ area, style }: RenderContext, name: string): string | undefined {
  return area.options.get(name) ?? style.options.get(name);
}

function variablesOf(element: XmlElement): string[] {
  return (element.attributes.get('variable') ?? '').split(/\s+/).filter(isNameVariable);
}

interface RoleNames {
  role: string;
  names: readonly CslName[];
}

/** Names by what they did; who edited and translated is named once. */
function merged(variables: readonly string[], item: CslItem, { locale }: RenderContext): RoleNames[] {
  const found = variables.flatMap((role): RoleNames[] => {
    const names = item.names.get(role);
    return names ? [{ role, names }] : [];
  });
  const editor = found.find(({ role }) => role === 'editor');
  const translator = found.find(({ role }) => role === 'translator');
  const both = editor && translator && JSON.stringify(editor.names) === JSON.stringify(translator.names);
  if (!both || termText(locale, 'editortranslator') === undefined) return found;
  return found
    .filter((part) => part !== translator)
    .map((part) => (part === editor ? { role: 'editortranslator', names: part.names } : part));
}

function withLabel(names: readonly CslName[], role: string, form: XmlElement, context: RenderContext): Run[] {
  const name = childOf(form, 'name');
  const list = nameList(names, form, context);
  const runs = name ? affixed(list, name) : list;
  const label = childOf(form, 'label');
  if (!label || runs.length === 0 || context.mode === 'sort' || nameOptions(form, context).form === 'count')
    return runs;
  const { attributes } = label;
  const plural = attributes.get('plural') ?? 'contextual';
  const many = plural === 'always' || (plural === 'contextual' && names.length > 1);
  const term = termText(context.locale, role, attributes.get('form'), many);
  if (term === undefined || term === '') return runs;
  const text = attributes.get('strip-periods') === 'true' ? term.replaceAll('.', '') : term;
  const cased = withCase([{ text }], attributes.get('text-case'), true);
  const labelRuns = affixed(withLook(cased, lookOf(label)), label);
  const leads = form.children.indexOf(label) < form.children.findIndex(({ name }) => name === 'name');
  return leads ? [...labelRuns, ...runs] : [...runs, ...labelRuns];
}

function affixed(runs: readonly Run[], { attributes }: XmlElement): Run[] {
  if (runs.length === 0) return [];
  return joinRuns([[{ text: attributes.get('prefix') ?? '' }], runs, [{ text: attributes.get('suffix') ?? '' }]], '');
}

function nameList(all: readonly CslName[], form: XmlElement, context: RenderContext): Run[] {
  const options = nameOptions(form, context);
  // The last name of a BibTeX list may be “others”.
  const open = all.length > 1 && all.at(-1)?.family === 'others';
  const names = open ? all.slice(0, -1) : all;
  const shortened = names.length >= options.etAlMin && options.etAlFirst < names.length;
  const shown = Math.min(names.length, shortened ? options.etAlFirst + context.distinction.extraNames : names.length);
  if (options.form === 'count') return [{ text: String(shown) }];
  const { givenAt } = context.distinction;
  const plain = givenAt === undefined ? options : nameOptions(form, { ...context, distinction: NO_DISTINCTION });
  const parts = names
    .slice(0, shown)
    .map((name, index) => nameText(name, givenAt === undefined || index === givenAt ? options : plain, index === 0));
  if (context.mode === 'sort') return joinRuns(parts, ' ');
  if (shown === names.length && !open) return joinNames(parts, options, context);
  const list = joinRuns(parts, options.delimiter);
  if (shortened && options.etAlLast && shown <= names.length - 2) {
    const last = names.at(-1);
    return last ? [...list, { text: `${options.delimiter}… ` }, ...nameText(last, options, false)] : list;
  }
  return [...list, ...etAl(form, options, shown, context)];
}

function etAl(form: XmlElement, options: NameOptions, shown: number, { locale }: RenderContext): Run[] {
  const element = childOf(form, 'et-al');
  const term = termText(locale, element?.attributes.get('term') ?? 'et-al') ?? 'et al.';
  if (shown === 0) return [];
  const before = options.precedesEtAl(shown) ? options.delimiter : ' ';
  return [{ text: before }, ...withLook([{ text: term }], element ? lookOf(element) : {})];
}

function joinNames(parts: readonly Run[][], options: NameOptions, { locale }: RenderContext): Run[] {
  const last = parts.at(-1);
  if (parts.length < 2 || !last || options.and === undefined) return joinRuns(parts, options.delimiter);
  const word = options.and === 'symbol' ? '&' : (termText(locale, 'and') ?? '&');
  const list = joinRuns(parts.slice(0, -1), options.delimiter);
  const before = options.precedesLast(parts.length) ? options.delimiter : ' ';
  // Japanese and Chinese have no blanks around it.
  const tight = /^[\p{sc=Han}\p{sc=Hiragana}]/u.test(word);
  return [...list, { text: tight ? word : `${before.trimEnd()} ${word} ` }, ...last];
}

/** Renders the first of the substitutes that has something; its variables are not shown again. */
function substitute(element: XmlElement, context: RenderContext): Rendered | undefined {
  const { state } = context;
  for (const child of childOf(element, 'substitute')?.children ?? []) {
    const outer = state.standIns;
    state.standIns = new Set();
    const rendered =
      child.name === 'names'
        ? renderNames(child, context, element)
        : context.render(child.name === 'choose' ? groupOf(child) : child, context);
    const { standIns } = state;
    state.standIns = outer;
    if (!rendered.filled || plainRuns(rendered.runs) === '') continue;
    for (const variable of standIns) state.substituted.add(variable);
    return rendered;
  }
  return undefined;
}

function groupOf(choice: XmlElement): XmlElement {
  return { ...choice, name: 'group', attributes: new Map(), children: [choice] };
}
