import type { PlannedSlide } from './talk.ts';

/** How a slide is called: its number, where it has one, and its title. */
export interface SlideName {
  number: string;
  title: string;
}

/** @param plan - knows more than the slide shows; empty in windows of followers. */
export function slideName(slide: HTMLElement, plan: readonly PlannedSlide[]): SlideName {
  const planned = plan.find(({ id }) => id === slide.id);
  const shown = (): string => /^\d+/.exec(slide.querySelector('.slide-count')?.textContent ?? '')?.[0] ?? '';
  const number = planned ? planned.number : shown();
  const title = planned ? planned.title : spokenText(slide.querySelector('h1, h2, h3, h4, h5, h6'));
  return { number: String(number ?? ''), title };
}

/** All of what is said about a slide, for its label. */
export function slideLabel(slide: HTMLElement, plan: readonly PlannedSlide[]): string {
  const { number, title } = slideName(slide, plan);
  return [number, title].filter(Boolean).join(' · ') || slide.id;
}

/**
 * The text of an element as it is heard: labels instead of what they stand for, formulas as their source, nothing that
 * is not shown.
 */
export function spokenText(node: Node | null): string {
  const words: string[] = [];
  const end = (): void => {
    const last = words.at(-1)?.trimEnd();
    if (last && !/[.!?:;,…。！？؟]$/.test(last)) words.push('.');
  };
  const say = (one: Node): void => {
    if (one.nodeType === Node.TEXT_NODE) return void words.push((one.nodeValue ?? '').replaceAll('\u00AD', ''));
    if (!(one instanceof Element)) return;
    if (one.matches('[aria-hidden=true]:not(section), style, script, template, .notes, .slide-footer, .slide-logo'))
      return;
    const { display, visibility } = getComputedStyle(one);
    if (display === 'none' || (visibility === 'hidden' && one.matches('.fragment'))) return;
    const label =
      one.getAttribute('aria-label') ??
      one.getAttribute('alt') ??
      one.querySelector(':scope > title, :scope annotation[encoding="application/x-tex"]')?.textContent ??
      (one.matches('video, audio, iframe, svg') ? (one.getAttribute('title') ?? '') : undefined);
    const block = /^(?:block|flex|grid|list-item|table-cell|table-caption)$/.test(display);
    if (block || label !== undefined) words.push(' ');
    if (label === undefined) for (const child of one.childNodes) say(child);
    else if (label) words.push(label);
    if (block || label) end();
    if (block || label !== undefined) words.push(' ');
  };
  if (node) say(node);
  return words.join('').replace(/\s+/g, ' ').replaceAll(' .', '.').trim();
}
