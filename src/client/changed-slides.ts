/**
 * Watches whether plugins make something else of the content of slides: of a diagram's source a diagram, for example.
 *
 * @returns tells whether one has.
 */
export function watchSlides(): () => boolean {
  let changed = false;
  const observer = new MutationObserver((changes) => {
    changed = changes.some(isOfPlugin);
    if (changed) observer.disconnect();
  });
  for (const region of document.querySelectorAll('.reveal .slides'))
    observer.observe(region, { childList: true, characterData: true, subtree: true });
  return () => changed;
}

function isOfPlugin({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement;
  if (!element?.closest('section.slide')) return false;
  // Lectern opens and closes pages that a slide embeds.
  return [...addedNodes, ...removedNodes].every(({ nodeName }) => nodeName !== 'IFRAME');
}
