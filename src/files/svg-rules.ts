/** Declarations of a style sheet, and what they are for. */
export interface CssRule {
  selector: string;
  body: string;
}

const EVERYTHING = '*';

/** Splits a style sheet into rules; what cannot be split is taken to be for everything. */
export function cssRules(css: string): CssRule[] {
  return css.split('}').flatMap((part) => {
    const at = part.lastIndexOf('{');
    const before = part.slice(0, Math.max(0, at));
    // Rules within rules have declarations of the outer one before them.
    const start = Math.max(before.lastIndexOf(';'), before.lastIndexOf('{')) + 1;
    return [
      { selector: at < 0 ? EVERYTHING : before.slice(start), body: part.slice(at + 1) },
      { selector: EVERYTHING, body: before.slice(0, start) },
    ];
  });
}

/** The names in selectors of one element. */
interface Named {
  name: string;
  id: string;
  classes: readonly string[];
}

/** Tells which elements a selector can mean, or some more: only names, classes and ids of its last part are looked at. */
export function mayMean(selector: string): (element: Named) => boolean {
  // Lists may be inside `:is()`, names may be escaped, and comments and quotes may have any of these characters.
  if (/[\\([&*"']/.test(selector)) return () => true;
  const parts = selector.split(',').map((one) => {
    const last =
      one
        .trim()
        .split(/[\s>+~]/)
        .at(-1) ?? '';
    const [name = ''] = /^[\w-]+/.exec(last) ?? [];
    const marked = [...last.matchAll(/([.#])([\w\u0080-\uffff-]+)/g)];
    return { name, marked };
  });
  return (element) =>
    parts.some(
      ({ name, marked }) =>
        (name === '' || name === element.name) &&
        marked.every(([, sign, word = '']) => (sign === '#' ? element.id === word : element.classes.includes(word))),
    );
}
