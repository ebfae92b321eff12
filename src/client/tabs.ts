/** Lets a click, or Enter, show another tab of `:::tabs`. */
export function startTabs(region: HTMLElement): void {
  for (const tab of region.querySelectorAll<HTMLElement>('.tabs:not(.layers) .tab')) {
    tab.role = 'button';
    tab.tabIndex = 0;
  }
  const press = (event: Event): void => {
    const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('.tab') : null;
    const tabs = tab?.closest<HTMLElement>('.tabs:not(.layers)');
    if (!tab || !tabs || (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    tabs.dataset['shown'] = tab.dataset['tab'] ?? '1';
    const focused = document.activeElement === tab;
    if (focused)
      tabs.querySelector<HTMLElement>(`:scope > :nth-child(${tabs.dataset['shown']}) .tab[aria-current]`)?.focus();
  };
  region.addEventListener('click', press);
  region.addEventListener('keydown', press);
}
