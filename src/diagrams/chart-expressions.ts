import type { JsonPath, SpecProblem } from './schema-faults.ts';

/** Properties whose texts are expressions. */
const EXPRESSIONS = new Set(['filter', 'calculate', 'expr', 'test', 'labelExpr']);

/** Parses the expressions of a specification: Vega says what is wrong with one, and not with which. */
export async function expressionProblem(spec: object): Promise<SpecProblem | undefined> {
  const { parseExpression } = await import('vega');
  const wrong = (value: unknown, path: JsonPath): SpecProblem | undefined => {
    if (typeof value === 'string' && EXPRESSIONS.has(String(path.at(-1)))) {
      try {
        parseExpression(value);
        return undefined;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { problem: `the expression “${value}” cannot be read: ${reason}`, path };
      }
    }
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      // Data hold no expressions, and may be long.
      const found = key === 'values' ? undefined : wrong(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      if (found) return found;
    }
    return undefined;
  };
  return wrong(spec, []);
}
