/** Counts what a selector finds. */
export function countParts(selector: string): number {
  return document.querySelectorAll(selector).length;
}

/**
 * Leaves one of the elements of a selector alone in the window, and measures it: nothing has to be scrolled or cut for
 * an image.
 */
export function isolatePart(selector: string, index: number): { width: number; height: number } {
  const parts = [...document.querySelectorAll(selector)];
  parts.forEach((part, at) => part.toggleAttribute('data-away', at !== index));
  const { width = 0, height = 0 } = parts[index]?.getBoundingClientRect() ?? {};
  return { width: Math.round(width), height: Math.round(height) };
}

/** Waits until the document is drawn with all of its fonts. */
export async function drawn(): Promise<void> {
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
}
