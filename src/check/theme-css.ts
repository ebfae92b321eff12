import type { Declaration } from '../theme/read-css.ts';

/** Returns the position of the last declaration of a token for a tone, otherwise of the last one at all. */
export function declarationFor(
  declarations: readonly Declaration[],
  name: string,
  tone: string | undefined,
): Declaration | undefined {
  const own = declarations.filter((declaration) => declaration.name === name);
  const meant = own.filter(({ selector }) =>
    tone === undefined ? selector.includes(':root') && !selector.includes('data-tone') : selector.includes(tone),
  );
  return meant.at(-1) ?? own.at(-1);
}
