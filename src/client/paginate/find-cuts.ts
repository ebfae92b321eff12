import { fitSlides } from '../fit-slides.ts';
import { allSlides } from '../inspect/slide-view.ts';

/**
 * Finds where slides have to be cut so that nothing of them is scaled down: for each the first unit of every slide that
 * follows. Every slide is filled as far as it goes.
 *
 * @param glued - units that stay with the one before them, slide by slide.
 */
export function findCuts(glued: readonly (readonly number[])[]): number[][] {
  return allSlides().map((slide, index) => {
    const whole = slide.cloneNode(true) as HTMLElement;
    const count = slide.querySelectorAll('[data-unit]').length;
    const stays = new Set(glued[index]);
    const fits = (from: number, to: number): boolean => {
      const part = whole.cloneNode(true) as HTMLElement;
      reduce(part, from, to, from > 0 || to < count);
      slide.replaceChildren(...part.childNodes);
      return !fitSlides([slide], 1)[0]?.overflows;
    };
    const cuts: number[] = [];
    let from = 0;
    while (from < count && !fits(from, count)) {
      // At least one unit stays, even where it does not fit by itself.
      let [low, high] = [from + 1, count];
      for (let step = 4; low < high && low + step < high && fits(from, low + step); step *= 2) low += step;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (fits(from, middle)) low = middle;
        else high = middle;
      }
      let to = low;
      while (to > from + 1 && stays.has(to)) to -= 1;
      // If all of its parts belong together, it is cut anyway.
      if (stays.has(to)) to = low;
      if (to >= count) break;
      cuts.push(to);
      from = to;
    }
    return cuts;
  });

  /** Leaves units from one to before another, and what holds them. */
  function reduce(part: HTMLElement, from: number, to: number, labelled: boolean): void {
    for (const unit of part.querySelectorAll<HTMLElement>('[data-unit]')) {
      const number = Number(unit.dataset['unit']);
      if (number < from || number >= to) unit.remove();
    }
    for (const holder of [...part.querySelectorAll('[data-units]')].toReversed()) {
      if (!holder.querySelector('[data-unit]')) holder.remove();
    }
    const cited = new Set(
      [...part.querySelectorAll('[data-footnote-ref]')].map((link) => link.getAttribute('href')?.slice(1)),
    );
    for (const note of part.querySelectorAll('.footnotes li')) if (!cited.has(note.id)) note.remove();
    if (cited.size === 0) part.querySelector('.footnotes')?.remove();
    const heading = part.querySelector(':scope > .slide-body > :is(h1, h2, h3, h4, h5, h6):first-child');
    // As wide as the number of a part may be.
    if (labelled && heading) heading.append(' (88/88)');
  }
}
