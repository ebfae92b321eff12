import { slideName, stepCount } from './slide-names.ts';
import type { PlannedSlide } from './talk.ts';

/** Creates the number and title below a slide of the overview, and how many steps it has. */
export function overviewTitle(slide: HTMLElement, plan: readonly PlannedSlide[]): HTMLElement {
  const { number, title } = slideName(slide, plan);
  const steps = stepCount(slide);
  const place = part('div', 'overview-title');
  // Screen readers read the title from the slide itself.
  place.setAttribute('aria-hidden', 'true');
  const text = part('span', '', title);
  text.dir = 'auto';
  place.append(...(number ? [part('b', '', number)] : []), text);
  if (steps > 0) place.append(part('i', '', `+${steps}`));
  return place;
}

/** Creates the title of a section, which is above its slides. */
export function overviewHead(title: string, count: number): HTMLElement {
  const head = part('div', 'overview-head');
  const text = part('span', '', title);
  text.dir = 'auto';
  head.hidden = title === '';
  head.append(text, part('i', '', String(count)));
  return head;
}

function part(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
