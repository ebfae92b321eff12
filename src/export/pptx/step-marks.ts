import type { Element } from './xml.ts';

/** Steps that shapes and paragraphs appear with, by the elements that say who they are: `p:cNvPr` and `a:p`. */
const MARKS = new WeakMap<Element, number>();

/** Notes that a shape or a paragraph appears with a step. */
export function markStep(element: Element, step: number | undefined): Element {
  if (step !== undefined) MARKS.set(element, step);
  return element;
}

/** Something that appears with a step: a shape, or a paragraph of it. */
export interface StepTarget {
  step: number;
  shape: number;
  paragraph: number | undefined;
  /** The shape has text. */
  hasText: boolean;
}

/** Finds what appears with steps, among shapes that are in no group: those in groups appear with them. */
export function stepTargets(shapes: readonly Element[]): StepTarget[] {
  return shapes.flatMap((shape) => targetsOf(shape));
}

function targetsOf(shape: Element): StepTarget[] {
  const properties = find(shape, 'p:cNvPr');
  const id = Number(properties?.attributes['id']);
  if (!properties || !(id > 0)) return [];
  const paragraphs = shape.name === 'p:sp' ? findAll(shape, 'a:p') : [];
  const steps = paragraphs.map((paragraph) => MARKS.get(paragraph));
  const hasText = paragraphs.length > 0;
  // Paragraphs of one text box come at different times, or some of them are there from the start.
  if (new Set(steps).size > 1) {
    return steps.flatMap((step, paragraph) => (step === undefined ? [] : [{ step, shape: id, paragraph, hasText }]));
  }
  const step = MARKS.get(properties) ?? steps[0];
  return step === undefined ? [] : [{ step, shape: id, paragraph: undefined, hasText }];
}

function find(element: Element, name: string): Element | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? find(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function findAll(element: Element, name: string): Element[] {
  if (element.name === name) return [element];
  return element.children.flatMap((child) => (child.type === 'element' ? findAll(child, name) : []));
}
