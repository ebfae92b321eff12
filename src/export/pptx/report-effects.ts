import { eachElement } from '../../model/walk.ts';
import { report, type ShapesPart } from './slide-part.ts';

/** Effects of steps that show what is there already in another way; the presentation shows it from the start. */
const CHANGES = new Set(['fade-out', 'semi-fade-out', 'grow', 'shrink', 'strike', 'highlight', 'current-visible']);

/** Reports effects of steps that the presentation does not have. */
export function reportEffects(part: ShapesPart): void {
  const { slide, measured } = part;
  if (!slide || slide.steps === 0) return;
  const numbers = new Map([...measured.elements].map(([number, element]) => [element, number]));
  eachElement({ type: 'root', children: slide.content }, (element) => {
    const classes = element.properties['className'];
    const effect =
      Array.isArray(classes) && classes.includes('fragment')
        ? classes.find((name) => CHANGES.has(String(name)))
        : undefined;
    if (effect !== undefined)
      report(part, `The presentation leaves out the effect “${effect}” of this step`, numbers.get(element));
  });
}
