/** What `followLinks` uses of reveal.js. */
export interface RevealPlaces {
  getIndices: (slide: Element) => { h: number; v?: number };
  slide: (h: number, v?: number) => void;
}

/**
 * Makes links of the form `#id` lead to the slide that has the id or shows what has it. reveal.js knows `#/id` only; the
 * web, and the PDF, know `#id`.
 */
export function followLinks(region: HTMLElement, reveal: RevealPlaces): void {
  const goTo = (id: string): boolean => {
    const slide = document.getElementById(id)?.closest('section.slide');
    if (!slide) return false;
    const { h, v } = reveal.getIndices(slide);
    reveal.slide(h, v);
    return true;
  };
  region.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = decodeAddress(link?.getAttribute('href')?.slice(1) ?? '');
    if (id && !id.startsWith('/') && goTo(id)) event.preventDefault();
  });
}

/** An address as it was meant; one that is no good address stays what it is. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The id of the slide that the page's address names; empty where it names none. */
export function addressedId(): string {
  return decodeAddress(location.hash.replace(/^#\/?/, '').split('/')[0] ?? '');
}
