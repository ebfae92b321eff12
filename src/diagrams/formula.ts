import type { KatexOptions } from 'katex';
import type { Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import { toneOn } from '../model/colours.ts';
import { CHEMISTRY, type Within } from './limits.ts';
import { withPlainBraces } from './plain-braces.ts';

const OPTIONS: KatexOptions = { throwOnError: true, strict: 'ignore', trust: false, maxSize: 60 };

/** KaTeX's commands that write to the terminal. */
const SILENT = ['\\message', '\\errmessage', '\\show'];

interface KatexError {
  rawMessage?: string;
  /** UTF-16 offset in the formula. */
  position?: number;
}

/**
 * Sets a formula with KaTeX: HTML for the eye and MathML for those who hear it, or MathML alone.
 *
 * @param job - its options are `display` and `mathml`, each present or not.
 * @param within - sets limits to formulas that may need them.
 */
export async function setFormula(
  { source, options }: DrawingJob,
  within: Within = (work) => work(),
): Promise<Drawn | DrawingProblem> {
  const { default: katex } = await import('katex');
  // Chemistry is an addition that few decks need.
  if (CHEMISTRY.test(source)) await import('katex/contrib/mhchem');
  try {
    const output = options['mathml'] ? 'mathml' : 'htmlAndMathml';
    // What a formula defines holds for itself alone.
    const macros = Object.fromEntries(SILENT.map((name) => [name, swallowArgument]));
    const settings = { ...OPTIONS, macros, output, displayMode: Boolean(options['display']) } satisfies KatexOptions;
    const markup = within(() => katex.renderToString(withPlainBraces(source), settings));
    return { markup: contrastedBoxes(markup), description: '' };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'it is nested too deeply' };
    const { rawMessage, position } = error as KatexError;
    const reason = rawMessage ?? (error instanceof Error ? error.message : String(error));
    return { problem: reason.replace(/\.$/, ''), ...(position !== undefined && { offset: position }) };
  }
}

/** Makes what stands in a box of a colour black or white, since the text of a dark slide cannot be read on yellow. */
function contrastedBoxes(markup: string): string {
  const box =
    /(background-color:([^;"]+);[^>]*><\/span><\/span><span style="top:[^"]*"><span class="pstrut"[^>]*><\/span><span class="boxpad")/g;
  return markup.replace(box, (whole, before: string, colour: string) => {
    const tone = toneOn(colour);
    return tone ? `${before} style="color:${tone === 'dark' ? '#fff' : '#000'}"` : whole;
  });
}

/** A macro in KaTeX's sense. */
function swallowArgument(context: { consumeArgs: (count: number) => unknown }): string {
  context.consumeArgs(1);
  return '';
}
