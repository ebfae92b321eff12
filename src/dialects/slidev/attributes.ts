import { classesOf, htmlAttributes } from '../common/html-attributes.ts';
import { utilityStyle } from '../common/utility-classes.ts';

/** Attributes that mean the same without Vue. */
const KEPT =
  /^(?:id|src|href|alt|width|height|title|target|colspan|rowspan|controls|autoplay|loop|muted|poster|lang|dir|open|start|type|role|aria-[\w-]+|data-[\w-]+|viewbox|fill|stroke|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|points|transform|stroke-[\w-]+|xmlns)$/;
/** Attributes that hold utility classes without their beginning, as in `grid="~ cols-2"`. */
const GROUPS = /^(?:grid|flex|text|m|p|w|h|font|border|bg|gap|rounded|items|justify)$/;

/** Attributes of a tag of Slidev, as HTML. */
export interface HtmlAttributes {
  text: string;
  /** The element appears with a click. */
  isStep: boolean;
}

/** Turns clicks into steps and utility classes into styles, and leaves out what needs Vue. */
export function readAttributes(written: string, { step }: { step?: string } = {}): HtmlAttributes {
  const attributes = withText(htmlAttributes(written));
  const classes: string[] = step === undefined ? [] : ['fragment', ...(step === '' ? [] : [step])];
  const styles: string[] = [];
  const parts: string[] = [];
  const use = (name: string): void => {
    const style = utilityStyle(name);
    if (style !== undefined) styles.push(style);
    else if (/^[a-z][\w-]*$/i.test(name) && !name.startsWith('i-')) classes.push(name);
  };
  for (const [name, value] of attributes) {
    if (/^v-(?:click|after)/.test(name)) {
      if (!classes.includes('fragment')) classes.push('fragment', ...(/hide/.test(name) ? ['fade-out'] : []));
    } else if (name === 'class') for (const one of classesOf(value)) use(one);
    else if (name === 'style') styles.push(withoutRatio(value).replaceAll('"', "'").replace(/;\s*$/, ''));
    else if (GROUPS.test(name) && value !== '') for (const one of grouped(name, value)) use(one);
    else if (KEPT.test(name))
      parts.push(value === '' && !/^(?:alt|href)$/.test(name) ? name : `${name}="${value.replaceAll('"', '&quot;')}"`);
    else if (value === '') {
      const style = utilityStyle(name);
      if (style !== undefined) styles.push(style);
    }
  }
  if (classes.length > 0) parts.unshift(`class="${[...new Set(classes)].join(' ')}"`);
  if (styles.length > 0) parts.push(`style="${styles.filter(Boolean).join(';')}"`);
  return { text: parts.map((part) => ` ${part}`).join(''), isStep: classes.includes('fragment') };
}

/** Leaves out the height that a padding gives a box for a video: a card is as high as it is. */
function withoutRatio(style: string): string {
  if (
    !/(?:^|;)\s{0,9}height\s{0,9}:\s{0,9}0/.test(style) ||
    !/padding-(?:bottom|top)\s{0,9}:\s{0,9}[\d.]{1,9}%/.test(style)
  )
    return style;
  return style
    .split(';')
    .filter((one) => !/^\s{0,9}(?:height|padding(?:-[a-z]{3,6})?|position|width)\s{0,9}:/.test(one))
    .join(';');
}

/** Turns attributes that Vue computes into plain ones where they are a text, as in `:src="'/sea.png'"`. */
function withText(attributes: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...attributes].map(([name, value]) => {
      const text = /^(?::|v-bind:)[a-z-]+$/.test(name) ? /^\s*(?:'([^'\\]*)'|`([^`$\\]*)`)\s*$/.exec(value) : null;
      return text ? [name.replace(/^(?:v-bind)?:/, ''), text[1] ?? text[2] ?? ''] : [name, value];
    }),
  );
}

/** `grid="~ cols-2"` is `grid grid-cols-2`. */
function grouped(name: string, value: string): string[] {
  return classesOf(value).map((one) => {
    const whole = one === '~' ? name : `${name}-${one}`;
    return utilityStyle(whole) === undefined && utilityStyle(one) !== undefined ? one : whole;
  });
}
