import type { Element, ElementContent } from 'hast';
import type { Deck, DeckMeta, Slide, SlideSettings } from '../model/deck.ts';
import { shownDate } from '../model/languages.ts';

/**
 * Renders the running footer of a slide: logo, text and number; on a cover the logo alone. `undefined` where it has
 * none of them.
 */
export function slideFooter({ settings, number, section }: Slide, deck: Deck): Element | undefined {
  const { meta, slides, footer, logo } = deck;
  if (settings.layout === 'cover') return logo.length > 0 ? block('slide-logo', logo) : undefined;
  if (!settings.numbers) return undefined;
  const values: Record<string, string> = {
    title: meta.title,
    author: meta.authors.join(', '),
    institution: meta.institutions.join(', '),
    event: meta.event,
    date: shownDate(meta.date, meta.lang),
    section,
  };
  const own: ElementContent[] | undefined =
    settings.footer === undefined ? undefined : [{ type: 'text', value: settings.footer }];
  const text = withoutEdges((own ?? footer).map((node) => fill(node, values)));
  const shown: ElementContent[] = logo.length > 0 ? [span('slide-logo', logo)] : [];
  if (text.length > 0) shown.push(inLanguageOf(meta, settings, span('slide-footer-text', text)));
  if (meta.numbers && number !== undefined) {
    const total = slides.findLast((slide) => slide.number !== undefined)?.number ?? number;
    shown.push(span('slide-count', [{ type: 'text', value: `${number} / ${total}` }]));
  }
  if (shown.length === 0) return undefined;
  return block('slide-footer', shown);
}

/** The text is the deck's, whatever the slide is written in. */
function inLanguageOf(meta: DeckMeta, settings: SlideSettings, text: Element): Element {
  if (settings.lang !== undefined && settings.lang !== meta.lang) text.properties['lang'] = meta.lang;
  if (settings.dir !== undefined && settings.dir !== meta.dir) text.properties['dir'] = meta.dir;
  return text;
}

function block(className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties: { className: [className] }, children };
}

function span(className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children };
}

function fill(node: ElementContent, values: Record<string, string>): ElementContent {
  if (node.type === 'text') {
    return {
      ...node,
      value: node.value.replace(
        /\{(title|author|institution|event|date|section)\}/g,
        (_, name: string) => values[name] ?? '',
      ),
    };
  }
  return node.type === 'element' ? { ...node, children: node.children.map((child) => fill(child, values)) } : node;
}

/** Before the first section, what is between two placeholders has nothing to part. */
function withoutEdges(nodes: ElementContent[]): ElementContent[] {
  const kept = nodes.map((node) => ({ ...node }));
  const first = kept[0];
  if (first?.type === 'text') first.value = first.value.replace(/^[\s·•|/–—,-]+/, '');
  const last = kept.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/(?<![\s·•|/–—,-])[\s·•|/–—,-]+$/, '');
  return kept.filter((node) => node.type !== 'text' || node.value !== '');
}
