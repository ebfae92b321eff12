import type { Heading } from 'mdast';

/** What stands in `{#id .class key=value key="two words" flag}`; a flag's value is `true`. */
export interface Attributes {
  id?: string;
  classes: string[];
  values: Map<string, string | true>;
}

const ITEM =
  /\s*(?:#([^\s{}"'=#.]+)|\.([^\s{}"'=#.]+)|([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s{}"']+)))?)(?=\s|$)/y;
const TRAILING = /[ \t]*\{((?:[^{}"']|"[^"]*"|'[^']*')*)\}[ \t]*$/;

/** Parses the text between the braces; `undefined` where it is not attributes. */
function parseAttributes(text: string): Attributes | undefined {
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

/**
 * Takes the attributes off the end of a heading. They are found in the source, so quotes, emphasis marks and escapes
 * inside them mean nothing, and `\{` or a brace in code is text.
 */
export function takeHeadingAttributes(heading: Heading, source: string): Attributes | undefined {
  const start = heading.children[0]?.position?.start.offset;
  const end = heading.children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const text = source.slice(start, end);
  const match = TRAILING.exec(text);
  if (!match || text.charAt(text.indexOf('{', match.index) - 1) === '\\') return undefined;
  const attributes = parseAttributes(match[1] ?? '');
  if (!attributes || !cutHeading(heading, start + match.index)) return undefined;
  return attributes;
}

/** Drops what stands at or after `offset`; false where that would split anything but text. */
function cutHeading(heading: Heading, offset: number): boolean {
  const kept = heading.children.filter((child) => (child.position?.start.offset ?? 0) < offset);
  const last = kept.at(-1);
  const lastEnd = last?.position?.end;
  if (last && lastEnd && (lastEnd.offset ?? 0) > offset) {
    if (last.type !== 'text') return false;
    const brace = last.value.lastIndexOf('{');
    if (brace === -1) return false;
    last.value = last.value.slice(0, brace).trimEnd();
    lastEnd.column -= (lastEnd.offset ?? 0) - offset;
    lastEnd.offset = offset;
    if (last.value === '') kept.pop();
  }
  heading.children = kept;
  return true;
}
