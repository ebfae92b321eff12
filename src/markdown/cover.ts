import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { DeckMeta } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';
import { LINE_BREAKS } from './plain-text.ts';
import type { SlideNode } from './slide-node.ts';

/** Creates the cover from the front matter: title, subtitle, authors and date. */
export function coverSlide(meta: DeckMeta): SlideNode {
  const children: RootContent[] = [{ type: 'heading', depth: 1, children: lines(meta.title) }];
  if (meta.subtitle) children.push(line('subtitle', [meta.subtitle]));
  const byline = [meta.authors.join(', '), shownDate(meta.date, meta.lang)].filter(Boolean);
  if (byline.length > 0) children.push(line('byline', byline));
  if (meta.coverPicture !== undefined) children.push(picture(meta.coverPicture, meta));
  return { type: 'slide', children, data: { hName: 'section', attributes: [], notes: [], cover: true } };
}

/** Names the authors of the front matter on the last slide, unless it names one of them itself. */
export function endByline(meta: DeckMeta, slide: SlideNode): Paragraph | undefined {
  const written = toString(slide).toLowerCase();
  const isThere = meta.authors.some((author) => written.includes(author.toLowerCase()));
  return meta.authors.length === 0 || isThere ? undefined : line('byline', [meta.authors.join(', ')]);
}

/** Stands where the layout has its picture; it is there for its looks, and no reader misses it. */
function picture(url: string, { positions }: DeckMeta): RootContent {
  const position = positions.get('cover');
  const image: Image = { type: 'image', url, alt: '', ...(position && { position }) };
  return { type: 'paragraph', children: [image], data: { hName: 'div', hProperties: { dataSlot: 'image' } } };
}

function line(className: string, parts: string[]): Paragraph {
  return {
    type: 'paragraph',
    children: parts.map((value) => ({
      type: 'emphasis',
      children: lines(value),
      data: { hName: 'span' },
    })),
    data: { hProperties: { className: [className] } },
  };
}

/** `<br>` is the one tag that texts of the front matter may have. */
function lines(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const value of text.split(LINE_BREAKS)) {
    if (nodes.length > 0) nodes.push({ type: 'break' });
    nodes.push({ type: 'text', value });
  }
  return nodes;
}
