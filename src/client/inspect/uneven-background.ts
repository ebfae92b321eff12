/**
 * Tells whether a text is on something that may not be of one colour: a gradient, or what paints below it.
 *
 * @param met - what paints where the text is.
 */
export function unevenBackground(slide: HTMLElement, element: Element, met: readonly Element[]): boolean {
  for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
    const { backgroundImage, backgroundColor } = getComputedStyle(at);
    if (backgroundImage !== 'none') return true;
    // An opaque background hides everything below it.
    if (backgroundColor.startsWith('rgb(')) return false;
  }
  const onSlide = [undefined, '::before', '::after'].some((pseudo) => {
    const { backgroundImage, content, display } = getComputedStyle(slide, pseudo);
    return backgroundImage !== 'none' && (!pseudo || (content !== 'none' && display !== 'none'));
  });
  return onSlide || met.length > 0;
}
