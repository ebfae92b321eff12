import type { StageWords } from '../model/talk-words.ts';
import { COLOURS } from './annotations.ts';

/** Drawings on buttons, in a field of 20 × 20. */
const ICONS = {
  pointer: '<circle cx="10" cy="10" r="3" fill="currentColor"/><path d="M10 2v2m0 12v2M2 10h2m12 0h2"/>',
  spotlight: '<path fill="currentColor" fill-rule="evenodd" d="M2 3h16v14H2zm8 2.5a4.5 4.5 0 1 0 .01 0z"/>',
  zoom: '<circle cx="8.5" cy="8.5" r="5.5"/><path d="m12.7 12.7 5 5M6 8.5h5M8.5 6v5"/>',
  pen: '<path d="m3 17 1-4L14 3l3 3L7 16zM12 5l3 3"/>',
  marker: '<path d="m7 11 6-8 4 3-6 8H7zM3 17.5h14"/>',
  eraser: '<path d="M8 17 3 12l8-9 6 6-7 8zM7 7.5l5.5 5.5M8 17h9"/>',
  undo: '<path d="M7 4 3 8l4 4M3 8h9a4 4 0 0 1 0 8H8"/>',
  clear: '<path d="M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11"/>',
  export: '<path d="M10 3v9m-4-4 4 4 4-4M4 16.5h12"/>',
};

/** Returns the buttons of the tools that a speaker points and draws with. */
export function toolsMarkup(words: StageWords): string {
  const button = (name: keyof typeof ICONS, text: string, key: string, more = ''): string =>
    `<button type="button" class="icon" data-do="${name}"${more} aria-label="${text}" title="${text}${key && ` (${key})`}"><svg viewBox="0 0 20 20" aria-hidden="true">${ICONS[name]}</svg></button>`;
  const tool = (...given: [keyof typeof ICONS, string, string]): string => button(...given, ' aria-pressed="false"');
  const pens = COLOURS.map(
    (colour, index) =>
      `<button type="button" class="pen" data-colour="${colour}" style="--pen:${colour}" aria-pressed="false" aria-label="${words.pen.replace('{number}', String(index + 1))}"></button>`,
  ).join('');
  return [
    `<span class="group tools">${tool('pointer', words.pointer, 'L')}${tool('spotlight', words.spotlight, 'I')}${tool('zoom', words.magnifier, 'M')}`,
    `${tool('pen', words.draw, 'D')}${tool('marker', words.marker, 'H')}${tool('eraser', words.eraser, 'E')}`,
    `<span class="pens" data-part="pens" hidden>${pens}${button('undo', words.undo, 'U')}${button('clear', words.clear, 'C')}${button('export', words.saveDrawings, '')}</span></span>`,
  ].join('');
}
