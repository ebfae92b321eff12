import type { DrawingProblem } from '../model/drawing.ts';
import { dataProblem } from './chart-data.ts';
import { expressionProblem } from './chart-expressions.ts';
import { readJson } from './json-source.ts';
import { plainWord } from './table.ts';
import { describeFault, schemaFaults, type Schema, type SpecProblem } from './schema-faults.ts';

/** A Vega-Lite specification. */
export type ChartSpec = Record<string, unknown>;

export interface Chart {
  spec: ChartSpec;
  description: string;
}

/** Reads a Vega-Lite specification; what Vega would take for something else, or fail on, is a problem at its line. */
export async function readSpec(source: string): Promise<Chart | DrawingProblem> {
  const json = await readJson(source);
  if ('problem' in json) return json;
  const { value, lineOf } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: 'expected a Vega-Lite specification: a JSON object' };
  }
  const spec = value as ChartSpec;
  if (namesAddress(spec)) {
    return { problem: 'a chart reads no addresses; put the figures into data.values, or use a csv fence with file=' };
  }
  const { $schema } = spec;
  if (typeof $schema === 'string' && /\/vega\/v\d/.test($schema)) {
    return { problem: 'a specification of Vega, expected one of Vega-Lite', line: lineOf(['$schema']) };
  }
  const wrong = (await formProblem(spec)) ?? (await expressionProblem(spec)) ?? dataProblem(spec);
  if (wrong) return { problem: wrong.problem, line: lineOf(wrong.path) };
  const { description, title } = spec;
  return {
    spec: withPlainWords(spec) as ChartSpec,
    description: [description, title].find((words) => typeof words === 'string') ?? '',
  };
}

/** Compares with what Vega-Lite publishes of its language. */
async function formProblem(spec: ChartSpec): Promise<SpecProblem | undefined> {
  const { default: schema } = await import('vega-lite/vega-lite-schema.json', { with: { type: 'json' } });
  const definitions = new Map<string, Schema>(Object.entries(schema.definitions));
  const [fault] = schemaFaults(spec, { $ref: schema.$ref }, definitions);
  return fault && { problem: describeFault(fault), path: fault.path };
}

/** Columns and values may have any name, and Vega knows them by the names that they have here. */
function withPlainWords(value: unknown): unknown {
  if (typeof value === 'string') return plainWord(value);
  if (Array.isArray(value)) return value.map(withPlainWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [plainWord(key), withPlainWords(part)]));
}

function namesAddress(spec: unknown): boolean {
  if (typeof spec !== 'object' || spec === null) return false;
  return Object.entries(spec).some(
    // What data are called is the author's business.
    ([key, value]) => (key === 'url' && typeof value === 'string') || (key !== 'values' && namesAddress(value)),
  );
}
