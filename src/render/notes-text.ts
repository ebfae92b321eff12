import type { Deck, Slide } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';
import { clockText } from '../client/pace.ts';
import { timingsOf } from './timing.ts';

/** Returns the notes as Markdown: a heading for each slide, and its notes as written. */
export function notesText({ meta, slides }: Deck, shown: readonly Slide[]): string {
  const timings = timingsOf(slides, meta);
  const parts = slides.flatMap((slide, index) => {
    if (!shown.includes(slide)) return [];
    const { start = 0, length = 0, estimated } = timings[index] ?? {};
    const name = [slide.number === undefined ? '' : `${slide.number}.`, plain(slide.title)].filter(Boolean).join(' ');
    const times = [`${estimated?.start ? '~' : ''}${clockText(start)}`];
    if (length > 0) times.push(`${estimated?.length ? '~' : ''}+${clockText(length)}`);
    return [`## ${name || '–'}`, `*${times.join(', ')}*`, slide.notesSource];
  });
  const byline = [
    meta.authors.map(plain).join(', '),
    ...meta.institutions.map(plain),
    plain(meta.event),
    shownDate(meta.date, meta.lang),
  ];
  const head = [meta.title ? `# ${plain(meta.title)}` : '', byline.filter(Boolean).join(' · ')];
  return `${[...head, ...parts].filter(Boolean).join('\n\n')}\n`;
}

/** Escapes text so that Markdown shows it literally. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/\s+/g, ' ');
}
