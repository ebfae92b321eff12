import { emphasiseLines } from './preview.ts';
import { startTabs } from './tabs.ts';

/** The parts of reveal.js that `liveParts` uses. */
export interface RevealEvents {
  on: (type: string, listener: (event: Event) => void) => void;
  getCurrentSlide: () => HTMLElement | null;
}

/**
 * Brings to life what reveal.js lacks: tabs, steps of code, embedded pages, which are opened by a click, and pages in
 * the background, which are loaded while their slide is shown. Like everything in this folder it is sent to the page as
 * text.
 */
export function liveParts(region: HTMLElement, reveal: RevealEvents): void {
  startTabs(region);
  const emphasise = (): void => {
    for (const block of region.querySelectorAll('pre[data-code-steps]')) emphasiseLines(block);
  };

  const frame = (address: string, title: string): HTMLIFrameElement => {
    const made = document.createElement('iframe');
    made.src = address;
    made.title = title;
    made.allow = 'fullscreen; autoplay; clipboard-write';
    return made;
  };

  const showPages = (): void => {
    const current = reveal.getCurrentSlide();
    for (const page of region.querySelectorAll<HTMLElement>('.backdrop-page')) {
      const shown = current?.contains(page) === true;
      const open = page.querySelector('iframe');
      // Without a network, the slide's own background is better than the error page of the browser.
      if (shown && !open && navigator.onLine) page.append(frame(page.dataset['page'] ?? '', ''));
      else if (!shown) open?.remove();
    }
    for (const open of region.querySelectorAll('.embed > iframe')) if (!current?.contains(open)) open.remove();
  };

  region.addEventListener('click', (event) => {
    const embed = event.target instanceof Element ? event.target.closest<HTMLElement>('.embed') : null;
    if (!embed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { embed: address = '', title = '' } = embed.dataset;
    if (!embed.querySelector('iframe')) embed.append(frame(address, title));
  });

  for (const event of ['fragmentshown', 'fragmenthidden', 'slidechanged', 'ready']) {
    reveal.on(event, () => {
      emphasise();
      showPages();
    });
  }
}
