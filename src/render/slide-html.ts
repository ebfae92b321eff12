import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Deck, Slide } from '../model/deck.ts';

export interface SlideHtmlOptions {
  /** Put the speaker notes into the slide, as reveal.js wants them. */
  notes: boolean;
}

/** A slide as the `<section>` that every document shows; images still have their `assetUrl`s. */
export function slideHtml(slide: Slide, deck: Deck, { notes }: SlideHtmlOptions): string {
  const { settings } = slide;
  const children: ElementContent[] = [element('div', { className: ['slide-body'] }, slide.content)];
  const footer = runningFooter(slide, deck);
  if (footer) children.push(footer);
  if (notes && slide.notes.length > 0) children.push(element('aside', { className: ['notes'] }, slide.notes));
  const section = element(
    'section',
    {
      id: slide.id,
      className: ['slide', ...settings.classes],
      dataLayout: settings.layout,
      ...(settings.tone && { dataTone: settings.tone }),
    },
    children,
  );
  return toHtml(section, { allowDangerousHtml: deck.meta.html === 'trusted' });
}

function runningFooter({ settings, number, section }: Slide, { meta, slides }: Deck): Element | undefined {
  if (!settings.numbers) return undefined;
  const values: Record<string, string> = {
    title: meta.title,
    author: meta.authors.join(', '),
    date: meta.date,
    section,
  };
  const filled = meta.footer.replace(/\{(title|author|date|section)\}/g, (_, name: string) => values[name] ?? '');
  // Before the first section, what stands between two placeholders has nothing to part.
  const text = filled.replace(/^[\s·•|/–—,-]+|[\s·•|/–—,-]+$/g, '');
  const shown: ElementContent[] = [];
  if (text) shown.push(element('span', { className: ['slide-footer-text'] }, [{ type: 'text', value: text }]));
  if (meta.numbers && number !== undefined) {
    const total = slides.findLast((slide) => slide.number !== undefined)?.number ?? number;
    const value = `${number} / ${total}`;
    shown.push(element('span', { className: ['slide-count'] }, [{ type: 'text', value }]));
  }
  return shown.length > 0 ? element('div', { className: ['slide-footer'] }, shown) : undefined;
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
