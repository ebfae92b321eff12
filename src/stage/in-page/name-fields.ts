import type { StageWords } from '../../model/stage-words.ts';

/** Names the fields for a search and for a slide's number, which reveal.js puts there when they are asked for. */
export function nameFields(region: HTMLElement, words: StageWords): void {
  new MutationObserver(() => {
    for (const field of region.querySelectorAll<HTMLInputElement>('.searchinput, .jump-to-slide-input')) {
      const name = field.matches('.searchinput') ? words.search : words.jump;
      field.placeholder = name;
      field.setAttribute('aria-label', name);
      [field.lang, field.dir] = [words.lang, words.dir];
    }
  }).observe(region, { childList: true });
}
