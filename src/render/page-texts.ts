import type { DeckMeta } from '../model/deck.ts';
import type { HandoutSettings } from '../model/handout.ts';
import { shownDate } from '../model/languages.ts';
import { uiWords } from '../model/ui-words.ts';
import { pageHead, type PageHead } from './page-head.ts';

/** Returns what is above and below the pages; `{page}` and `{pages}` are left in them. */
export function pageTexts(
  meta: DeckMeta,
  { head, foot }: Pick<HandoutSettings, 'head' | 'foot'>,
  paperWidth: number,
): Record<'head' | 'foot', PageHead> {
  const [authors, date] = [meta.authors.join(', '), shownDate(meta.date, meta.lang)];
  const { title, subtitle, institutions, event } = meta;
  const fields = new Map(
    Object.entries({ title, subtitle, author: authors, institution: institutions.join(', '), event, date }),
  );
  const written = (text: string): PageHead => {
    const [start = '', ...end] = text
      .replaceAll(/\{(\w+)\}/g, (field, name: string) => fields.get(name) ?? field)
      .split('|')
      .map((part) => part.trim());
    return pageHead({ title: start, authors: end.join(' · '), date: '', dir: meta.dir }, paperWidth);
  };
  return {
    head:
      head === undefined ? pageHead({ title: meta.title, authors, date, dir: meta.dir }, paperWidth) : written(head),
    foot: foot === undefined ? { title: '', byline: uiWords(meta.lang).pageOf, widths: [0, 100] } : written(foot),
  };
}
