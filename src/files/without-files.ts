import { transform, type Declaration, type Source } from 'lightningcss';

/**
 * Removes declarations that use certain files, and fonts without another source, from a style sheet.
 *
 * @param css - as Lightning CSS prints it, with placeholders for addresses.
 */
export function withoutFiles(css: string, placeholders: Iterable<string>): string {
  const names = [...placeholders].map((name) => JSON.stringify(name));
  const hasOne = (node: unknown): boolean => {
    const text = JSON.stringify(node);
    return names.some((name) => text.includes(name));
  };
  const { code } = transform({
    filename: 'styles.css',
    code: new TextEncoder().encode(css),
    minify: true,
    visitor: {
      Declaration: (declaration: Declaration) => (hasOne(declaration) ? [] : undefined),
      Rule: {
        'font-face'(rule) {
          if (!hasOne(rule)) return undefined;
          const kept = rule.value.properties.map((property) =>
            property.type === 'source'
              ? { ...property, value: property.value.filter((source) => !hasOne(source)).map(withoutNulls) }
              : property,
          );
          // Older browsers had a source of their own, in a declaration before the others'.
          const properties = kept.filter(({ type, value }) => type !== 'source' || value.length > 0);
          if (!properties.some(({ type }) => type === 'source')) return [];
          return { ...rule, value: { ...rule.value, properties } };
        },
      },
    },
  });
  return new TextDecoder().decode(code);
}

/** Lightning CSS does not take a source back as it gives it, where the source has no format. */
function withoutNulls(source: Source): Source {
  if (source.type !== 'url' || source.value.format) return source;
  const { format: _, ...value } = source.value;
  return { type: 'url', value: value as typeof source.value };
}
