import { labelName } from '../model/labels.ts';

/** KaTeX's commands that write to the terminal. */
const SILENT = ['\\message', '\\errmessage', '\\show'];

/** Returns macros of the deck, and those that keep KaTeX quiet. What a formula defines holds for itself alone. */
export function deckMacros(json: string | undefined): Record<string, string | typeof swallowArgument> {
  const silent = Object.fromEntries([...SILENT, '\\label'].map((name) => [name, swallowArgument]));
  return { ...namedMacros(json), ...silent };
}

function namedMacros(json: string | undefined): Record<string, string> {
  const given: Record<string, string> = json === undefined ? {} : JSON.parse(json);
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [`\\${name}`, text]));
}

/** Says which macro of the deck causes a problem: for an unknown command that is not in the formula itself, and for what never ends. */
export function macroFault(reason: string, source: string, json: string | undefined): string | undefined {
  const macros = Object.entries(namedMacros(json));
  if (reason.startsWith('Too many expansions')) {
    const endless = macros.find(([name, text]) => new RegExp(`\\${name}(?![A-Za-z])`).test(text));
    return endless && `the macro “${endless[0]}” of the front matter contains itself`;
  }
  const command = /^Undefined control sequence: (\\\S+)$/.exec(reason)?.[1];
  if (command === undefined || source.includes(command)) return undefined;
  const found = macros.find(([, text]) => text.includes(command));
  return found && `${reason}, which the macro “${found[0]}” of the front matter contains`;
}

type Links = Record<string, { text: string; id: string }>;

/** Reads what the references of a formula show, by their names. */
export function readLinks(json: string | undefined): Links {
  return json === undefined ? {} : JSON.parse(json);
}

type Macro = (context: { consumeArgs: (count: number) => { text: string }[][] }) => string;

/** Returns the macros `\ref{…}` and `\eqref{…}`; their links have addresses that KaTeX reads whatever the ids are. */
export function referenceMacros(links: readonly (readonly [name: string, text: string])[]): Record<string, Macro> {
  const reference =
    (open: string, close: string): Macro =>
    (context) => {
      const [tokens = []] = context.consumeArgs(1);
      const name = labelName(
        tokens
          .map(({ text }) => text)
          .toReversed()
          .join(''),
      );
      const index = links.findIndex(([known]) => known === name);
      const text = `\\text{${open}${links[index]?.[1] ?? '??'}${close}}`;
      return index === -1 ? text : `\\href{lectern-${index}}{${text}}`;
    };
  return { '\\ref': reference('', ''), '\\eqref': reference('(', ')') };
}

/** Leads the links of a formula to the ids of the deck. Those for the eye are not reached by key: the ones in MathML are. */
export function withAddresses(markup: string, links: readonly (readonly [string, { id: string }])[]): string {
  if (links.length === 0) return markup;
  const seen = markup.indexOf('aria-hidden="true"');
  return markup.replaceAll(/ href="lectern-(\d+)"/g, (whole, index: string, at: number) => {
    const id = links[Number(index)]?.[1].id;
    const unreached = seen !== -1 && at > seen ? ' tabindex="-1"' : '';
    return id === undefined ? whole : ` href="#${encodeURI(id).replaceAll('&', '&amp;')}"${unreached}`;
  });
}

/** Expands a command of KaTeX to nothing, its argument included. */
function swallowArgument(context: { consumeArgs: (count: number) => unknown }): string {
  context.consumeArgs(1);
  return '';
}
