import type { StageWords } from '../model/talk-words.ts';

/** Names the field for a slide's number, which reveal.js puts there when it is asked for. */
export function nameFields(region: HTMLElement, words: StageWords): void {
  new MutationObserver(() => {
    for (const field of region.querySelectorAll<HTMLInputElement>('.jump-to-slide-input')) {
      field.placeholder = words.jump;
      field.setAttribute('aria-label', words.jump);
      [field.lang, field.dir] = [words.lang, words.dir];
    }
  }).observe(region, { childList: true });
}
