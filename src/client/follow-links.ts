/** The parts of reveal.js that `followLinks` uses. */
export interface RevealPlaces {
  getIndices: (slide: Element) => { h: number; v?: number };
  slide: (h: number, v?: number) => void;
}

/**
 * Makes links of the form `#id` lead to the slide that has the id or shows what has it, and `#2` to the second. reveal.js
 * knows `#/id` only, and counts from 0; the web, and the PDF, know `#id`.
 */
export function followLinks(region: HTMLElement, reveal: RevealPlaces): void {
  region.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const slide = link && slideAt(link.getAttribute('href') ?? '');
    if (!slide) return;
    event.preventDefault();
    const { h, v } = reveal.getIndices(slide);
    reveal.slide(h, v);
  });
  // Before reveal.js reads it.
  window.addEventListener('hashchange', mendAddress);
}

/** Writes the page's address as reveal.js reads it. */
export function mendAddress(): void {
  const slide = slideAt(location.hash);
  const [name = '', ...steps] = location.hash.replace(/^#\/?/, '').split('/');
  // It would take an id of digits for a place.
  const id = encodeURIComponent(slide?.id ?? '').replace(/^\d(?=\d*$)/, '%3$&');
  const address = slide ? `#/${[id, ...steps].join('/')}` : /^\d+$/.test(name) ? '#/' : location.hash;
  if (address !== location.hash) history.replaceState(null, '', address);
}

/** Finds the slide that `#id`, `#/id`, `#2` or `#/2` leads to; the number is the one that its audience sees. */
function slideAt(hash: string): HTMLElement | undefined {
  const name = decodeAddress(hash.replace(/^#\/?/, '').split('/')[0] ?? '');
  if (name === '') return undefined;
  const named = document.getElementById(name)?.closest<HTMLElement>('section.slide');
  if (named || !/^\d+$/.test(name)) return named ?? undefined;
  const slides = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  const shown = new RegExp(`^${Number(name)} /`);
  const counted = slides.find((slide) => shown.test(slide.querySelector('.slide-count')?.textContent ?? ''));
  return counted ?? slides[Number(name) - 1];
}

/** Decodes the part of an address behind `#`; returns it unchanged where it is not encoded correctly. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns the id of the slide that the address of the page names; empty where it names none. */
export function addressedId(): string {
  return slideAt(location.hash)?.id ?? '';
}
