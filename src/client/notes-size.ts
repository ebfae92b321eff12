import { remembered } from './remembered.ts';

/** Shows notes larger or smaller than before. The size is remembered: eyes do not change from talk to talk. */
export function sizeNotes(notes: HTMLElement, factor: number): void {
  const before = Number(notes.style.getPropertyValue('--size') || remembered('notes-size')) || 1;
  const size = Math.min(3, Math.max(0.6, before * factor)).toFixed(2);
  notes.style.setProperty('--size', size);
  remembered('notes-size', size);
}

/** Scrolls notes by so many of their heights. */
export function scrollNotes(notes: HTMLElement, by: number): void {
  const smooth = matchMedia('(prefers-reduced-motion: no-preference)').matches;
  notes.scrollBy({ top: by * notes.clientHeight, behavior: smooth ? 'smooth' : 'instant' });
}
