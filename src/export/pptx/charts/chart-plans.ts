import type { Element } from 'hast';
import { CHARTS, planOf, type Plan } from '../../../diagrams/charts/plan.ts';
import { isLying } from '../../../diagrams/charts/chart.ts';
import { readTable } from '../../../diagrams/table.ts';
import type { Deck } from '../../../model/deck.ts';
import type { SlideElements } from '../slide-elements.ts';

/** A chart that PowerPoint can draw. */
export interface ChartPlan extends Plan {
  /** Bars are horizontal. */
  lying: boolean;
}

/** Charts of a deck by the numbers of their elements; those that PowerPoint has no counterpart of are not among them. */
export async function chartPlans(
  deck: Pick<Deck, 'rawMarkup'>,
  elements: SlideElements,
): Promise<Map<number, ChartPlan>> {
  const plans = new Map<number, ChartPlan>();
  for (const [node, element] of elements) {
    const plan = await planFor(deck, element);
    if (plan) plans.set(node, plan);
  }
  return plans;
}

async function planFor(
  { rawMarkup }: Pick<Deck, 'rawMarkup'>,
  { properties }: Element,
): Promise<ChartPlan | undefined> {
  const id = properties['dataInset'];
  const job = typeof id === 'string' ? rawMarkup.get(id)?.chart : undefined;
  const kind = CHARTS.find((name) => name === job?.options['chart']);
  if (!job || !kind || kind === 'sparkline') return undefined;
  const plan = planOf(kind, await readTable(job.source, job.options['lang'] ?? 'csv'), job.options);
  if ('problem' in plan) return undefined;
  const lying = kind === 'bar' && isLying(plan);
  // Lines across horizontal bars would need a second kind of axes, which other programs draw elsewhere.
  return lying && plan.lines.length > 0 ? undefined : { ...plan, lying };
}
