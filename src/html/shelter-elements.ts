import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement, hasType } from '../model/walk.ts';

declare module 'hast' {
  interface RootData {
    /** Elements that plugins made of Markdown, by their `data-made`. */
    sheltered?: Map<string, Pick<Element, 'tagName' | 'properties' | 'children'>>;
  }
}

/** Elements in which a `div` would end a paragraph. */
const INLINE = /^(?:p|h[1-6]|a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)$/;

/**
 * Puts elements aside that plugins made of Markdown and that cleaning would take away, on slides with raw HTML: what is
 * cleaned is what authors wrote.
 */
export const shelterElements: Plugin<[], Root> = () => async (tree) => {
  if (!hasType(tree, 'raw')) return;
  const [{ sanitize }, { safeSchema }] = await Promise.all([import('hast-util-sanitize'), import('./safe-schema.ts')]);
  const schema = { ...safeSchema, ancestors: {} };
  const sheltered = new Map<string, Pick<Element, 'tagName' | 'properties' | 'children'>>();
  const stays = (element: Element): boolean => {
    const cleaned = sanitize({ ...element, children: [] }, schema);
    if (cleaned.type !== 'element' || cleaned.tagName !== element.tagName) return false;
    return Object.keys(element.properties).every((name) => name in cleaned.properties);
  };
  eachElement(tree, (element, parent) => {
    const { tagName, properties, children } = element;
    // An HTML parser leaves a drawing where it meets what belongs to no drawing.
    if (stays(element) && tagName !== 'svg' && tagName !== 'math') return;
    const dataMade = String(sheltered.size + 1);
    sheltered.set(dataMade, { tagName, properties, children });
    element.properties = { dataMade };
    if (safeSchema.tagNames?.includes(tagName) !== true || tagName === 'svg' || tagName === 'math')
      element.tagName = parent.type === 'element' && INLINE.test(parent.tagName) ? 'span' : 'div';
    if (!hasType(element, 'raw')) element.children = [];
  });
  tree.data = { ...tree.data, sheltered };
};

/** Puts the elements back where they were. */
export const returnElements: Plugin<[], Root> = () => (tree) => {
  const { sheltered } = tree.data ?? {};
  if (!sheltered) return;
  eachElement(tree, (element) => {
    const made = sheltered.get(String(element.properties['dataMade']));
    if (!made) return;
    const { tagName, properties, children } = made;
    const written = element.children.length > 0;
    Object.assign(element, { tagName, properties, children: written ? element.children : children });
  });
};
