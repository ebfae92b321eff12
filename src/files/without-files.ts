import { transform, type Declaration } from 'lightningcss';

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
          const properties = rule.value.properties.map((property) =>
            property.type === 'source'
              ? { ...property, value: property.value.filter((source) => !hasOne(source)) }
              : property,
          );
          if (properties.some(({ type, value }) => type === 'source' && value.length === 0)) return [];
          return { ...rule, value: { ...rule.value, properties } };
        },
      },
    },
  });
  return new TextDecoder().decode(code);
}
