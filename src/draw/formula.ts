import type { KatexOptions } from 'katex';
import type { Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';

const OPTIONS: KatexOptions = { throwOnError: true, strict: 'ignore', trust: false, maxSize: 60 };

interface KatexError {
  rawMessage?: string;
  /** UTF-16 offset in the formula. */
  position?: number;
}

/**
 * Sets a formula with KaTeX: HTML for the eye and MathML for those who hear it, or MathML alone.
 *
 * @param job - its options are `display` and `mathml`, each present or not.
 */
export async function setFormula({ source, options }: DrawingJob): Promise<Drawn | DrawingProblem> {
  const { default: katex } = await import('katex');
  try {
    const output = options['mathml'] ? 'mathml' : 'htmlAndMathml';
    const markup = katex.renderToString(source, { ...OPTIONS, output, displayMode: Boolean(options['display']) });
    return { markup, description: '' };
  } catch (error) {
    const { rawMessage, position } = error as KatexError;
    const reason = rawMessage ?? (error instanceof Error ? error.message : String(error));
    return { problem: reason.replace(/\.$/, ''), ...(position !== undefined && { offset: position }) };
  }
}
