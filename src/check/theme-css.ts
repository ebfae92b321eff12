/** A custom property that a style sheet sets. */
export interface Declaration {
  name: string;
  value: string;
  /** Selectors of its rule. */
  selector: string;
  /** From 1. */
  line: number;
  column: number;
}

/** Lists the custom properties that a style sheet sets, in order. */
export function declarationsOf(css: string): Declaration[] {
  // Comments keep their length, so that places stay those of the file.
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const found: Declaration[] = [];
  for (const rule of plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const [whole, selector = '', body = ''] = rule;
    const start = rule.index + whole.length - body.length - 1;
    for (const declaration of body.matchAll(/(--[\w-]+)\s*:\s*([^;]*)/g)) {
      const [, name = '', value = ''] = declaration;
      const before = plain.slice(0, start + declaration.index).split('\n');
      const column = (before.at(-1)?.length ?? 0) + 1;
      found.push({ name, value: value.trim(), selector: selector.trim(), line: before.length, column });
    }
  }
  return found;
}

/** Returns the position of the last declaration of a token for a tone, otherwise of the last one at all. */
export function declarationFor(
  declarations: readonly Declaration[],
  name: string,
  tone: string | undefined,
): Declaration | undefined {
  const own = declarations.filter((declaration) => declaration.name === name);
  const meant = own.filter(({ selector }) => (tone === undefined ? /:root/.test(selector) : selector.includes(tone)));
  return meant.at(-1) ?? own.at(-1);
}
