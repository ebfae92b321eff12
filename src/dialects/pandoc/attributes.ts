/** Attributes as pandoc writes them: `{#id .class key=value}`. */
export interface PandocAttributes {
  id: string;
  classes: string[];
  values: Map<string, string>;
}

const PART = /#([^\s{}#.=]+)|\.([^\s{}.=]+)|(-)(?=\s|$)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|([^\s{}"']+)/g;

/** Reads what is between the braces of attributes; a word alone is a class. */
export function pandocAttributes(text: string): PandocAttributes {
  const found: PandocAttributes = { id: '', classes: [], values: new Map() };
  for (const [, id, name, dash, key, double, single, bare, word] of text.matchAll(PART)) {
    if (id !== undefined) found.id = id;
    else if (name !== undefined) found.classes.push(name);
    else if (dash !== undefined) found.classes.push('unnumbered');
    else if (key !== undefined)
      found.values.set(
        key.replace(/^data-(?=background|transition|auto-animate|visibility)/, ''),
        double ?? single ?? bare ?? '',
      );
    else if (word !== undefined) found.classes.push(word);
  }
  return found;
}

/** The class of elements at a place on the slide. */
export const PLACED = 'placed';

/** Rules for them: places are those on the slide, and images are as wide as they are written. */
export const PLACED_RULES: string = `.slide:has(.${PLACED}) > .slide-body { position: static }
.${PLACED}, .${PLACED} > .media { margin: 0; max-width: none }
.${PLACED}[style*="width"] img { width: 100%; height: auto; max-width: none; max-height: none }
`;

/** Returns CSS of attributes that place or size an element: `.absolute top=10`, `width="40%"`, `style=`. */
export function placement({ classes, values }: PandocAttributes): string {
  const parts: string[] = [];
  const isAbsolute = classes.includes('absolute');
  if (isAbsolute) parts.push('position:absolute');
  for (const key of isAbsolute ? ['top', 'left', 'right', 'bottom', 'width', 'height'] : ['width', 'height']) {
    const value = values.get(key);
    if (value !== undefined && /^[\d.]{1,9}(?:px|%|em|rem|vw|vh|in|cm)?$/.test(value)) {
      parts.push(`${key}:${/^[\d.]+$/.test(value) ? `${value}px` : value}`);
    }
  }
  const style = values.get('style')?.replaceAll('"', "'").replace(/;\s*$/, '');
  if (style) parts.push(style);
  return parts.join(';');
}

/** Writes attributes as those of an HTML tag. */
export function htmlText({ id, classes, values }: PandocAttributes, style: string): string {
  const names = classes
    .filter((name) => /^[a-z][\w-]*$/i.test(name))
    .map((name) => (name === 'absolute' ? PLACED : name));
  const index = values.get('fragment-index') ?? values.get('data-fragment-index');
  return [
    id === '' ? [] : [`id="${id.replaceAll('"', '')}"`],
    names.length === 0 ? [] : [`class="${names.join(' ')}"`],
    style === '' ? [] : [`style="${style}"`],
    index !== undefined && /^\d{1,3}$/.test(index) ? [`data-fragment-index="${index}"`] : [],
    values.has('data-id') ? [`data-id="${(values.get('data-id') ?? '').replaceAll('"', '')}"`] : [],
  ]
    .flat()
    .map((part) => ` ${part}`)
    .join('');
}
