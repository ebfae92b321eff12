import { rulesOf } from './read-css.ts';

/** Properties that change how wide a text is. */
const PROPERTIES = /(?:^|[;\s])(?:font(?:-[\w-]+)?|letter-spacing|word-spacing|text-transform|--[\w-]*font[\w-]*):/;
/** Selectors that end with what is around the text of a drawing. */
const AROUND =
  /(?:^|[\s>])(?:\*|html|body|:root|svg|text|g|section|figure|div|[^\s>]*\.(?:reveal|slides?|slide-body|media|drawing|diagram))(?:[.:[#][^\s>]*)?$/;

/**
 * Returns the rules of a style sheet that can change how wide the texts of drawings are. A drawing is kept by them, so
 * that another colour does not make it again.
 */
export function textRules(css: string): string {
  return rulesOf(css)
    .filter(({ selector, body }) => PROPERTIES.test(body) && around(selector))
    .map(({ selector, body }) => `${selector}{${body}}`)
    .join('');
}

function around(selectors: string): boolean {
  return selectors.split(',').some((selector) => AROUND.test(selector.trim()));
}
