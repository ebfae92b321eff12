import { FIELD } from './prompts.ts';
import type { ShapesPart } from './slide-part.ts';
import { xml, type Element } from './xml.ts';

/**
 * Lets PowerPoint count the number of a slide: it is the first number of its text. On decks that count some slides only,
 * the number stays as it is.
 */
export function slideNumber({ slide, shown }: ShapesPart, shape: Element): Element {
  const index = slide ? shown.findIndex(({ id }) => id === slide.id) + 1 : 0;
  if (!slide || slide.number !== index) return shape;
  return eachRun(shape, (run) => {
    const text = textOf(run);
    const number = String(index);
    if (!text.startsWith(number)) return [run];
    const properties = run.children.find((child) => child.type === 'element');
    const field = xml('a:fld', { id: FIELD, type: 'slidenum' }, properties, xml('a:t', {}, number));
    const rest = text.slice(number.length);
    return rest === '' ? [field] : [field, xml('a:r', {}, properties, xml('a:t', {}, rest))];
  });
}

function eachRun(element: Element, change: (run: Element) => Element[]): Element {
  const children = element.children.flatMap((child): Element['children'] => {
    if (child.type !== 'element') return [child];
    return child.name === 'a:r' ? change(child) : [eachRun(child, change)];
  });
  return { ...element, children };
}

function textOf(run: Element): string {
  const text = run.children.find((child) => child.type === 'element' && child.name === 'a:t');
  const value = text?.type === 'element' ? text.children[0] : undefined;
  return value?.type === 'text' ? value.value : '';
}
