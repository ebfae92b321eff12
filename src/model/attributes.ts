import { isOwnData } from './own-data.ts';

/** Attributes as in `{#id .class key=value key="two words" flag}`; the value of a flag is `true`. */
export interface Attributes {
  id?: string;
  classes: string[];
  values: Map<string, string | true>;
}

const ITEM =
  /\s*(?:#([^\s{}"'=#.]+)|\.([^\s{}"'=#.]+)|([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s{}"']+)))?)(?=\s|$)/y;

/** Parses the text between the braces; `undefined` where it is not attributes. */
export function parseAttributes(text: string): Attributes | undefined {
  const attributes: Attributes = { classes: [], values: new Map() };
  const end = text.trimEnd().length;
  if (end === 0) return undefined;
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < end) {
    const match = ITEM.exec(text);
    if (!match) return undefined;
    const [, id, className, key, double, single, bare] = match;
    if (id) attributes.id = id;
    else if (className) attributes.classes.push(className);
    else if (key) attributes.values.set(key, double ?? single ?? bare ?? true);
  }
  return attributes;
}

/** Converts the attributes of a directive; its syntax reads `{hidden}` as an empty value. */
export function directiveAttributes(given: Record<string, string | null | undefined> | null | undefined): Attributes {
  const { id, class: classNames, ...values } = given ?? {};
  return {
    ...(id && { id }),
    classes: classNames?.split(/\s+/).filter(Boolean) ?? [],
    values: new Map(Object.entries(values).map(([key, value]) => [key, value || true])),
  };
}

/** Attributes as HTML properties; keys are HTML attribute names, such as `data-id`. Lectern's own `data-*` are left out. */
export function htmlProperties({ id, classes, values }: Attributes): Record<string, string | string[] | true> {
  const properties: Record<string, string | string[] | true> = {};
  if (id) properties['id'] = id;
  if (classes.length > 0) properties['className'] = classes;
  for (const [key, value] of values) {
    if (isOwnData(key)) continue;
    properties[key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  return properties;
}
