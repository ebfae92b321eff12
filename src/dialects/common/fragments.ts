import { EFFECTS } from '../../model/effects.ts';
import { classesOf } from './html-attributes.ts';

/** A step of reveal.js, as attributes of a step in Lectern. */
export interface Fragment {
  effect?: string;
  at?: number;
}

/** Other names of effects, by those of reveal.js. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['current-visible', 'fade-in-then-out'],
  ['fade-in-then-out', 'fade-in-then-out'],
  ['highlight-red', 'highlight'],
  ['highlight-green', 'highlight'],
  ['highlight-blue', 'highlight'],
  ['highlight-current-red', 'highlight'],
  ['highlight-current-green', 'highlight'],
  ['highlight-current-blue', 'highlight'],
]);

/** Reads the step of attributes such as `class="fragment fade-up" data-fragment-index="2"`; `undefined` for none. */
export function fragmentOf(attributes: ReadonlyMap<string, string>): Fragment | undefined {
  const classes = classesOf(attributes.get('class'));
  if (!classes.includes('fragment')) return undefined;
  const effect = classes
    .map((name) => ALIASES.get(name) ?? name)
    .find((name) => EFFECTS.some((known) => known === name));
  const index = attributes.get('data-fragment-index') ?? attributes.get('fragment-index');
  return {
    ...(effect !== undefined && effect !== 'fade-in' && { effect }),
    ...(index !== undefined && /^\d{1,3}$/.test(index) && { at: Number(index) + 1 }),
  };
}

/** Writes a step in braces; empty for one that appears in its turn. */
export function stepBraces({ effect, at }: Fragment): string {
  const parts = [effect === undefined ? [] : [`effect=${effect}`], at === undefined ? [] : [`at=${at}`]].flat();
  return parts.length > 0 ? `{${parts.join(' ')}}` : '';
}
