import type { Element, ElementContent } from 'hast';
import { eachElement } from '../model/walk.ts';
import { hasClass } from './elements.ts';

type Fragment = [target: Element, at: number];

/** Effects by which something leaves or changes that is there from the beginning. */
const NO_ARRIVAL = new Set(['fade-out', 'semi-fade-out', 'grow', 'shrink', 'strike', 'highlight']);

/**
 * Lets each footnote of a slide appear with the first of its markers.
 *
 * @param fragments - what appears on the slide, and at which step.
 * @returns what appears besides.
 */
export function footnoteSteps(children: readonly ElementContent[], fragments: readonly Fragment[]): Fragment[] {
  const foot = children.find((child): child is Element => child.type === 'element' && hasClass(child, 'footnotes'));
  if (!foot || fragments.length === 0) return [];
  const arrivals = new Map(fragments.filter(([target]) => !NO_ARRIVAL.has(String(target.properties['dataEffect']))));
  const first = new Map<string, number>();
  for (const child of children) {
    if (child !== foot && child.type === 'element') collectMarkers(child, { at: 0, arrivals, first });
  }
  const notes: Fragment[] = [];
  eachElement(foot, (note) => {
    if (note.tagName !== 'li' || !first.has(`#${String(note.properties['id'])}`)) return;
    const at = first.get(`#${String(note.properties['id'])}`) ?? 0;
    notes.push([note, at]);
    // A note may cite another one.
    collectMarkers(note, { at, arrivals, first });
  });
  const start = Math.min(...notes.map(([, at]) => at));
  const later = notes.filter(([, at]) => at > start);
  return start > 0 && Number.isFinite(start) ? [[foot, start], ...later] : later;
}

interface Markers {
  /** The step that what is looked at appears at. */
  at: number;
  arrivals: ReadonlyMap<Element, number>;
  /** The first step with a marker, by the address of its note. */
  first: Map<string, number>;
}

function collectMarkers(element: Element, markers: Markers): void {
  const { arrivals, first } = markers;
  const at = Math.max(markers.at, arrivals.get(element) ?? 0);
  const { dataFootnoteRef, href } = element.properties;
  if (dataFootnoteRef !== undefined && typeof href === 'string') first.set(href, Math.min(first.get(href) ?? at, at));
  for (const child of element.children) if (child.type === 'element') collectMarkers(child, { ...markers, at });
}
