/** Slides that are kept to be copied, not shown themselves. */
export interface OffscreenSlides {
  slide: (id: string) => HTMLElement | null;
  /** Copies the speaker notes of a slide; `undefined` where it has none. */
  notes: (id: string) => Node[] | undefined;
  /** The slide was put there since this was asked last. */
  fresh: (id: string) => boolean;
  all: () => HTMLElement[];
  /** Puts others in their places. */
  put: (slides: readonly HTMLElement[]) => void;
  listen: (listener: () => void) => void;
}

/** Takes the deck's slides out of the page. */
export function moveOffscreen(): OffscreenSlides {
  const region = document.querySelector<HTMLElement>('.reveal');
  const slides = new Map<string, HTMLElement>();
  const fresh = new Set<string>();
  const listeners: (() => void)[] = [];
  const put = (found: Iterable<HTMLElement>): void => {
    slides.clear();
    for (const slide of found) {
      slides.set(slide.id, slide);
      fresh.add(slide.id);
    }
    for (const listener of listeners) listener();
  };
  put(region?.querySelectorAll<HTMLElement>('section.slide') ?? []);
  region?.remove();
  return {
    slide: (id) => slides.get(id) ?? null,
    notes(id) {
      const notes = slides.get(id)?.querySelector(':scope > .notes');
      return notes ? [...(notes.cloneNode(true) as HTMLElement).childNodes] : undefined;
    },
    fresh: (id) => fresh.delete(id),
    all: () => [...slides.values()],
    put,
    listen(listener) {
      listeners.push(listener);
    },
  };
}

/** Shows the speaker notes of a slide from their start; notes that are shown already keep their scroll position. */
export function fillNotes(place: HTMLElement, offscreen: OffscreenSlides, slide: string, none: string): void {
  const moved = place.dataset['slide'] !== slide;
  if (!moved && !offscreen.fresh(slide)) return;
  const notes = offscreen.notes(slide);
  place.dataset['slide'] = slide;
  // Notes are in the language of their slide, whatever the window around them speaks.
  const spoken = notes && (offscreen.slide(slide)?.closest<HTMLElement>('[lang]') ?? document.documentElement);
  const written = notes && (offscreen.slide(slide)?.closest<HTMLElement>('[dir]') ?? document.documentElement);
  [place.lang, place.dir] = [spoken?.lang ?? '', written?.dir ?? ''];
  place.replaceChildren(...(notes ?? [none]));
  place.classList.toggle('empty', !notes);
  if (moved) place.scrollTop = 0;
}
