import type { Drawn, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import { LIMITS, type Within } from './limits.ts';

/**
 * Draws what needs no browser. Programs that draw are loaded when there is something to draw.
 *
 * @param within - runs the part that takes time.
 */
export async function drawJob(job: DrawingJob, within: Within): Promise<Drawn | DrawingProblem> {
  const drawn = await drawingOf(job, within).catch((error: unknown) => ({
    problem: error instanceof RangeError ? 'it is too large' : String(error instanceof Error ? error.message : error),
  }));
  if ('markup' in drawn && drawn.markup.length > LIMITS.characters) {
    return { problem: `the drawing has ${Math.round(drawn.markup.length / 1e6)} MB; draw fewer things` };
  }
  return drawn;
}

async function drawingOf(job: DrawingJob, within: Within): Promise<Drawn | DrawingProblem> {
  if (job.kind === 'formula') return (await import('./formula.ts')).setFormula(job, within);
  const [drawn, { cleanSvg }] = await Promise.all([svgOf(job, within), import('./clean-svg.ts')]);
  if ('problem' in drawn || drawn.markup.length > LIMITS.characters) return drawn;
  return { ...drawn, markup: within(() => cleanSvg(drawn.markup)) };
}

async function svgOf(job: DrawingJob, within: Within): Promise<Drawn | DrawingProblem> {
  if (job.kind === 'dot') return (await import('./graphviz.ts')).drawGraph(job, within);
  if (job.kind === 'chart') return (await import('./charts/chart.ts')).drawChart(job, within);
  return (await import('./vega.ts')).drawSpec(job, within);
}
