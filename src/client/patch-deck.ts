import type { DeckPatch, LiveOptions } from './live-messages.ts';

/** Puts what has changed into a page. */
export interface DeckPatcher {
  version: () => string;
  /** @returns the slides in their order, those that have not changed as the elements they were; `undefined` where some are missing. */
  slides: (patch: DeckPatch) => HTMLElement[] | undefined;
}

/**
 * Creates what replaces the slides of a page by changed ones. Unchanged slides are recognized by their hashes and keep
 * their elements.
 */
export function createPatcher({ version, hashes }: LiveOptions): DeckPatcher {
  const elements = [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
  let known = new Map(hashes.map((hash, index) => [hash, elements[index]]));
  let current = version;
  return {
    version: () => current,
    slides(patch) {
      const next = new Map<string, HTMLElement>();
      for (const { hash, html } of patch.slides) {
        const element = known.get(hash) ?? (html === undefined ? undefined : slideElement(html));
        if (!element) return undefined;
        next.set(hash, element);
      }
      known = next;
      current = patch.version;
      return [...next.values()];
    },
  };
}

function slideElement(html: string): HTMLElement | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return (template.content.firstElementChild as HTMLElement | null) ?? undefined;
}

/** Puts another style sheet in the place of the page's own, without a moment of none. */
export function patchStyles(address: string, done: () => void): void {
  // One that was asked for just before may still be loading.
  const before = [...document.querySelectorAll<HTMLLinkElement>('link[data-styles]')];
  const last = before.at(-1);
  if (!last || last.getAttribute('href') === address) return;
  const link = last.cloneNode() as HTMLLinkElement;
  link.href = address;
  link.addEventListener('load', () => {
    for (const old of before) old.remove();
    done();
  });
  last.after(link);
}

/** Puts slides where those of the last version are, and shows the one that was shown. */
export function replaceSlides(container: Element, slides: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(slides);
  for (const old of container.querySelectorAll('section.slide')) if (!wanted.has(old)) old.remove();
  let before: Element | null = null;
  for (const slide of slides) {
    const place: ChildNode | null = before ? before.nextSibling : container.firstChild;
    if (place !== slide) container.insertBefore(slide, place);
    before = slide;
  }
}

/**
 * Finds where a slide is now. A slide whose heading was changed has another id, and is found behind the slide that
 * it followed.
 */
export function placeOfSame(id: string, before: readonly string[], after: readonly string[]): number {
  const was = Math.max(0, before.indexOf(id));
  for (let back = 0; back <= was; back += 1) {
    const at = after.indexOf(before[was - back] ?? '');
    if (at !== -1) return Math.min(at + back, after.length - 1);
  }
  return Math.min(was, after.length - 1);
}
