import type { PlannedSlide } from './talk.ts';

/** How a slide is called: its number, where it has one, and its title. */
export interface SlideName {
  number: string;
  title: string;
}

/**
 * Returns the name of a slide as screen readers say it.
 *
 * @param plan - knows more than the slide shows; empty in windows of an audience.
 */
export function slideName(slide: HTMLElement, plan: readonly PlannedSlide[]): SlideName {
  const planned = plan.find(({ id }) => id === slide.id);
  const shown = (): string => /^\d+/.exec(slide.querySelector('.slide-count')?.textContent ?? '')?.[0] ?? '';
  const number = planned ? planned.number : shown();
  const title = planned ? planned.title : spokenText(slide.querySelector('h1, h2, h3, h4, h5, h6'));
  return { number: String(number ?? ''), title };
}

/** Returns how many steps a slide has. */
export function stepCount(slide: Element): number {
  const steps = [...slide.querySelectorAll<HTMLElement>('[data-fragment-index]')];
  return Math.max(-1, ...steps.map(({ dataset }) => Number(dataset['fragmentIndex']))) + 1;
}

/** Returns the texts that make up the label of a slide. */
export function slideLabel(slide: HTMLElement, plan: readonly PlannedSlide[]): string {
  const { number, title } = slideName(slide, plan);
  return [number, title].filter(Boolean).join(' · ') || slide.id;
}

/**
 * Hides from screen readers what they would read twice: words inside of drawings that have a description, and images
 * whose description is beside them as text.
 */
export function hideTwice(slide: Element): void {
  const parts = [...slide.querySelectorAll('svg[role=img]:not(:has(a)) > *')];
  for (const picture of slide.querySelectorAll<HTMLImageElement>('img[alt]')) {
    const around = picture.closest('figure:has(figcaption), blockquote, li');
    if (picture.alt && around?.textContent.includes(picture.alt)) parts.push(picture);
  }
  for (const part of parts) part.ariaHidden = 'true';
}

/**
 * Returns the text of an element as it is heard: descriptions instead of drawings, formulas as their source, and
 * nothing that is hidden.
 */
export function spokenText(node: Element | null): string {
  let text = '';
  const end = (): void => {
    text = text.trimEnd().replace(/[^.!?:;,…。！？؟]$/u, '$&.');
    if (text) text += ' ';
  };
  const say = (one: Node): void => {
    if (one instanceof Text) text += one.data.replaceAll('\u00AD', '');
    if (!(one instanceof Element) || isUnheard(one)) return;
    const described = descriptionOf(one);
    const inline = /^(?:inline|contents|ruby)/.test(getComputedStyle(one).display) || one.matches('.katex, .katex *');
    const apart = !inline || one.matches('img, svg, video, audio');
    if (apart) end();
    if (described === undefined) for (const child of one.childNodes) say(child);
    else text += ` ${described} `;
    if (apart) end();
  };
  if (node) say(node);
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .trim();
}

function isUnheard(element: Element): boolean {
  const silent = '[aria-hidden=true]:not(section), style, script, template, input, .notes, .slide-footer, .slide-logo';
  const waiting =
    '.fragment:not(.visible, .fade-out, .semi-fade-out, .grow, .shrink, .strike, .highlight), .fragment.visible.fade-out';
  return element.matches(`${silent}, ${waiting}`) || getComputedStyle(element).display === 'none';
}

/** Returns the text alternative of an element; `undefined` where its own text is read out. */
function descriptionOf(element: Element): string | undefined {
  if (element.matches('math')) return element.querySelector('annotation')?.textContent ?? undefined;
  if (!element.matches('img, svg, [role=img], video, audio, iframe, button, a[aria-label]')) return undefined;
  const label = element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.getAttribute('title');
  if (label !== null) return label;
  return element.matches('button') ? undefined : (element.querySelector(':scope > title')?.textContent ?? '');
}
