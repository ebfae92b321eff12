import { xml, type Element } from '../xml.ts';

/**
 * Writes the title of a chart or of an axis.
 *
 * @param paragraph - an `a:p`.
 * @param layout - a `c:layout`. @default where the program places it
 */
export function titleXml(paragraph: Element, layout?: Element): Element {
  const text = xml('c:rich', {}, xml('a:bodyPr'), xml('a:lstStyle'), paragraph);
  return xml('c:title', {}, xml('c:tx', {}, text), layout, xml('c:overlay', { val: 0 }));
}
