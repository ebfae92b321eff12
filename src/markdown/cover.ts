import type { Paragraph, RootContent } from 'mdast';
import type { DeckMeta } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';
import type { SlideNode } from './slide-node.ts';

/** The slide that the front matter makes: title, subtitle, then authors and date. */
export function coverSlide(meta: DeckMeta): SlideNode {
  const children: RootContent[] = [{ type: 'heading', depth: 1, children: [{ type: 'text', value: meta.title }] }];
  if (meta.subtitle) children.push(line('subtitle', [meta.subtitle]));
  const byline = [meta.authors.join(', '), shownDate(meta.date, meta.lang)].filter(Boolean);
  if (byline.length > 0) children.push(line('byline', byline));
  return { type: 'slide', children, data: { hName: 'section', attributes: [], notes: [], cover: true } };
}

function line(className: string, parts: string[]): Paragraph {
  return {
    type: 'paragraph',
    children: parts.map((value) => ({
      type: 'emphasis',
      children: [{ type: 'text', value }],
      data: { hName: 'span' },
    })),
    data: { hProperties: { className: [className] } },
  };
}
