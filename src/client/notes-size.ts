/** Shows notes larger or smaller than before. The size is remembered: eyes do not change from talk to talk. */
export function sizeNotes(notes: HTMLElement, factor: number): void {
  const key = 'lectern:notes-size';
  let size = 1;
  try {
    size = Number(localStorage.getItem(key)) || 1;
  } catch {
    size = Number(notes.style.getPropertyValue('--size')) || 1;
  }
  size = Math.min(3, Math.max(0.6, size * factor));
  notes.style.setProperty('--size', size.toFixed(2));
  try {
    localStorage.setItem(key, String(size));
  } catch {
    // Then it is remembered as long as the window is there.
  }
}

/** Scrolls notes by so many of their heights. */
export function scrollNotes(notes: HTMLElement, by: number): void {
  const smooth = matchMedia('(prefers-reduced-motion: no-preference)').matches;
  notes.scrollBy({ top: by * notes.clientHeight, behavior: smooth ? 'smooth' : 'instant' });
}
