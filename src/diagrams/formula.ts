import type { KatexOptions } from 'katex';
import type { Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import { toneOn } from '../model/colours.ts';
import { deckMacros, macroFault, readLinks, referenceMacros, withAddresses } from './formula-macros.ts';
import { CHEMISTRY, type Within } from './limits.ts';
import { withPlainBraces } from './plain-braces.ts';

const OPTIONS: KatexOptions = {
  throwOnError: true,
  strict: 'ignore',
  trust(context) {
    // Links lead to labels of the deck alone.
    if (context.command === '\\href' && /^lectern-\d+$/.test(context.url)) return true;
    throw new Refusal(context.command);
  },
  maxSize: 60,
};

/** A command that would reach out of the formula: KaTeX would show its name in red. */
class Refusal extends Error {
  readonly command: string;

  constructor(command: string) {
    const isLink = command === '\\href' || command === '\\url';
    super(`“${command}” is not allowed in formulas; ${isLink ? 'write the link as Markdown' : 'write it without'}`);
    this.command = command;
  }
}

interface KatexError {
  message?: string;
  rawMessage?: string;
  /** UTF-16 offset in the formula. */
  position?: number;
}

/**
 * Sets a formula with KaTeX: HTML for the eye and MathML for screen readers, or MathML alone.
 *
 * @param job - its options are `display` and `mathml`, each present or not; `wrap` (an environment that gives it a
 * number), `macros` and `links` (what its references show, and where they lead) in JSON.
 * @param within - sets limits to formulas that may need them.
 */
export async function setFormula(
  { source, options }: DrawingJob,
  within: Within = (work) => work(),
): Promise<Drawn | DrawingProblem> {
  const { default: katex } = await import('katex');
  // Chemistry is an addition that few decks need.
  if (CHEMISTRY.test(`${source}${options['macros'] ?? ''}`)) await import('katex/contrib/mhchem');
  const [before, behind] = WRAPS.get(options['wrap']) ?? ['', ''];
  const links = Object.entries(readLinks(options['links']));
  try {
    const output = options['mathml'] ? 'mathml' : 'htmlAndMathml';
    const macros = {
      ...deckMacros(options['macros']),
      ...referenceMacros(links.map(([name, { text }]) => [name, text])),
    };
    const settings = { ...OPTIONS, macros, output, displayMode: Boolean(options['display']) } satisfies KatexOptions;
    const markup = within(() => katex.renderToString(`${before}${withPlainBraces(source)}${behind}`, settings));
    return { markup: contrastedBoxes(withAddresses(markup, links)), description: '' };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'it is nested too deeply' };
    if (error instanceof Refusal) {
      const at = source.indexOf(error.command);
      return { problem: error.message, ...(at >= 0 && { offset: at }) };
    }
    const { rawMessage, position, message } = error as KatexError;
    const reason = (rawMessage ?? (error instanceof Error ? error.message : String(error))).replace(/\.$/, '');
    const inMacro = macroFault(reason, source, options['macros']);
    if (inMacro !== undefined) return { problem: inMacro };
    // What stands in a macro has no place in the formula.
    const offset = position === undefined || isElsewhere(message, source) ? undefined : position - before.length;
    return { problem: reason, ...(offset !== undefined && { offset: Math.min(Math.max(offset, 0), source.length) }) };
  }
}

/** The wrappers of a formula that gets a number. */
const WRAPS: ReadonlyMap<string | undefined, [before: string, behind: string]> = new Map([
  ['equation', ['\\begin{equation}', '\\end{equation}']],
  ['gathered', ['\\begin{equation}\\begin{gathered}', '\\end{gathered}\\end{equation}']],
]);

/** Tells whether the text that KaTeX quotes is not in the formula. */
function isElsewhere(message: string | undefined, source: string): boolean {
  const quoted = / at position \d+: (.+)$/s.exec(message ?? '')?.[1]?.replaceAll(/[\u0332…]/g, '');
  return quoted !== undefined && !source.includes(quoted);
}

/** Makes what is in a box of a colour black or white, since the text of a dark slide cannot be read on yellow. */
function contrastedBoxes(markup: string): string {
  const box =
    /(background-color:([^;"]+);[^>]*><\/span><\/span><span style="top:[^"]*"><span class="pstrut"[^>]*><\/span><span class="boxpad")/g;
  return markup.replace(box, (whole, before: string, colour: string) => {
    const tone = toneOn(colour);
    return tone ? `${before} style="color:${tone === 'dark' ? '#fff' : '#000'}"` : whole;
  });
}
