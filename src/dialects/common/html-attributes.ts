/** `key="value"`, `key='value'`, `key=value` and `key`, as HTML writes them. */
const ATTRIBUTE = /([^\s"'<>/=,]+)(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Reads the attributes of a tag or of a comment; those without a value are empty. */
export function htmlAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return attributes;
}

/** Returns the classes of an attribute. */
export function classesOf(value: string | undefined): string[] {
  return value?.split(/\s+/).filter(Boolean) ?? [];
}
